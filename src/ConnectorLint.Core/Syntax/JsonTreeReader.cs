namespace ConnectorLint.Syntax;

/// <summary>Reads JSON as a tree. Comments and trailing commas are tolerated; everything else that JSON refuses is an error, behind which reading goes on.</summary>
/// <remarks>Open collections are frames on a stack, never calls: no input can exhaust the thread's stack.</remarks>
internal sealed class JsonTreeReader
{
    // A text with more faults than that is not meant as JSON.
    private const int MostErrors = 20;

    private readonly SourceText _file;
    private readonly string _text;
    private readonly List<SyntaxError> _errors = [];
    private readonly DuplicateKeys _duplicates = new();
    private readonly StringCache _strings = new();
    private readonly Action<SyntaxError> _report;

    // Open collections; what they hold so far lies at the end of the two lists.
    private readonly List<JsonFrame> _open = [];
    private readonly List<SyntaxNode> _items = [];
    private readonly List<MappingEntry> _entries = [];

    private JsonFrame? _top;
    private SyntaxNode? _root;
    private bool _hasRoot;
    private int _offset;
    private int _lastEnd;
    private int _nodes;
    private int _syntaxErrors;
    private bool _isStopped;
    private bool _isComplete = true;

    // A string that was not closed may have swallowed the comma behind it.
    private bool _isCommaForgiven;

    private JsonTreeReader(SourceText file)
    {
        _file = file;
        _text = file.Text;
        _report = Report;
    }

    public static SyntaxTree Read(SourceText file) => new JsonTreeReader(file).Read();

    private SyntaxTree Read()
    {
        while (!_isStopped && SkipBlank())
            Take(_text[_offset]);
        if (!_isStopped)
            ReportEnd();
        while (_top is not null)
        {
            _top.IsTruncated = true;
            Close(_lastEnd);
        }

        if (_errors.Count > 1)
            SyntaxErrors.Sort(_errors);
        return new SyntaxTree(_file, [new SyntaxDocument(_root, _isComplete)], _errors.ToArray()) { IsComplete = _isComplete };
    }

    private void Take(char c)
    {
        switch (c)
        {
            case '{':
                Open(isObject: true);
                break;
            case '[':
                Open(isObject: false);
                break;
            case '}':
                TakeClosing(isObject: true);
                break;
            case ']':
                TakeClosing(isObject: false);
                break;
            case ',':
                TakeComma();
                break;
            case ':':
                TakeColon();
                break;
            case '"' or '\'':
                TakeString();
                break;
            default:
                TakeWord();
                break;
        }
    }

    private void Open(bool isObject)
    {
        if (!ExpectValue(_offset, _offset + 1))
            return;
        if (_open.Count == SyntaxLimits.Depth)
        {
            Stop(LimitFaults.TooDeep(_file, _offset));
            return;
        }

        if (!Count(_offset, _offset + 1))
            return;
        _top = new JsonFrame(isObject, _offset, isObject ? _entries.Count : _items.Count);
        _open.Add(_top);
        _lastEnd = ++_offset;
    }

    private void TakeClosing(bool isObject)
    {
        if (_top is null)
        {
            if (!_hasRoot || !IsAfterRoot())
                Report(JsonFaults.ClosesNothing(Here(1)));
            _offset++;
            return;
        }

        if (_top.IsObject != isObject && !CloseUpTo(isObject))
        {
            // No bracket is open that it could close: the one that is was meant.
            Report(JsonFaults.WrongBracket(Here(1), OpeningOf(_top)));
            if (_isStopped)
                return;
        }

        ReportHalfEntry(_offset);
        if (_isStopped)
            return;
        _offset++;
        Close(_offset);
    }

    // "[{ ... ]": the object was not closed.
    private bool CloseUpTo(bool isObject)
    {
        var index = _open.Count - 1;
        while (index >= 0 && _open[index].IsObject != isObject)
            index--;
        if (index < 0)
            return false;
        Report(JsonFaults.NotClosed(OpeningOf(_top!), Here(1)));
        while (_open.Count - 1 > index && !_isStopped)
        {
            _top!.IsTruncated = true;
            Close(_lastEnd);
        }

        return true;
    }

    private void TakeComma()
    {
        if (_top is not { } frame)
        {
            if (!_hasRoot)
                Report(JsonFaults.ValueMissing(Here(1)));
            else
                IsAfterRoot();
            _offset++;
            return;
        }

        if (frame.State is JsonState.Colon or JsonState.Value)
        {
            ReportHalfEntry(_offset);
            frame.State = JsonState.Comma;
        }
        else if (frame.State != JsonState.Comma)
        {
            Report(JsonFaults.NothingBeforeComma(Here(1), frame.IsObject));
        }

        _isCommaForgiven = false;
        _lastEnd = ++_offset;
        frame.State = frame.IsObject ? JsonState.Key : JsonState.Item;
    }

    private void TakeColon()
    {
        if (_top is { IsObject: true, State: JsonState.Colon } frame)
        {
            frame.State = JsonState.Value;
            _lastEnd = ++_offset;
            return;
        }

        if (_top is null && _hasRoot && IsAfterRoot())
            return;
        Report(JsonFaults.StrayColon(Here(1)));
        _offset++;
        if (_top is { IsObject: true, State: JsonState.Key or JsonState.First } keyless)
        {
            keyless.Key = null;
            keyless.State = JsonState.Value;
        }
    }

    private void TakeString()
    {
        var start = _offset;
        if (_top is { IsObject: true } frame && frame.State is JsonState.First or JsonState.Key or JsonState.Comma)
        {
            ExpectComma(frame, start);
            if (_isStopped)
                return;
            var key = ReadString();
            if (!Count(start, _offset))
                return;
            frame.Key = key;
            frame.State = JsonState.Colon;
            _lastEnd = _offset;
            return;
        }

        if (!ExpectValue(start, start + 1))
            return;
        var value = ReadString();
        if (Count(start, _offset))
            Add(value, _offset);
    }

    private ScalarNode ReadString()
    {
        var start = _offset;
        var result = JsonString.Read(_file, start, _strings, _report);
        _offset = result.End;
        _isCommaForgiven = !result.IsClosed;
        return new ScalarNode(_file, start, _offset - start, result.Text, ScalarStyle.DoubleQuoted, isString: true) { IsTruncated = !result.IsClosed };
    }

    private void TakeWord()
    {
        var start = _offset;
        var end = JsonWord.End(_text, start);
        if (_top is { IsObject: true } frame && frame.State is JsonState.First or JsonState.Key or JsonState.Comma)
        {
            // A word that no colon follows is no key.
            if (!JsonWord.IsName(_text, start, end))
            {
                Report(JsonFaults.KeyExpected(_file.Span(start, end)));
                _offset = end;
                return;
            }

            ExpectComma(frame, start);
            if (_isStopped)
                return;
            Report(JsonFaults.KeyWithoutQuotes(_file.Span(start, end)));
            if (!Count(start, end))
                return;
            frame.Key = new ScalarNode(_file, start, end - start, _text.Substring(start, end - start), ScalarStyle.Plain, isString: true);
            frame.State = JsonState.Colon;
            _lastEnd = _offset = end;
            return;
        }

        if (!ExpectValue(start, end) || !Count(start, end))
            return;
        _offset = end;
        if (JsonWord.Fault(_file, start, end) is { } fault)
        {
            Report(fault);
            if (!JsonWord.IsValue(_text, start))
            {
                // Punctuation that means nothing here: nothing is taken for the value.
                Add(null, end);
                return;
            }
        }

        Add(new ScalarNode(_file, start, end - start, _strings.Share(_text, start, end - start), ScalarStyle.Plain, isString: false), end);
    }

    /// <summary>Whether a value may stand at this place, after reporting what is missing before it.</summary>
    private bool ExpectValue(int start, int end)
    {
        if (_top is not { } frame)
        {
            if (!_hasRoot)
                return true;
            IsAfterRoot();
            return false;
        }

        switch (frame.State)
        {
            case JsonState.Colon:
                if (frame.Key is { } key)
                    Report(JsonFaults.ColonMissing(_file.Span(start, end), key));
                frame.State = JsonState.Value;
                break;
            case JsonState.Comma:
                ExpectComma(frame, start);
                break;
            case JsonState.First or JsonState.Key when frame.IsObject:
                Report(JsonFaults.KeyExpected(_file.Span(start, end)));
                frame.Key = null;
                break;
        }

        if (frame.IsObject && frame.State is not JsonState.Value)
        {
            // What stands where a key belongs is read, so as to find its end, and left out.
            frame.IsTruncated = frame.IsKeyReplaced = true;
            frame.Key = null;
            frame.State = JsonState.Value;
        }

        return !_isStopped;
    }

    private void ExpectComma(JsonFrame frame, int start)
    {
        if (frame.State != JsonState.Comma)
            return;
        if (!_isCommaForgiven)
            Report(JsonFaults.CommaMissing(_file.Span(_lastEnd, _lastEnd), _file.Span(start, Math.Min(start + 1, _text.Length))));
        _isCommaForgiven = false;
        frame.State = frame.IsObject ? JsonState.Key : JsonState.Item;
    }

    // The text goes on behind the root: one error, and the rest is not read.
    private bool IsAfterRoot()
    {
        var end = _offset;
        while (end < _text.Length && _text[end] is not ('\n' or '\r'))
            end++;
        while (end > _offset + 1 && char.IsWhiteSpace(_text[end - 1]))
            end--;
        if (_root is not null)
            _root.IsTruncated = true;
        Stop(JsonFaults.TextBehindRoot(_file.Span(_offset, end)));
        return true;
    }

    private void ReportHalfEntry(int offset)
    {
        if (_top is not { IsObject: true } frame || frame.State is not (JsonState.Colon or JsonState.Value))
            return;
        frame.IsTruncated = true;
        if (frame.Key is { } key && !_isCommaForgiven)
            Report(JsonFaults.EntryWithoutValue(key, _file.Span(offset, Math.Min(offset + 1, _text.Length)), frame.State == JsonState.Colon));
    }

    private void ReportEnd()
    {
        // A string without its closing quote may have swallowed the brackets behind it.
        if (_top is { } frame && !_isCommaForgiven)
            Report(JsonFaults.NotClosed(OpeningOf(frame), _file.Span(_text.Length, _text.Length)));
        else if (_top is null && !_hasRoot && _errors.Count == 0)
            Report(JsonFaults.Empty(_file.Span(0, 0)));
    }

    private void Close(int end)
    {
        var frame = _top!;
        _open.RemoveAt(_open.Count - 1);
        _top = _open.Count > 0 ? _open[_open.Count - 1] : null;
        SyntaxNode node;
        if (frame.IsObject)
        {
            _duplicates.Report(_entries, frame.First, _errors);
            var entries = new MappingEntry[_entries.Count - frame.First];
            _entries.CopyTo(frame.First, entries, 0, entries.Length);
            _entries.RemoveRange(frame.First, entries.Length);
            node = new MappingNode(_file, frame.Start, end - frame.Start, entries);
        }
        else
        {
            var items = new SyntaxNode[_items.Count - frame.First];
            _items.CopyTo(frame.First, items, 0, items.Length);
            _items.RemoveRange(frame.First, items.Length);
            node = new SequenceNode(_file, frame.Start, end - frame.Start, items);
        }

        node.IsTruncated = frame.IsTruncated;
        Add(node, end);
    }

    private void Add(SyntaxNode? node, int end)
    {
        _lastEnd = end;
        if (_top is not { } frame)
        {
            _root = node;
            _hasRoot = true;
            return;
        }

        if (node is null || node.IsTruncated)
            frame.IsTruncated = true;
        if (!frame.IsObject)
        {
            if (node is not null)
                _items.Add(node);
        }
        else if (node is not null && frame.Key is { } key)
        {
            frame.IsTruncated |= key.IsTruncated;
            _entries.Add(new MappingEntry(key, node));
        }

        frame.State = frame.IsKeyReplaced ? JsonState.Colon : JsonState.Comma;
        frame.IsKeyReplaced = false;
    }

    private bool Count(int start, int end)
    {
        if (++_nodes <= SyntaxLimits.Nodes)
            return true;
        Stop(LimitFaults.TooManyNodes(_file, start, end));
        return false;
    }

    private void Report(SyntaxError error)
    {
        _isComplete = false;
        if (_top is not null)
            _top.IsTruncated = true;
        if (_isStopped)
            return;
        _errors.Add(error);
        if (++_syntaxErrors == MostErrors)
            _isStopped = true;
    }

    private void Stop(SyntaxError error)
    {
        Report(error);
        _isStopped = true;
    }

    /// <summary>Goes to the next character that means something; false at the end of the text.</summary>
    private bool SkipBlank()
    {
        var text = _text;
        var offset = _offset;
        while (offset < text.Length)
        {
            var c = text[offset];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                offset++;
                continue;
            }

            if (c != '/' || offset + 1 == text.Length || text[offset + 1] is not ('/' or '*'))
            {
                _offset = offset;
                return true;
            }

            offset = text[offset + 1] == '/' ? LineEnd(offset) : CommentEnd(offset);
        }

        _offset = offset;
        return false;
    }

    private int LineEnd(int offset)
    {
        var end = _text.IndexOf('\n', offset);
        return end < 0 ? _text.Length : end;
    }

    private int CommentEnd(int offset)
    {
        var end = _text.IndexOf("*/", offset + 2, StringComparison.Ordinal);
        if (end >= 0)
            return end + 2;
        Stop(JsonFaults.OpenComment(_file.Span(offset, offset + 2)));
        return _text.Length;
    }

    private SourceSpan Here(int length) => _file.Span(_offset, _offset + length);

    private SourceSpan OpeningOf(JsonFrame frame) => _file.Span(frame.Start, frame.Start + 1);
}

using YamlDotNet.Core.Events;

namespace ConnectorLint.Syntax;

/// <summary>Builds the tree from YamlDotNet's events. One use each.</summary>
/// <remarks>Open collections are frames on a stack, never calls: no input can exhaust the thread's stack.</remarks>
internal sealed class YamlTreeBuilder
{
    private readonly SourceText _file;
    private readonly string _text;

    // The text with the repairs: what the parser sees.
    private readonly string _readText;
    private readonly YamlRepairs _repairs;
    private readonly int _end;
    private readonly YamlEvents _events;

    private readonly List<SyntaxDocument> _documents = [];
    private readonly List<SyntaxError> _errors = [];
    private readonly Dictionary<string, YamlAnchor> _anchors = new(StringComparer.Ordinal);
    private readonly DuplicateKeys _duplicates = new();
    private readonly StringCache _strings = new();

    // Open collections; what they hold so far lies at the end of the two lists.
    private readonly Stack<YamlFrame> _open = new();
    private readonly List<SyntaxNode> _items = [];
    private readonly List<MappingEntry> _entries = [];

    private YamlFrame? _top;
    private SyntaxNode? _root;
    private bool _rootTruncated;
    private bool _inDocument;
    private bool _isStopping;
    private bool _complete = true;
    private bool _documentComplete = true;

    // Where the last thing that was read ends.
    private int _lastEnd;
    private long _nodes;

    // The alias without an anchor that was read last, should the parser fail on the same line.
    private YamlRepair? _lostAlias;

    public YamlTreeBuilder(SourceText file, YamlRepairs repairs)
    {
        _file = file;
        _repairs = repairs;
        _text = file.Text;
        var control = ControlCharacters.IndexIn(_text);
        _end = control < 0 ? _text.Length : control;
        _readText = repairs.Apply(_text);
        _events = new YamlEvents(control < 0 ? _readText : _readText.Substring(0, control));
    }

    /// <summary>What has to be read as a letter so that the text can be read further; null when nothing has.</summary>
    public YamlRepair? Repair { get; private set; }

    private bool IsCut => _end < _text.Length;

    public SyntaxTree Read()
    {
        while (_events.MoveNext())
        {
            if (!Take(_events.Current))
                return Finish();
        }

        if (_events.Failure is { } failure)
            Fail(failure);
        else if (IsCut)
            Stop(YamlFaults.ControlCharacter(_file, _end));
        return Finish();
    }

    private bool Take(ParsingEvent current)
    {
        // What touches a refused character may go on behind it.
        if (IsCut && current.End.Index >= _end && current is not StreamStart)
        {
            Stop(YamlFaults.ControlCharacter(_file, _end));
            return false;
        }

        switch (current)
        {
            case Scalar scalar:
                return TakeScalar(scalar);
            case MappingStart start:
                return Open(start, isMapping: true, isFlow: start.Style == MappingStyle.Flow);
            case SequenceStart start:
                return Open(start, isMapping: false, isFlow: start.Style == SequenceStyle.Flow);
            case MappingEnd or SequenceEnd:
                CloseAt((int)current.Start.Index);
                return true;
            case AnchorAlias alias:
                return TakeAlias(alias);
            case DocumentStart:
                _inDocument = true;
                return true;
            case DocumentEnd:
                EndDocument();
                return true;
            default:
                return true;
        }
    }

    private bool TakeScalar(Scalar scalar)
    {
        var start = (int)scalar.Start.Index;
        var end = (int)scalar.End.Index;
        var style = StyleOf(scalar.Style);
        var isEmpty = style == ScalarStyle.Plain && scalar.Value.Length == 0;
        var hasProperties = !scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty;

        // "---" without content gives an empty scalar: the document has no root.
        if (isEmpty && !hasProperties && _top is null)
            return true;

        if (hasProperties)
            start = YamlProperties.End(_readText, start, isEmpty);
        if (isEmpty)
        {
            // The parser puts it at the next thing, maybe lines below.
            start = Math.Min(start, _text.Length);
            if (!hasProperties && start > _lastEnd && YamlCharacters.IsBlank(_text[start - 1]))
                start = BehindColon(start);
            end = start;
        }
        else if (style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            while (end > start + 1 && YamlCharacters.IsBlank(_text[end - 1]))
                end--;
        }

        start = Math.Min(start, end);
        if (!Count(1, start, end))
            return false;
        if (_repairs.TryGet(start, out var error) && !isEmpty)
        {
            // It stands for a scalar that the text does not rightly have.
            _errors.Add(error);
            _complete = false;
            Add(null, start, end);
            return true;
        }

        var node = new ScalarNode(_file, start, end - start, _strings.Share(scalar.Value), style, IsString(scalar, style));
        if (!scalar.Anchor.IsEmpty)
            _anchors[scalar.Anchor.Value] = new YamlAnchor { Node = node, Weight = 1 };
        Add(node, start, end);
        return true;
    }

    private bool TakeAlias(AnchorAlias alias)
    {
        var start = (int)alias.Start.Index;
        var end = (int)alias.End.Index;
        var name = alias.Value.Value;
        var isKnown = _anchors.TryGetValue(name, out var anchored);
        if (isKnown && anchored!.Node is { } node)
        {
            if (!Count(anchored.Weight, start, end))
                return false;
            if (_top is { } frame)
                frame.Weight += anchored.Weight - 1;
            Add(node, start, end);
            return true;
        }

        var error = isKnown
            ? YamlFaults.CyclicAlias(_file.Span(start, end), name)
            : YamlFaults.LostAlias(_file.Span(start, end), name, _anchors.Keys);
        if (!isKnown)
            _lostAlias = new YamlRepair(start, error);
        Report(error);
        Add(null, start, end);
        return true;
    }

    private bool Open(NodeEvent start, bool isMapping, bool isFlow)
    {
        // "[a: b]" holds a mapping without brackets; the parser gives it no place.
        var isBare = isFlow && isMapping && _top is not null && start.End.Index == 0;
        var offset = isBare ? -1 : StartOf(start);
        var at = isBare ? _lastEnd : offset;
        if (_open.Count == SyntaxLimits.Depth)
        {
            Stop(LimitFaults.TooDeep(_file, at));
            return false;
        }

        if (!Count(1, at, at + 1))
            return false;
        YamlAnchor? anchored = null;
        if (!start.Anchor.IsEmpty)
        {
            anchored = new YamlAnchor();
            _anchors[start.Anchor.Value] = anchored;
        }

        var frame = new YamlFrame(isMapping, isFlow && !isBare, offset, isMapping ? _entries.Count : _items.Count, anchored);
        frame.IsInKey = _top is { } parent && (parent.IsInKey || (parent.IsMapping && !parent.IsValueNext));
        _open.Push(frame);
        _top = frame;
        if (!isBare)
            _lastEnd = Math.Max(_lastEnd, isFlow ? offset + 1 : offset);
        return true;
    }

    // A collection's event starts at its anchor or tag; its end is the first token of the collection itself.
    private int StartOf(NodeEvent start)
    {
        if (start.Anchor.IsEmpty && start.Tag.IsEmpty)
            return (int)start.Start.Index;
        var offset = (int)start.End.Index;
        var isIndentless = start is SequenceStart { Style: SequenceStyle.Block } && offset > 0 && _text[offset - 1] == '-'
            && (offset == _text.Length || _text[offset] != '-');
        return isIndentless ? offset - 1 : offset;
    }

    private void CloseAt(int offset)
    {
        var end = _top!.HasBrackets ? offset + 1 : _lastEnd;
        Close(end);
    }

    private void Close(int end)
    {
        var frame = _open.Pop();
        _top = _open.Count > 0 ? _open.Peek() : null;
        var start = frame.Start < 0 ? _lastEnd : frame.Start;
        end = Math.Max(start, end);
        SyntaxNode node;
        if (frame.IsMapping)
        {
            _duplicates.Report(_entries, frame.First, _errors);
            if (frame.HasMerges)
                MergeKeys.Apply(_entries, frame, Report);
            var entries = new MappingEntry[_entries.Count - frame.First];
            _entries.CopyTo(frame.First, entries, 0, entries.Length);
            _entries.RemoveRange(frame.First, entries.Length);
            node = new MappingNode(_file, start, end - start, entries);
        }
        else
        {
            var items = new SyntaxNode[_items.Count - frame.First];
            _items.CopyTo(frame.First, items, 0, items.Length);
            _items.RemoveRange(frame.First, items.Length);
            node = new SequenceNode(_file, start, end - start, items);
        }

        node.IsTruncated = frame.IsTruncated;
        if (frame.Anchored is { } anchored)
        {
            anchored.Node = node;
            anchored.Weight = frame.Weight;
        }

        if (_top is { } parent)
            parent.Weight += frame.Weight - 1;
        Add(node, start, end);
    }

    /// <summary>Gives a node to the collection that is open; null for one that is left out.</summary>
    private void Add(SyntaxNode? node, int start, int end)
    {
        _lastEnd = Math.Max(_lastEnd, end);
        if (_top is not { } frame)
        {
            _root = node;
            _rootTruncated |= node is null;
            return;
        }

        frame.Weight++;
        if (frame.Start < 0)
            frame.Start = start;
        if (node is null || node.IsTruncated)
            frame.IsTruncated = true;
        if (!frame.IsMapping)
        {
            if (node is not null)
                _items.Add(node);
            return;
        }

        if (!frame.IsValueNext)
        {
            frame.IsValueNext = true;
            frame.Key = node as ScalarNode;
            if (node is not null && frame.Key is null)
            {
                frame.IsTruncated = true;
                if (!frame.IsInKey && !_isStopping)
                    Report(YamlFaults.KeyIsNotText(_file.Span(start, end)));
            }

            return;
        }

        frame.IsValueNext = false;
        if (frame.Key is not { } key || node is null)
            return;
        frame.HasMerges |= MergeKeys.IsMerge(key);
        _entries.Add(new MappingEntry(key, node));
    }

    private bool Count(long nodes, int start, int end)
    {
        _nodes += nodes;
        if (_nodes <= SyntaxLimits.Nodes)
            return true;
        Stop(LimitFaults.TooManyNodes(_file, start, end));
        return false;
    }

    private void Report(SyntaxError error)
    {
        _complete = _documentComplete = false;
        _errors.Add(error);
    }

    private void Fail(YamlFailure failure)
    {
        if (IsCut)
        {
            Stop(YamlFaults.ControlCharacter(_file, _end));
            return;
        }

        // "a: *.x, *.y": the alias was the fault, what follows on its line only the consequence.
        if (_lostAlias is { } alias && _file.PositionAt(alias.Offset).Line == _file.PositionAt(failure.Start).Line)
        {
            Repair = alias;
            StopQuietly();
            return;
        }

        var fault = new YamlGrammarFaults(_file, failure, _top, _lastEnd).Explain();
        if (fault.CanRepair)
            Repair = new YamlRepair(fault.Error.Span.Start, fault.Error);
        Stop(fault.Error);
    }

    private void Stop(SyntaxError error)
    {
        StopQuietly();
        Report(error);
    }

    private void StopQuietly()
    {
        _isStopping = true;
        _complete = _documentComplete = false;
        if (_top is { } top)
            TruncateLast(top);
        while (_top is { } frame)
        {
            frame.IsTruncated = true;
            frame.IsValueNext = false;
            Close(_lastEnd);
        }

        if (_inDocument)
            EndDocument();
    }

    // A line that is indented wrongly ends what it was to go on with, so what was closed last may lack its rest.
    private void TruncateLast(YamlFrame top)
    {
        var node = top.IsMapping
            ? _entries.Count > top.First ? _entries[_entries.Count - 1].Value : null
            : _items.Count > top.First ? _items[_items.Count - 1] : null;
        while (node is MappingNode or SequenceNode)
        {
            node.IsTruncated = true;
            node = node is MappingNode mapping
                ? mapping.Entries.Count > 0 ? mapping.Entries[mapping.Entries.Count - 1].Value : null
                : ((SequenceNode)node).Items is { Count: > 0 } items ? items[items.Count - 1] : null;
        }
    }

    private void EndDocument()
    {
        _documents.Add(new SyntaxDocument(_root, _documentComplete && !_rootTruncated && _root?.IsTruncated != true));
        _inDocument = false;
        _root = null;
        _rootTruncated = false;
        _documentComplete = true;
        _anchors.Clear();
    }

    private SyntaxTree Finish()
    {
        if (_errors.Count > 1)
            SyntaxErrors.Sort(_errors);
        return new SyntaxTree(_file, _documents.ToArray(), _errors.ToArray()) { IsComplete = _complete };
    }

    // The place behind the colon that follows what was read last; that thing's end when there is none.
    private int BehindColon(int limit)
    {
        var offset = _lastEnd;
        while (offset < limit && YamlCharacters.IsBlank(_text[offset]))
            offset++;
        return offset < limit && _text[offset] == ':' ? offset + 1 : _lastEnd;
    }

    private static bool IsString(Scalar scalar, ScalarStyle style)
    {
        if (scalar.Tag.IsEmpty)
            return style != ScalarStyle.Plain;
        var tag = scalar.Tag.Value;
        return tag is "tag:yaml.org,2002:str" or "!"
            || (style != ScalarStyle.Plain
                && tag is not ("tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null"));
    }

    private static ScalarStyle StyleOf(YamlDotNet.Core.ScalarStyle style) => style switch
    {
        YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
        YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
        YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
        YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
        _ => ScalarStyle.Plain,
    };
}

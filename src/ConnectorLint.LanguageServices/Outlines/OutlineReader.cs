using System.Text;

namespace ConnectorLint.LanguageServices.Outlines;

/// <summary>
/// Reads YAML or JSON as a tree whatever state it is in: a line that is half typed costs that line, not what follows.
/// The parser of Core says what is right; this says what was meant, so that completion and the like work while the text is broken.
/// </summary>
internal sealed class OutlineReader
{
    // Deeper text is not looked into, so that no input can exhaust the stack.
    private const int MostDepth = 200;

    private readonly string _text;
    private readonly bool _isJson;
    private readonly List<OutlineComment> _comments = [];
    private int _at;

    // The column of the block that holds the brackets being read: a line that begins there or left of it is no part of them.
    private int _floor = -1;

    private OutlineReader(string text, bool isJson)
    {
        _text = text;
        _isJson = isJson;
    }

    private bool IsAtEnd => _at >= _text.Length;

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    public static Outline Read(string text, bool isJson)
    {
        var reader = new OutlineReader(text, isJson);
        return new Outline(isJson ? reader.ReadJson() : reader.ReadYaml(), reader._comments);
    }

    private List<OutlineDocument> ReadJson()
    {
        SkipFlowBlank();
        var root = Current is '{' or '[' ? ReadFlow(0) : null;
        return [new OutlineDocument(0, _text.Length, root)];
    }

    private List<OutlineDocument> ReadYaml()
    {
        var documents = new List<OutlineDocument>();
        var start = 0;
        while (true)
        {
            OutlineNode? root = null;
            while (!IsAtEnd)
            {
                SkipBlank();
                if (IsAtEnd || IsDocumentMarker())
                    break;
                if (Column(_at) == 0 && Current == '%')
                {
                    SkipLine();
                    continue;
                }

                var node = ReadBlock(0, -1, 0);
                root ??= node;
                // What could not be read as a block is skipped by lines.
                if (!IsAtEnd && !IsDocumentMarker() && Column(_at) > 0)
                    SkipLine();
                else if (node is null && !IsAtEnd && !IsDocumentMarker())
                    SkipLine();
            }

            documents.Add(new OutlineDocument(start, _at, root));
            if (IsAtEnd)
                return documents;
            _at += 3;
            start = _at;
        }
    }

    // A node of a block whose column is at least the least one; a sequence may also stand at the column of the key it belongs to.
    private OutlineNode? ReadBlock(int leastColumn, int dashColumn, int depth)
    {
        while (true)
        {
            SkipBlank();
            if (IsAtEnd || IsDocumentMarker() || depth > MostDepth)
                return null;
            var column = Column(_at);
            if (IsDash())
                return column >= leastColumn || column == dashColumn ? ReadSequence(column, depth) : null;
            if (column < leastColumn)
                return null;
            var start = _at;
            SkipProperties();
            if (_at != start && (IsAtEnd || Current is '\n' or '\r' or '#'))
                continue;
            if (IsAtKey() || IsAtUnfinishedKey())
                return ReadMapping(Column(_at), depth);
            return ReadInline(column - 1, depth, keepsWord: true);
        }
    }

    private OutlineSequence ReadSequence(int column, int depth)
    {
        var sequence = new OutlineSequence(_at, false, column);
        while (true)
        {
            SkipBlank();
            if (IsAtEnd || IsDocumentMarker())
                break;
            var at = Column(_at);
            if (at < column || (at == column && !IsDash()))
                break;
            if (at > column)
            {
                SkipLine();
                continue;
            }

            var dash = _at++;
            SkipSpaces();
            SkipProperties();
            OutlineNode? value;
            if (IsAtEnd || Current is '\n' or '\r' or '#')
                value = ReadBlock(column + 1, -1, depth + 1);
            else if (IsDash() || IsAtKey() || IsAtUnfinishedKey())
                value = ReadBlock(column + 1, -1, depth + 1);
            else
                value = ReadInline(column, depth + 1, keepsWord: true);
            sequence.Items.Add(new OutlineItem(dash, value));
            sequence.End = sequence.Items[^1].End;
        }

        return sequence;
    }

    private OutlineMapping ReadMapping(int column, int depth)
    {
        var mapping = new OutlineMapping(_at, false, column);
        while (true)
        {
            SkipBlank();
            if (IsAtEnd || IsDocumentMarker())
                break;
            var at = Column(_at);
            // The first key may stand behind an anchor or a dash.
            if (at < column || (at == column && IsDash()))
                break;
            if (at > column)
            {
                SkipLine();
                continue;
            }

            mapping.Entries.Add(ReadEntry(column, depth));
            mapping.End = mapping.Entries[^1].End;
        }

        return mapping;
    }

    private OutlineEntry ReadEntry(int column, int depth)
    {
        if (Current == '?' && _at + 1 < _text.Length && _text[_at + 1] == ' ')
        {
            _at += 2;
            SkipSpaces();
        }

        if (!IsAtKey())
        {
            // A key that is being typed: its colon is still to come.
            var word = ReadWord();
            SkipLine();
            return new OutlineEntry(word);
        }

        var entry = new OutlineEntry(Current is '"' or '\'' ? ReadQuoted(column) : ReadPlainKey());
        SkipSpaces();
        entry.Colon = _at++;
        SkipSpaces();
        SkipProperties();
        entry.Value = IsAtEnd || Current is '\n' or '\r' or '#'
            ? ReadBlock(column + 1, column, depth + 1)
            : ReadInline(column, depth + 1, keepsWord: false);
        return entry;
    }

    // What stands on the line itself, behind a key or a dash.
    private OutlineNode? ReadInline(int floor, int depth, bool keepsWord)
    {
        var before = _floor;
        _floor = floor;
        OutlineNode? node = Current switch
        {
            '{' or '[' => ReadFlow(depth),
            '"' or '\'' => ReadQuoted(floor),
            '|' or '>' => ReadBlockScalar(floor),
            _ => ReadWord(),
        };
        _floor = before;
        if (node is OutlineScalar { Quote: not '|' } or OutlineMapping or OutlineSequence)
            SkipRestOfLine();
        return node is OutlineScalar { Text.Length: 0, Quote: '\0' } && !keepsWord ? null : node;
    }

    private OutlineNode ReadFlow(int depth)
    {
        var isMapping = Current == '{';
        var start = _at++;
        if (depth > MostDepth)
        {
            _at = _text.Length;
            return new OutlineScalar(start, _at, '\0', true, "");
        }

        if (isMapping)
        {
            var mapping = new OutlineMapping(start, true, -1);
            ReadFlowEntries(mapping, depth);
            mapping.End = _at;
            return mapping;
        }

        var sequence = new OutlineSequence(start, true, -1);
        ReadFlowItems(sequence, depth);
        sequence.End = _at;
        return sequence;
    }

    private void ReadFlowEntries(OutlineMapping mapping, int depth)
    {
        while (SkipFlowBlank())
        {
            if (Current == '}')
            {
                _at++;
                return;
            }

            if (Current == ']')
                return;
            if (Current is ',' or ':' or '{' or '[')
            {
                // A list without a key is read, so that its brackets close.
                if (Current is '{' or '[')
                    ReadFlow(depth + 1);
                else
                    _at++;
                continue;
            }

            var entry = new OutlineEntry(ReadFlowScalar(isKey: true));
            mapping.Entries.Add(entry);
            if (!SkipFlowBlank() || Current != ':')
                continue;
            entry.Colon = _at++;
            if (!SkipFlowBlank() || Current is ',' or '}' or ']')
                continue;
            SkipProperties();
            if (Current is ',' or '}' or ']' or '\n' or '\r')
                continue;
            entry.Value = Current is '{' or '[' ? ReadFlow(depth + 1) : ReadFlowScalar(isKey: false);
        }
    }

    private void ReadFlowItems(OutlineSequence sequence, int depth)
    {
        while (SkipFlowBlank())
        {
            if (Current == ']')
            {
                _at++;
                return;
            }

            if (Current == '}')
                return;
            if (Current is ',' or ':')
            {
                _at++;
                continue;
            }

            SkipProperties();
            if (IsAtEnd || Current is ',' or ']' or '}' or '\n' or '\r')
                continue;
            var start = _at;
            sequence.Items.Add(new OutlineItem(start, Current is '{' or '[' ? ReadFlow(depth + 1) : ReadFlowScalar(isKey: false)));
        }
    }

    private OutlineScalar ReadFlowScalar(bool isKey)
    {
        if (Current is '"' or '\'')
            return ReadQuoted(_floor);
        var start = _at;
        while (!IsAtEnd && Current is not (',' or '[' or ']' or '{' or '}' or '\n' or '\r' or '"'))
        {
            if (Current == ':' && IsColonEnd(_at + 1))
                break;
            if (Current == ':' && isKey && _isJson)
                break;
            if (Current == '#' && !_isJson && _text[_at - 1] is ' ' or '\t')
                break;
            _at++;
        }

        // Always some progress, whatever stands there.
        if (_at == start)
            _at++;
        return Plain(start, _at);
    }

    private OutlineScalar ReadPlainKey()
    {
        var start = _at;
        while (!(Current == ':' && IsColonEnd(_at + 1)))
            _at++;
        return Plain(start, _at);
    }

    // A plain scalar up to the end of the line or a comment.
    private OutlineScalar ReadWord()
    {
        var start = _at;
        while (!IsAtEnd && Current is not ('\n' or '\r') && !(Current == '#' && _at > start && _text[_at - 1] is ' ' or '\t'))
            _at++;
        return Plain(start, _at);
    }

    private OutlineScalar Plain(int start, int end)
    {
        while (end > start && _text[end - 1] is ' ' or '\t')
            end--;
        return new OutlineScalar(start, end, '\0', true, _text[start..end]);
    }

    private OutlineScalar ReadQuoted(int floor)
    {
        var start = _at;
        var quote = Current;
        var text = new StringBuilder();
        var endOfLine = -1;
        var lengthAtEndOfLine = 0;
        for (_at++; !IsAtEnd; _at++)
        {
            var c = Current;
            if (c == quote)
            {
                if (quote == '\'' && _at + 1 < _text.Length && _text[_at + 1] == '\'')
                {
                    text.Append('\'');
                    _at++;
                    continue;
                }

                _at++;
                return new OutlineScalar(start, _at, quote, true, text.ToString());
            }

            if (c is '\n' or '\r')
            {
                if (endOfLine < 0)
                {
                    endOfLine = _at;
                    lengthAtEndOfLine = text.Length;
                }

                if (_isJson || EndsBlock(floor))
                    break;
                text.Append(' ');
                continue;
            }

            if (c == '\\' && quote == '"' && _at + 1 < _text.Length && _text[_at + 1] is not ('\n' or '\r'))
            {
                _at++;
                AppendEscape(text);
                continue;
            }

            text.Append(c);
        }

        // It is still being typed: it ends with its line.
        if (endOfLine >= 0)
        {
            _at = endOfLine;
            text.Length = lengthAtEndOfLine;
        }

        return new OutlineScalar(start, _at, quote, false, text.ToString());
    }

    private void AppendEscape(StringBuilder text)
    {
        switch (Current)
        {
            case 'n':
                text.Append('\n');
                break;
            case 't':
                text.Append('\t');
                break;
            case 'r':
                text.Append('\r');
                break;
            case 'u' when _at + 4 < _text.Length && ushort.TryParse(_text.AsSpan(_at + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var unit):
                text.Append((char)unit);
                _at += 4;
                break;
            default:
                text.Append(Current);
                break;
        }
    }

    private OutlineScalar ReadBlockScalar(int floor)
    {
        var start = _at;
        SkipLine();
        var end = _at;
        while (!IsAtEnd)
        {
            var lineStart = _at;
            SkipSpaces();
            if (!IsAtEnd && Current is not ('\n' or '\r') && Column(_at) <= floor)
            {
                _at = lineStart;
                break;
            }

            SkipLine();
            end = _at;
        }

        while (end > start && _text[end - 1] is '\n' or '\r' or ' ')
            end--;
        return new OutlineScalar(start, end, '|', true, _text[start..end]);
    }

    // Anchors and tags say nothing that a service needs.
    private void SkipProperties()
    {
        while (Current is '&' or '!')
        {
            while (!IsAtEnd && !char.IsWhiteSpace(Current) && Current is not (',' or '}' or ']'))
                _at++;
            SkipSpaces();
        }
    }

    // Whether a key with its colon begins here, on this line.
    private bool IsAtKey()
    {
        var i = _at;
        if (i >= _text.Length || _text[i] is '{' or '[' or '|' or '>' or '#')
            return false;
        if (_text[i] is '"' or '\'')
        {
            var quote = _text[i];
            for (i++; i < _text.Length && _text[i] is not ('\n' or '\r') && _text[i] != quote; i++)
                i += _text[i] == '\\' && quote == '"' && i + 1 < _text.Length && _text[i + 1] is not ('\n' or '\r') ? 1 : 0;
            if (i >= _text.Length || _text[i] != quote)
                return false;
            for (i++; i < _text.Length && _text[i] is ' ' or '\t';)
                i++;
            return i < _text.Length && _text[i] == ':' && IsColonEnd(i + 1);
        }

        for (; i < _text.Length && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] == '#' && i > 0 && _text[i - 1] is ' ' or '\t')
                return false;
            if (_text[i] == ':' && IsColonEnd(i + 1))
                return true;
        }

        return false;
    }

    // A word alone on its line, with a key below it: the first key of a mapping, being typed.
    private bool IsAtUnfinishedKey()
    {
        if (Current is '{' or '[' or '|' or '>' or '"' or '\'' or '*')
            return false;
        var before = _at;
        while (!IsAtEnd && Current is not ('\n' or '\r'))
            _at++;
        while (!IsAtEnd && Current is ' ' or '\t' or '\n' or '\r')
            _at++;
        var isKey = !IsAtEnd && Column(_at) == Column(before) && !IsDash() && IsAtKey();
        _at = before;
        return isKey;
    }

    private bool IsColonEnd(int behind) => behind >= _text.Length || _text[behind] is ' ' or '\t' or '\n' or '\r' or ',' or '}' or ']' or '{' or '[' || (_isJson && _text[behind] is '"');

    private bool IsDash() => Current == '-' && (_at + 1 >= _text.Length || _text[_at + 1] is ' ' or '\t' or '\n' or '\r');

    private bool IsDocumentMarker() =>
        !_isJson && Column(_at) == 0 && _at + 3 <= _text.Length && (_text.AsSpan(_at, 3) is "---" or "...") && (_at + 3 == _text.Length || char.IsWhiteSpace(_text[_at + 3]));

    private int Column(int offset)
    {
        if (offset <= 0)
            return 0;
        var start = _text.AsSpan(0, offset).LastIndexOfAny('\n', '\r');
        return offset - start - 1;
    }

    // At a line end: whether the next line that is not blank stands at the floor or left of it.
    private bool EndsBlock(int floor)
    {
        var i = _at;
        while (i < _text.Length && _text[i] is ' ' or '\t' or '\n' or '\r')
            i++;
        return i >= _text.Length || (Column(i) <= floor && _text[i] is not ('}' or ']'));
    }

    private void SkipSpaces()
    {
        while (Current is ' ' or '\t')
            _at++;
    }

    private void SkipLine()
    {
        while (!IsAtEnd && Current is not ('\n' or '\r'))
        {
            if (Current == '#' && (_at == 0 || char.IsWhiteSpace(_text[_at - 1])))
                SkipComment();
            else
                _at++;
        }

        SkipLineEnd();
    }

    private void SkipRestOfLine()
    {
        SkipSpaces();
        if (IsAtEnd || Current is '\n' or '\r' or '#')
            return;
        SkipLine();
    }

    private void SkipLineEnd()
    {
        if (Current == '\r')
            _at++;
        if (Current == '\n')
            _at++;
    }

    private void SkipComment()
    {
        var start = _at;
        while (!IsAtEnd && Current is not ('\n' or '\r'))
            _at++;
        _comments.Add(new OutlineComment(start, _at));
    }

    // Blank space, line ends and comments.
    private void SkipBlank()
    {
        while (!IsAtEnd)
        {
            if (Current is ' ' or '\t' or '\n' or '\r')
                _at++;
            else if (Current == '#' && (_at == 0 || char.IsWhiteSpace(_text[_at - 1])))
                SkipComment();
            else
                return;
        }
    }

    // The same within brackets; false where they end although nothing closes them.
    private bool SkipFlowBlank()
    {
        while (!IsAtEnd)
        {
            if (Current is '\n' or '\r')
            {
                if (!_isJson && EndsBlock(_floor))
                    return false;
                _at++;
            }
            else if (char.IsWhiteSpace(Current))
            {
                _at++;
            }
            else if (Current == '#' && !_isJson && (_at == 0 || char.IsWhiteSpace(_text[_at - 1])))
            {
                SkipComment();
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}

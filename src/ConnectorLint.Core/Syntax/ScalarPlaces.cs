namespace ConnectorLint.Syntax;

/// <summary>Walks through a scalar's source and its decoded text side by side, and notes where a part of the text lies.</summary>
internal sealed class ScalarPlaces(ScalarNode node, int start, int end)
{
    private readonly string _source = node.File.Text;
    private readonly int _sourceEnd = node.Start + node.Length;

    // The next character of the decoded text.
    private int _index;
    private int _from = -1;
    private int _to = -1;

    /// <summary>Where the part lies, once a reading gave true.</summary>
    public SourceSpan Place => node.File.Span(_from, Math.Max(_from, _to));

    public bool ReadPlain()
    {
        var offset = node.Start;
        while (offset < _sourceEnd)
        {
            var blank = BlankEnd(offset);
            if (blank > offset ? !ReadBlank(offset, blank) : !Take(_source[offset], offset, offset + 1))
                return false;
            offset = Math.Max(blank, offset + (blank > offset ? 0 : 1));
        }

        return Finish(_sourceEnd);
    }

    public bool ReadQuoted(char quote)
    {
        var offset = node.Start + 1;
        var close = _sourceEnd > offset && _source[_sourceEnd - 1] == quote ? _sourceEnd - 1 : _sourceEnd;
        while (offset < close)
        {
            var blank = Math.Min(BlankEnd(offset), close);
            if (blank > offset)
            {
                if (!ReadBlank(offset, blank))
                    return false;
                offset = blank;
                continue;
            }

            var next = NextOf(offset, quote, close);
            if (next < 0)
                return false;
            offset = next;
        }

        return Finish(close);
    }

    public bool ReadBlock()
    {
        var offset = LineEnd(node.Start);
        offset = SkipBreak(offset);
        if (!TryFindIndent(offset, out var indent))
            return _index == node.Text.Length && Finish(_sourceEnd);
        var isFirst = true;
        while (offset < _sourceEnd)
        {
            // Blank lines and the break before them.
            var breaks = 0;
            var firstBreak = isFirst ? offset : SkipBackBreak(offset);
            while (offset < _sourceEnd && IsBlankLine(offset, indent))
            {
                breaks++;
                offset = SkipBreak(LineEnd(offset));
            }

            if (offset >= _sourceEnd)
                break;
            if (!ReadBreaks(firstBreak, offset + indent, isFirst ? breaks : breaks + 1, isFirst))
                return false;
            isFirst = false;
            offset += indent;
            var lineEnd = Math.Min(LineEnd(offset), _sourceEnd);
            for (; offset < lineEnd; offset++)
            {
                if (!Take(_source[offset], offset, offset + 1))
                    return false;
            }

            offset = SkipBreak(offset);
        }

        // The breaks that end the block lie behind the node, which ends with its last character.
        while (_index < node.Text.Length && node.Text[_index] is '\n' or ' ' or '\t')
        {
            if (!Take(node.Text[_index], _sourceEnd, _sourceEnd))
                return false;
        }

        return Finish(_sourceEnd);
    }

    // The breaks between two lines of a block: as many line feeds, or, folded, one fewer or a space.
    private bool ReadBreaks(int from, int to, int count, bool isFirst)
    {
        if (count == 0)
            return true;
        if (_index < node.Text.Length && node.Text[_index] == ' ' && node.Style == ScalarStyle.Folded && count == 1 && !isFirst)
            return Take(' ', from, to);
        var written = 0;
        while (written < count && _index + written < node.Text.Length && node.Text[_index + written] == '\n')
            written++;
        if (written < (node.Style == ScalarStyle.Folded ? count - 1 : count))
            return false;
        var offset = from;
        for (var i = 0; i < count; i++)
        {
            var next = i == count - 1 ? to : SkipBreak(LineEnd(offset));
            if (i >= count - written && !Take('\n', offset, Math.Max(offset, next)))
                return false;
            offset = Math.Max(offset, next);
        }

        return true;
    }

    private bool TryFindIndent(int offset, out int indent)
    {
        indent = 0;
        while (offset < _sourceEnd)
        {
            var column = 0;
            while (offset + column < _sourceEnd && _source[offset + column] == ' ')
                column++;
            if (offset + column < _sourceEnd && !YamlCharacters.IsBreak(_source[offset + column]))
            {
                // An indentation indicator makes the first line's further spaces part of the text.
                var text = 0;
                while (text < node.Text.Length && node.Text[text] is '\n')
                    text++;
                var inner = text;
                while (inner < node.Text.Length && node.Text[inner] == ' ')
                    inner++;
                indent = column - (inner - text);
                return indent >= 0;
            }

            offset = SkipBreak(LineEnd(offset));
        }

        return false;
    }

    private bool IsBlankLine(int offset, int indent)
    {
        var column = 0;
        while (offset + column < _sourceEnd && column < indent && _source[offset + column] == ' ')
            column++;
        return offset + column >= _sourceEnd || YamlCharacters.IsBreak(_source[offset + column]);
    }

    /// <summary>Blank space inside a plain or quoted scalar: itself, or folded where it holds a line break.</summary>
    private bool ReadBlank(int from, int to)
    {
        var breaks = 0;
        for (var i = from; i < to; i++)
        {
            if (YamlCharacters.IsBreak(_source[i]) && !(_source[i] == '\n' && i > from && _source[i - 1] == '\r'))
                breaks++;
        }

        if (breaks == 0)
        {
            for (var i = from; i < to; i++)
            {
                if (!Take(_source[i], i, i + 1))
                    return false;
            }

            return true;
        }

        if (breaks == 1)
            return Take(' ', from, to);
        var offset = from;
        for (var i = 1; i < breaks; i++)
        {
            var next = i == breaks - 1 ? to : SkipBreak(LineEnd(offset));
            if (!Take('\n', offset, next))
                return false;
            offset = next;
        }

        return true;
    }

    /// <summary>Reads one character or escape of a quoted scalar; gives the offset behind it, or -1.</summary>
    private int NextOf(int offset, char quote, int close)
    {
        var c = _source[offset];
        if (c == '\'' && quote == '\'' && node.Style == ScalarStyle.SingleQuoted)
            return Take(c, offset, offset + 2) ? offset + 2 : -1;
        if (c != '\\' || node.Style == ScalarStyle.SingleQuoted || offset + 1 >= close)
            return Take(c, offset, offset + 1) ? offset + 1 : -1;
        var escape = _source[offset + 1];
        if (YamlCharacters.IsBreak(escape))
        {
            // An escaped line break and the indentation behind it say nothing.
            return Math.Min(BlankEnd(offset + 1), close);
        }

        var digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
            return Take(Simple(escape), offset, offset + 2) ? offset + 2 : -1;
        var end = offset + 2 + digits;
        if (end > close || !int.TryParse(_source.Substring(offset + 2, digits), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            return -1;
        if (code < 0x10000)
            return Take((char)code, offset, end) ? end : -1;
        if (code > 0x10FFFF)
            return -1;
        var pair = char.ConvertFromUtf32(code);
        return Take(pair[0], offset, end) && Take(pair[1], offset, end) ? end : -1;
    }

    private static char Simple(char escape) => escape switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001B',
        'N' => '\u0085',
        '_' => '\u00A0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => escape,
    };

    /// <summary>Notes that the next character of the text is this one, from these offsets; false when it is another.</summary>
    private bool Take(char c, int from, int to)
    {
        if (_index >= node.Text.Length || node.Text[_index] != c)
            return false;
        if (_index == start)
            _from = from;
        if (_index == end - 1)
            _to = to;
        _index++;
        return true;
    }

    private bool Finish(int close)
    {
        if (_index != node.Text.Length)
            return false;
        if (_from < 0)
            _from = close;
        if (_to < 0)
            _to = _from;
        return true;
    }

    private int BlankEnd(int offset)
    {
        while (offset < _sourceEnd && YamlCharacters.IsBlank(_source[offset]))
            offset++;
        return offset;
    }

    private int LineEnd(int offset)
    {
        while (offset < _source.Length && !YamlCharacters.IsBreak(_source[offset]))
            offset++;
        return offset;
    }

    private int SkipBreak(int offset)
    {
        if (offset + 1 < _source.Length && _source[offset] == '\r' && _source[offset + 1] == '\n')
            return offset + 2;
        return Math.Min(offset + 1, _source.Length);
    }

    private int SkipBackBreak(int offset)
    {
        if (offset >= 2 && _source[offset - 2] == '\r' && _source[offset - 1] == '\n')
            return offset - 2;
        return offset - 1;
    }
}

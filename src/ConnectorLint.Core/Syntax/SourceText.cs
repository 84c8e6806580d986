namespace ConnectorLint.Syntax;

/// <summary>The text of one file, and the way from an offset in it to a line and a column.</summary>
/// <remarks>Immutable and safe to share between threads; the line index is made when it is first asked for.</remarks>
public sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>Makes the text of one file.</summary>
    /// <param name="path">The path as findings show it, with forward slashes.</param>
    /// <param name="text">The decoded text; a byte order mark at its start is taken off.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
    }

    /// <summary>The path as findings show it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>How many lines the text has; at least 1. A line ends with LF, CRLF or a lone CR.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    /// <summary>The line and column of an offset, both 1-based, the column in UTF-16 code units.</summary>
    /// <param name="offset">From 0 to the length of the text; what lies outside is moved to the nearer end.</param>
    public LinePosition PositionAt(int offset)
    {
        offset = Math.Max(0, Math.Min(offset, Text.Length));
        var line = Array.BinarySearch(LineStarts, offset);
        if (line < 0)
            line = ~line - 1;
        return new LinePosition(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The offset at which a line starts.</summary>
    /// <param name="line">1-based; from 1 to <see cref="LineCount"/>.</param>
    public int LineStart(int line) => LineStarts[line - 1];

    /// <summary>The text of a line without its line end.</summary>
    /// <param name="line">1-based; from 1 to <see cref="LineCount"/>.</param>
    public string LineText(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
            end--;
        return Text.Substring(start, end - start);
    }

    /// <summary>The span from one offset to another.</summary>
    public SourceSpan Span(int start, int end) => new(this, start, Math.Max(0, end - start));

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return starts.ToArray();
    }
}

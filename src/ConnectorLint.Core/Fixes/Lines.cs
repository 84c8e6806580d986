namespace ConnectorLint.Fixes;

/// <summary>Lines of a text, by offsets.</summary>
internal static class Lines
{
    public static int StartOf(string text, int offset)
    {
        while (offset > 0 && !IsBreak(text[offset - 1]))
            offset--;
        return offset;
    }

    /// <summary>Where the line ends, before its line break.</summary>
    public static int EndOf(string text, int offset)
    {
        while (offset < text.Length && !IsBreak(text[offset]))
            offset++;
        return offset;
    }

    /// <summary>The offset behind the line break that stands at an offset.</summary>
    public static int BehindBreak(string text, int end)
    {
        if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            return end + 2;
        return Math.Min(end + 1, text.Length);
    }

    /// <summary>Where the line before ends, before its line break.</summary>
    public static int EndOfPrevious(string text, int start)
    {
        if (start >= 2 && text[start - 2] == '\r' && text[start - 1] == '\n')
            return start - 2;
        return Math.Max(0, start - 1);
    }

    /// <summary>How many characters stand before an offset on its line.</summary>
    public static int ColumnOf(string text, int offset) => offset - StartOf(text, offset);

    /// <summary>The indentation of the line that holds an offset.</summary>
    public static string IndentAt(string text, int offset)
    {
        var start = StartOf(text, offset);
        return text.Substring(start, SkipBlank(text, start) - start);
    }

    public static bool IsBlank(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] is not (' ' or '\t'))
                return false;
        }

        return true;
    }

    public static int SkipBlank(string text, int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t')
            offset++;
        return offset;
    }

    /// <summary>Where the dash of a list's item is, also on a line above; -1 when something else stands before the item.</summary>
    public static int DashBefore(string text, int item)
    {
        var dash = item - 1;
        while (dash >= 0 && (text[dash] is ' ' or '\t' || IsBreak(text[dash])))
            dash--;
        return dash >= 0 && text[dash] == '-' ? dash : -1;
    }

    public static bool IsBreak(char c) => c is '\n' or '\r';

    /// <summary>The line break that the text uses.</summary>
    public static string BreakOf(string text)
    {
        var at = text.IndexOfAny(['\r', '\n']);
        if (at < 0 || text[at] == '\n')
            return "\n";
        return at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }
}

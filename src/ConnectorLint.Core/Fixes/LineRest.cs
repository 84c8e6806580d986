namespace ConnectorLint.Fixes;

/// <summary>What follows on a line.</summary>
/// <param name="Comment">Where a comment begins; -1: there is none.</param>
/// <param name="End">Where the line ends, before its line break.</param>
/// <param name="IsFree">Whether nothing but blank space and a comment follows.</param>
internal readonly record struct LineRest(int Comment, int End, bool IsFree)
{
    public static LineRest At(string text, int offset, bool isJson)
    {
        var end = Lines.EndOf(text, offset);
        var next = Lines.SkipBlank(text, offset);
        if (next >= end)
            return new LineRest(-1, end, true);
        var isComment = isJson
            ? text[next] == '/' && next + 1 < end && text[next + 1] == '/'
            : text[next] == '#' && next > offset;
        return new LineRest(isComment ? next : -1, end, isComment);
    }
}

namespace ConnectorLint.Fixes;

/// <summary>What stands between two parts of a collection in brackets: blank space, comments, at most one comma.</summary>
/// <param name="IsKnown">Whether nothing else does.</param>
/// <param name="Comma">Where the comma is; -1: there is none.</param>
/// <param name="HasComment">Whether there is a comment.</param>
internal readonly record struct FlowGap(bool IsKnown, int Comma, bool HasComment)
{
    public static FlowGap Between(string text, int from, int to, bool isJson)
    {
        var comma = -1;
        var hasComment = false;
        for (var i = from; i < to; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r')
                continue;
            if (c == ',' && comma < 0)
            {
                comma = i;
            }
            else if (!isJson && c == '#' && i > 0 && text[i - 1] is ' ' or '\t' or '\n' or '\r')
            {
                hasComment = true;
                i = Lines.EndOf(text, i);
            }
            else if (isJson && c == '/' && i + 1 < to && text[i + 1] == '/')
            {
                hasComment = true;
                i = Lines.EndOf(text, i);
            }
            else if (isJson && c == '/' && i + 1 < to && text[i + 1] == '*')
            {
                hasComment = true;
                var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                i = end < 0 ? to : end + 1;
            }
            else
            {
                return new FlowGap(false, comma, hasComment);
            }
        }

        return new FlowGap(true, comma, hasComment);
    }
}

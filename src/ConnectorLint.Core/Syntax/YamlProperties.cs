namespace ConnectorLint.Syntax;

/// <summary>Anchors and tags before a node: they are no part of its span.</summary>
internal static class YamlProperties
{
    /// <summary>The offset behind the anchor and tag that start at <paramref name="start"/>: where the node itself starts, or, when it is empty, the end of the last of them.</summary>
    public static int End(string text, int start, bool isEmpty)
    {
        var offset = start;
        var end = start;
        while (offset < text.Length && text[offset] is '&' or '!')
        {
            var isVerbatim = text[offset] == '!' && offset + 1 < text.Length && text[offset + 1] == '<';
            while (offset < text.Length && !YamlCharacters.IsBlank(text[offset]) && (isVerbatim || text[offset] is not (',' or '[' or ']' or '{' or '}')))
                offset++;
            end = offset;
            offset = SkipBlank(text, offset);
        }

        return isEmpty ? end : offset;
    }

    private static int SkipBlank(string text, int offset)
    {
        while (offset < text.Length)
        {
            if (YamlCharacters.IsBlank(text[offset]))
            {
                offset++;
                continue;
            }

            if (text[offset] != '#')
                break;
            while (offset < text.Length && !YamlCharacters.IsBreak(text[offset]))
                offset++;
        }

        return offset;
    }
}

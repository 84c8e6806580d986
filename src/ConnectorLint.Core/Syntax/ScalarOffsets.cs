namespace ConnectorLint.Syntax;

/// <summary>Finds the place of a part of a scalar's decoded text by reading the scalar again beside it.</summary>
internal static class ScalarOffsets
{
    /// <summary>The place of <c>Text[start..start+length]</c>; the whole scalar where text and source don't agree.</summary>
    public static SourceSpan Map(ScalarNode node, int start, int length)
    {
        start = Math.Max(0, Math.Min(start, node.Text.Length));
        length = Math.Max(0, Math.Min(length, node.Text.Length - start));
        if (MapVerbatim(node, start, length) is { } verbatim)
            return verbatim;
        var finder = new ScalarPlaces(node, start, start + length);
        var isAligned = node.Style switch
        {
            ScalarStyle.Plain => finder.ReadPlain(),
            ScalarStyle.SingleQuoted => finder.ReadQuoted('\''),
            ScalarStyle.DoubleQuoted => finder.ReadQuoted(node.File.Text[node.Start]),
            _ => finder.ReadBlock(),
        };
        return isAligned ? finder.Place : node.Span;
    }

    // By far the most scalars stand in the file as they are.
    private static SourceSpan? MapVerbatim(ScalarNode node, int start, int length)
    {
        if (node.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            return null;
        var quotes = node.Style == ScalarStyle.Plain ? 0 : 1;
        if (node.Length - (2 * quotes) != node.Text.Length
            || string.CompareOrdinal(node.File.Text, node.Start + quotes, node.Text, 0, node.Text.Length) != 0)
            return null;
        return new SourceSpan(node.File, node.Start + quotes + start, length);
    }
}

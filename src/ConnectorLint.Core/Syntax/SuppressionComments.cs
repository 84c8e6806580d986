namespace ConnectorLint.Syntax;

/// <summary>Finds <c># connectorlint-...</c> comments; the parser itself drops comments.</summary>
public static class SuppressionComments
{
    private const string Marker = "connectorlint-";

    /// <summary>The comments of a YAML file that begin with <c>connectorlint-</c>, in the order of the text; none in JSON.</summary>
    public static IReadOnlyList<SuppressionComment> Find(SyntaxTree tree)
    {
        var text = tree.File.Text;
        var at = text.IndexOf(Marker, StringComparison.Ordinal);
        if (at < 0 || SyntaxReader.IsJson(tree.File))
            return [];
        var comments = new List<SuppressionComment>();
        for (; at >= 0; at = text.IndexOf(Marker, at + Marker.Length, StringComparison.Ordinal))
        {
            var hash = at - 1;
            while (hash >= 0 && text[hash] is ' ' or '\t')
                hash--;
            if (hash < 0 || text[hash] != '#' || !IsCommentStart(text, hash) || IsInScalar(tree, hash))
                continue;
            var end = at;
            while (end < text.Length && text[end] is not ('\n' or '\r'))
                end++;
            while (char.IsWhiteSpace(text[end - 1]))
                end--;
            comments.Add(new SuppressionComment(tree.File.Span(hash, end), text.Substring(at, end - at)));
        }

        return comments;
    }

    private static bool IsCommentStart(string text, int hash) => hash == 0 || text[hash - 1] is ' ' or '\t' or '\n' or '\r';

    private static bool IsInScalar(SyntaxTree tree, int offset)
    {
        foreach (var document in tree.Documents)
        {
            var node = document.Root;
            while (node is not null && Covers(node, offset))
            {
                if (node is ScalarNode scalar)
                    return !IsOnHeader(scalar, offset);
                node = node is MappingNode mapping ? ChildAt(mapping, offset) : ChildAt((SequenceNode)node, offset);
            }
        }

        return false;
    }

    // "key: | # comment": the line of the indicator is no part of the block's text.
    private static bool IsOnHeader(ScalarNode scalar, int offset) =>
        scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
        && scalar.File.Text.IndexOf('\n', scalar.Start, offset - scalar.Start) < 0
        && scalar.File.Text.IndexOf('\r', scalar.Start, offset - scalar.Start) < 0;

    private static bool Covers(SyntaxNode node, int offset) => node.Start <= offset && offset < node.Start + node.Length;

    // An alias's node stands elsewhere and so never covers the place; nothing is walked twice.
    private static SyntaxNode? ChildAt(MappingNode mapping, int offset)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.IsMerged)
                continue;
            if (Covers(entry.Key, offset))
                return entry.Key;
            if (Covers(entry.Value, offset))
                return entry.Value;
        }

        return null;
    }

    private static SyntaxNode? ChildAt(SequenceNode sequence, int offset)
    {
        foreach (var item in sequence.Items)
        {
            if (Covers(item, offset))
                return item;
        }

        return null;
    }
}

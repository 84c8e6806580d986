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
            if (hash < 0 || text[hash] != '#' || !IsCommentStart(text, hash))
                continue;
            var end = at;
            while (end < text.Length && text[end] is not ('\n' or '\r'))
                end++;
            while (char.IsWhiteSpace(text[end - 1]))
                end--;
            // Two on one line: the first ends where the second begins.
            if (comments.Count > 0 && comments[comments.Count - 1] is var last && last.Span.End > hash)
                comments[comments.Count - 1] = Shorten(last, hash);
            comments.Add(new SuppressionComment(tree.File.Span(hash, end), text.Substring(at, end - at)));
        }

        RemoveTextOfScalars(tree, comments);
        return comments;
    }

    private static SuppressionComment Shorten(SuppressionComment comment, int end)
    {
        var text = comment.Text.Substring(0, comment.Text.Length - (comment.Span.End - end)).TrimEnd();
        var start = comment.Span.End - comment.Text.Length;
        return new SuppressionComment(comment.Span.File.Span(comment.Span.Start, start + text.Length), text);
    }

    private static bool IsCommentStart(string text, int hash) => hash == 0 || text[hash - 1] is ' ' or '\t' or '\n' or '\r';

    /// <summary>Takes out what stands inside a scalar: each node of the tree is seen once, however many comments there are.</summary>
    private static void RemoveTextOfScalars(SyntaxTree tree, List<SuppressionComment> comments)
    {
        var found = new SortedSet<int>(comments.Select(comment => comment.Span.Start));
        var pending = new Stack<SyntaxNode>();
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
                pending.Push(root);
        }

        while (pending.Count > 0 && found.Count > 0)
        {
            var node = pending.Pop();
            var inside = found.GetViewBetween(node.Start, node.Start + node.Length);
            if (inside.Count == 0)
                continue;
            switch (node)
            {
                case ScalarNode scalar:
                    foreach (var offset in inside.ToArray())
                    {
                        if (offset < scalar.Start + scalar.Length && !IsOnHeader(scalar, offset))
                            found.Remove(offset);
                    }

                    break;
                case SequenceNode sequence:
                    foreach (var item in sequence.Items)
                        PushOwn(node, item, pending);
                    break;
                case MappingNode mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        PushOwn(node, entry.Key, pending);
                        PushOwn(node, entry.Value, pending);
                    }

                    break;
            }
        }

        comments.RemoveAll(comment => !found.Contains(comment.Span.Start));
    }

    // An alias's node stands elsewhere, and is seen there.
    private static void PushOwn(SyntaxNode parent, SyntaxNode child, Stack<SyntaxNode> pending)
    {
        if (child.Start >= parent.Start && child.Start + child.Length <= parent.Start + parent.Length)
            pending.Push(child);
    }

    // "key: | # comment": the line of the indicator is no part of the block's text.
    private static bool IsOnHeader(ScalarNode scalar, int offset) =>
        scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
        && scalar.File.Text.IndexOf('\n', scalar.Start, offset - scalar.Start) < 0
        && scalar.File.Text.IndexOf('\r', scalar.Start, offset - scalar.Start) < 0;
}

using ConnectorLint.Syntax;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>YAML or JSON to a tree: each node lies within its parent.</summary>
internal static class TreeTarget
{
    public static void Run(string path, string text)
    {
        var tree = SyntaxReader.Read(new SourceText(path, text));
        foreach (var error in tree.Errors)
        {
            Sound.Require(error.Span.Start >= 0 && error.Span.End <= tree.File.Text.Length && error.Span.Length >= 0, "an error lies outside of the text");
            Sound.Require(error.Message.Length > 0 && error.Help.Length > 0, "an error says nothing");
        }

        Sound.Require(tree.IsComplete == tree.Errors.All(error => error.Kind == SyntaxErrorKind.DuplicateKey), "complete and errors disagree");
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
                Check(root, 0, tree.File.Text.Length);
        }

        SuppressionComments.Find(tree);
    }

    // An alias's node lies elsewhere and was looked at there.
    private static void Check(SyntaxNode node, int from, int to)
    {
        if (node.Span.End <= from && node.Length > 0)
            return;
        Sound.Require(node.Start >= 0 && node.Start <= node.Span.End && node.Span.End <= to, "a node lies outside of its parent");
        switch (node)
        {
            case ScalarNode scalar:
                for (var i = 0; i < Math.Min(scalar.Text.Length, 20); i++)
                {
                    var place = scalar.SpanOf(i, 1);
                    Sound.Require(place.Start >= node.Start && place.End <= node.Span.End && place.Length >= 0, "a part of a scalar lies outside of it");
                }

                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    Sound.Require(node.IsTruncated || !item.IsTruncated, "a node is whole although its child is not");
                    Check(item, node.Start, node.Span.End);
                }

                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    Sound.Require(node.IsTruncated || !entry.Value.IsTruncated, "a node is whole although its child is not");
                    if (entry.IsMerged)
                        continue;
                    Check(entry.Key, node.Start, node.Span.End);
                    Check(entry.Value, node.Start, node.Span.End);
                }

                break;
        }
    }
}

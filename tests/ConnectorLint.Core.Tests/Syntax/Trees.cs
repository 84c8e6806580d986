using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

/// <summary>Reading in one line, and what must hold for every tree.</summary>
internal static class Trees
{
    public static SyntaxTree Yaml(string text) => SyntaxReader.Read(new SourceText("tenant.yaml", text));

    public static SyntaxTree Json(string text) => SyntaxReader.Read(new SourceText("tenant.json", text));

    public static SyntaxNode Root(SyntaxTree tree)
    {
        Assert.Empty(tree.Errors);
        Assert.True(tree.IsComplete);
        return Assert.Single(tree.Documents).Root!;
    }

    /// <summary>The node under keys and indexes, such as <c>a/0/b</c>.</summary>
    public static SyntaxNode At(SyntaxTree tree, string path)
    {
        var node = tree.Documents[0].Root!;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                MappingNode mapping => mapping.Find(part)!,
                SequenceNode sequence => sequence.Items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)],
                _ => throw new ArgumentException(part),
            };
        }

        return node;
    }

    /// <summary>Errors as <c>line:column text | message</c>.</summary>
    public static string[] Errors(SyntaxTree tree) => [.. tree.Errors.Select(error =>
    {
        var position = tree.File.PositionAt(error.Span.Start);
        return $"{position.Line}:{position.Column} {error.Span.Text} | {error.Message}";
    })];

    /// <summary>Every node lies in its parent and in the text, what is cut short is marked up to the root, errors lie in the text and say something.</summary>
    public static void AssertSound(SyntaxTree tree)
    {
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
            {
                AssertSound(root, 0, tree.File.Text.Length);
                Assert.False(document.IsComplete && root.IsTruncated);
            }

            Assert.False(tree.IsComplete && !document.IsComplete);
        }

        var last = 0;
        foreach (var error in tree.Errors)
        {
            Assert.Same(tree.File, error.Span.File);
            Assert.InRange(error.Span.Start, last, tree.File.Text.Length);
            Assert.InRange(error.Span.End, error.Span.Start, tree.File.Text.Length);
            Assert.NotEqual("", error.Message);
            Assert.NotEqual("", error.Help);
            Assert.DoesNotContain("While ", error.Message, StringComparison.Ordinal);
            last = error.Span.Start;
        }

        Assert.Equal(tree.Errors.All(error => error.Kind == SyntaxErrorKind.DuplicateKey), tree.IsComplete);
    }

    private static void AssertSound(SyntaxNode node, int from, int to)
    {
        Assert.InRange(node.Start, from, to);
        Assert.InRange(node.Span.End, node.Start, to);
        switch (node)
        {
            case ScalarNode scalar when scalar.Text.Length > 0:
                Assert.InRange(scalar.SpanOf(0, 1).Start, node.Start, node.Span.End);
                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    Assert.False(item.IsTruncated && !node.IsTruncated);
                    if (IsOwn(item, node))
                        AssertSound(item, node.Start, node.Span.End);
                }

                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    Assert.False(entry.Value.IsTruncated && !node.IsTruncated);
                    if (entry.IsMerged)
                        continue;
                    if (IsOwn(entry.Key, node))
                        AssertSound(entry.Key, node.Start, node.Span.End);
                    if (IsOwn(entry.Value, node))
                        AssertSound(entry.Value, node.Start, node.Span.End);
                }

                break;
        }
    }

    // An alias gives a node that ends before the node it stands in begins, or before the alias.
    private static bool IsOwn(SyntaxNode child, SyntaxNode parent) => child.Span.End > parent.Start || child.Length == 0 && child.Start >= parent.Start;
}

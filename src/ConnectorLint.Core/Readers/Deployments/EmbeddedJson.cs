using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>JSON that stands as a text in a file: its nodes stand where their characters do, escapes and all.</summary>
internal static class EmbeddedJson
{
    // Each place is found by reading the text up to it; in a long one, everything stands where the text does.
    private const int MostPlaced = 20_000;

    /// <summary>The tree of a text; null when it is not JSON as a whole.</summary>
    public static SyntaxNode? Read(ScalarNode text)
    {
        var tree = SyntaxReader.Read(new SourceText("embedded.json", text.Text));
        return tree.IsComplete && tree.Documents.Count == 1 && tree.Documents[0].Root is { } root ? Place(root, text) : null;
    }

    private static SyntaxNode Place(SyntaxNode node, ScalarNode text)
    {
        var place = text.Text.Length > MostPlaced ? text.Span : text.SpanOf(node.Start, node.Length);
        return node switch
        {
            MappingNode mapping => new MappingNode(place.File, place.Start, place.Length, mapping.Entries.Select(entry => new MappingEntry((ScalarNode)Place(entry.Key, text), Place(entry.Value, text))).ToArray()),
            SequenceNode list => new SequenceNode(place.File, place.Start, place.Length, list.Items.Select(item => Place(item, text)).ToArray()),
            ScalarNode scalar => new ScalarNode(place.File, place.Start, place.Length, scalar.Text, scalar.Style, scalar.IsString),
            _ => node,
        };
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Writes a connector (or a transport rule) into a deployment document, behind the last one of its kind and written like it.</summary>
internal static class AddDeployedConnector
{
    /// <summary>The edits; null when the document has nothing like it.</summary>
    public static List<TextEdit>? Render(SyntaxTree tree, FixIntent intent, int offset, SharedText shared)
    {
        if (DeployedDocument.At(tree, offset) is not var (format, document) || FixValue.Object(intent.Value) is not { Entries.Count: > 0 } entry)
            return null;
        var kind = intent.Property switch
        {
            "inboundConnectors" => RecordKind.Inbound,
            "outboundConnectors" => RecordKind.Outbound,
            _ => RecordKind.TransportRule,
        };
        var models = format.ListsToAddTo(document).Where(list => list.Takes(kind)).SelectMany(list => list.Node.Items.Select((_, index) => new DeployedModel(list, index)));
        // The last of the most alike; in the list at the offset where there are several.
        var model = models.Where(model => model.IsUsable).OrderBy(model => model.Likeness(kind)).ThenBy(model => model.List.Node.Holds(offset)).LastOrDefault();
        if (model is null || shared.Holds(model.List.Node) || model.Item(kind, entry) is not { } item)
            return null;
        return ItemInsertion.Behind(model.List.Node, model.Index, item);
    }

    private static bool Holds(this SyntaxNode node, int offset) => node.Start <= offset && offset <= node.Start + node.Length;
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Moves a connector to the other list, with the properties that both directions have; where it has others, nothing is done.</summary>
internal static class MoveToOtherDirection
{
    public static List<TextEdit>? Render(SyntaxTree tree, FixOwner owner, int offset)
    {
        if (!owner.Shape.IsConnector || FixOwner.RootAt(tree, offset) is not { } root)
            return null;
        var isInbound = ReferenceEquals(owner.Shape, InboundProperties.Shape);
        var other = isInbound ? OutboundProperties.Shape : InboundProperties.Shape;
        if (owner.Node.Entries.Any(entry => entry.IsMerged || other.Find(entry.Key.Text) is null || entry.Value is MappingNode))
            return null;
        var value = ConnectorJson.Object(owner.Node.Entries);
        var removal = RemoveConnector.Render(owner);
        var addition = AddConnector.Render(root, new FixIntent(FixKind.AddConnector, "", isInbound ? "outboundConnectors" : "inboundConnectors", value), new SharedText(tree));
        if (removal is null || addition is null || removal.Any(edit => addition.Any(edit.Touches)))
            return null;
        return [.. removal, .. addition];
    }
}

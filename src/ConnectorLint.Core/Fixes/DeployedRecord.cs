using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>The record of a connector in a deployment file.</summary>
internal static class DeployedRecord
{
    /// <summary>The innermost mapping around a finding that bears the connector's name; null when there is none, or the file only says what was found in a tenant.</summary>
    public static FixOwner? Find(SyntaxTree tree, FixIntent intent, int offset)
    {
        var colon = intent.Owner.IndexOf(':');
        var shape = colon < 0 ? null : intent.Owner.Substring(0, colon) switch
        {
            "inbound" => InboundProperties.Shape,
            "outbound" => OutboundProperties.Shape,
            _ => null,
        };
        if (shape is null || DeployedDocument.At(tree, offset) is not { Document.Root: var start })
            return null;
        var name = intent.Owner.Substring(colon + 1);
        FixOwner? found = null;
        var isInFlow = false;
        for (SyntaxNode? node = start; node is not null; node = Child(node, offset))
        {
            isInFlow |= node.Length > 0 && node.File.Text[node.Start] is '{' or '[';
            if (node is MappingNode record && (IsNamed(record, "identity", name) || IsNamed(record, "name", name)) && record.Entries.Any(entry => !IsName(entry.Key.Text) && shape.Find(entry.Key.Text) is not null))
                found = new FixOwner(record, shape, isInFlow) { IsDeployed = true };
        }

        return found;
    }

    private static SyntaxNode? Child(SyntaxNode node, int offset) => node switch
    {
        MappingNode mapping => mapping.Entries.Where(entry => !entry.IsMerged).Select(entry => entry.Value).FirstOrDefault(value => IsWithin(value, node) && Holds(value, offset)),
        SequenceNode list when FixOwner.IndexAt(list, offset) is var index and >= 0 => list.Items[index],
        _ => null,
    };

    private static bool IsNamed(MappingNode record, string key, string name) => record.Find(key) is ScalarNode { IsNull: false } text && text.Text == name;

    private static bool IsName(string key) => key.Equals("name", StringComparison.OrdinalIgnoreCase) || key.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private static bool Holds(SyntaxNode node, int offset) => node.Start <= offset && offset <= node.Start + node.Length;

    // What an alias stands for lies elsewhere.
    private static bool IsWithin(SyntaxNode node, SyntaxNode parent) => node.Start >= parent.Start && node.Start + node.Length <= parent.Start + parent.Length;
}

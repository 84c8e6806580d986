using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>A list of a deployment document to which a record can be added.</summary>
/// <param name="Node">The list.</param>
/// <param name="Form">How its items hold their records.</param>
/// <param name="Only">The one kind of record that it holds; none where each item says its own.</param>
internal sealed record DeployedList(SequenceNode Node, ItemForm Form, RecordKind Only = RecordKind.None)
{
    /// <summary>Whether a record of a kind may stand in it.</summary>
    public bool Takes(RecordKind kind) => Only == RecordKind.None || Only == kind;

    /// <summary>What an item is about.</summary>
    public RecordKind KindOf(SyntaxNode item) => item is not MappingNode mapping ? RecordKind.None : Only == RecordKind.None ? Form.KindOf(mapping) : Only;
}

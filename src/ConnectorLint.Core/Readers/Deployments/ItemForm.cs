using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>How the items of a format's lists hold their records.</summary>
/// <param name="KindOf">What an item is about.</param>
/// <param name="TypeOf">The type of an item of another kind, spelt like one that is there.</param>
internal sealed record ItemForm(Func<MappingNode, RecordKind> KindOf, Func<RecordKind, string, string> TypeOf)
{
    /// <summary>The key of the item's type; null where its list says what it is.</summary>
    public string? TypeKey { get; init; }

    /// <summary>The key of the record; null where the item itself is the record.</summary>
    public string? RecordKey { get; init; }

    /// <summary>The key of the item's own name, which tells it from the other items; null where it has none.</summary>
    public string? LabelKey { get; init; }

    /// <summary>The key of a connector's name.</summary>
    public string NameKey { get; init; } = "Identity";

    /// <summary>Whether a text that begins with a bracket is taken for an expression, unless the bracket is doubled.</summary>
    public bool DoublesBrackets { get; init; }

    /// <summary>Whether the records are resources of Microsoft365DSC, which lack some parameters of the cmdlets.</summary>
    public bool IsResource { get; init; } = true;

    /// <summary>The record of an item; null when it has none.</summary>
    public MappingNode? RecordOf(MappingNode item) => RecordKey is null ? item : item.Find(RecordKey) as MappingNode;
}

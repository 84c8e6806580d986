using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices.Outlines;

/// <summary>What kind of place a cursor stands at.</summary>
internal enum PlaceKind : byte
{
    /// <summary>Where nothing is expected.</summary>
    Nothing,

    /// <summary>Where the key of a mapping stands or is to stand.</summary>
    Key,

    /// <summary>Where a value stands or is to stand.</summary>
    Value,

    /// <summary>Where an item of a block list is to stand, without its dash.</summary>
    NewItem,

    /// <summary>In a comment.</summary>
    Comment,
}

/// <summary>The place of a cursor.</summary>
/// <param name="Kind">What kind of place.</param>
internal sealed record OutlinePlace(PlaceKind Kind)
{
    public static readonly OutlinePlace Nothing = new(PlaceKind.Nothing);

    /// <summary>The document; null in a comment.</summary>
    public OutlineDocument? Document { get; init; }

    /// <summary>The mapping whose key or value it is; null where there is none yet.</summary>
    public OutlineMapping? Mapping { get; init; }

    /// <summary>What that mapping is: an object, or a map with free keys.</summary>
    public ValueKind? MappingKind { get; init; }

    /// <summary>The entry whose key or value it is; null where there is none yet.</summary>
    public OutlineEntry? Entry { get; init; }

    /// <summary>What is expected as the value.</summary>
    public ValueKind? ValueKind { get; init; }

    /// <summary>The scalar under the cursor; null where there is none.</summary>
    public OutlineScalar? Token { get; init; }

    /// <summary>Whether it stands within brackets.</summary>
    public bool IsFlow { get; init; }

    /// <summary>The description of the mapping's properties; null where keys are free or nothing is known.</summary>
    public Shape? Shape => (MappingKind as ObjectKind)?.Shape;

    /// <summary>The property whose key or value it is.</summary>
    public Property? Property => Entry is null ? null : Shape?.Find(Entry.Key.Text);
}

using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices.Outlines;

/// <summary>An entry of a mapping, with what it is.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Mapping">The mapping.</param>
/// <param name="MappingKind">What the mapping is: an object, or a map with free keys.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Property">The property; null where the key is free or unknown.</param>
internal readonly record struct OutlineProperty(OutlineDocument Document, OutlineMapping Mapping, ValueKind? MappingKind, OutlineEntry Entry, Property? Property)
{
    /// <summary>What the mapping is; null where its keys are free.</summary>
    public Shape? Shape => (MappingKind as ObjectKind)?.Shape;

    /// <summary>The scalars of its value: the one, or those of its list.</summary>
    public IEnumerable<OutlineScalar> Scalars => Entry.Value switch
    {
        OutlineScalar scalar => [scalar],
        OutlineSequence sequence => sequence.Items.Select(item => item.Value).OfType<OutlineScalar>(),
        _ => [],
    };
}

/// <summary>Walks over all entries of the mappings of a file.</summary>
internal static class OutlineValues
{
    /// <summary>The entries in the order of the text; of files whose properties are described here.</summary>
    public static IEnumerable<OutlineProperty> All(EditorFile file)
    {
        foreach (var document in file.Outline.Documents)
        {
            if (document.Mapping is not { } root || OutlineShape.Root(file, document) is not { } kind)
                continue;
            foreach (var property in Of(document, root, kind))
                yield return property;
        }
    }

    private static IEnumerable<OutlineProperty> Of(OutlineDocument document, OutlineNode? node, ValueKind? kind)
    {
        switch (node)
        {
            case OutlineMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    yield return new OutlineProperty(document, mapping, kind, entry, (kind as ObjectKind)?.Shape.Find(entry.Key.Text));
                    if (entry.Value is null or OutlineScalar || OutlineShape.ValueOf(kind, entry.Key.Text) is not { } valueKind)
                        continue;
                    foreach (var property in Of(document, entry.Value, valueKind))
                        yield return property;
                }

                break;
            case OutlineSequence sequence when kind is ObjectListKind:
                var itemKind = OutlineShape.ItemOf(kind);
                foreach (var item in sequence.Items)
                {
                    foreach (var property in Of(document, item.Value, itemKind))
                        yield return property;
                }

                break;
        }
    }
}

using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices.Outlines;

/// <summary>What the nodes of an outline stand for, by the description of properties.</summary>
internal static class OutlineShape
{
    private static readonly ObjectKind Manifest = new(ManifestProperties.Shape);
    private static readonly ObjectKind Configuration = new(ConfigurationProperties.Shape);

    /// <summary>What a file's root is: a configuration, a manifest (a new file may become one), or nothing that is described here.</summary>
    public static ObjectKind? Root(EditorFile file)
    {
        if (EditorFile.IsConfigurationPath(file.Path))
            return Configuration;
        return file.Read.Format is null ? Manifest : null;
    }

    /// <summary>What a document's root is: of a file that is no manifest, nothing is known.</summary>
    public static ObjectKind? Root(EditorFile file, OutlineDocument document)
    {
        var root = Root(file);
        return ReferenceEquals(root, Manifest) && document.Mapping?.Find(ManifestProperties.Version.Name) is null ? null : root;
    }

    /// <summary>What a value of a mapping's entry is.</summary>
    public static ValueKind? ValueOf(ValueKind? mapping, string key) => mapping switch
    {
        ObjectKind inner => inner.Shape.Find(key)?.Kind,
        IMapKind map => map.Values,
        _ => null,
    };

    /// <summary>What an item of a list is.</summary>
    public static ValueKind? ItemOf(ValueKind? list) => list switch
    {
        ObjectListKind objects => new ObjectKind(objects.Shape),
        ITextKind => list,
        _ => null,
    };
}

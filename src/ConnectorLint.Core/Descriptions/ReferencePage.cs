using System.Text;
using ConnectorLint.Properties;

namespace ConnectorLint.Descriptions;

/// <summary>The reference page of the manifest, from the same descriptions that the reader and the schema use.</summary>
public static class ReferencePage
{
    /// <summary>The text of <c>docs/reference/manifest.md</c>.</summary>
    public static string Text()
    {
        var text = new StringBuilder();
        text.Append("""
            # The manifest

            <!-- Generated from the property descriptions by scripts/update; do not edit. -->

            A file is ours when its root mapping has `connectorlint: 1`; YAML or JSON. Names are matched without case; connector properties are the parameters of the Exchange Online cmdlets in camelCase.

            Several files, and several documents of a file, with the same `tenant` are one tenant. Without `tenant`, all such documents of one folder are one tenant named after the folder. One name is one tenant within its root: the folder of the nearest `.connectorlint.yaml` with `root: true`, else the repository, else the path given. Two places that declare the same fact with different values are an error (CL0908).

            "Not declared" never means "false": a rule that needs a fact that is not declared is silent. On a connector, null, an empty text and an empty list mean "not set"; in the topology an empty list is a declaration ("there are none"). `$schema` and root keys that begin with `x-` are ignored; YAML anchors, aliases and merge keys work.

            """.ReplaceLineEndings("\n"));
        foreach (var shape in TenantSchema.Shapes())
            WriteShape(text, shape, ReferenceEquals(shape, ManifestProperties.Shape));
        return text.ToString();
    }

    /// <summary>Writes the table of one shape.</summary>
    internal static void WriteShape(StringBuilder text, Shape shape, bool isRoot)
    {
        text.Append("\n## ").Append(isRoot ? "The root" : shape.Name).Append('\n');
        text.Append('\n').Append(char.ToUpperInvariant(shape.Title[0])).Append(shape.Title, 1, shape.Title.Length - 1).Append(".\n");
        // A configuration's keys are the tool's own: there is no document to name.
        var hasSource = !shape.IsConfiguration;
        text.Append($"\n| {(hasSource ? "property" : "key")} | value | what it says | default |{(hasSource ? " source |" : "")}\n|---|---|---|---|{(hasSource ? "---|" : "")}\n");
        var others = new List<string>();
        foreach (var property in shape.Properties)
        {
            if (property.Kind is AnyKind)
            {
                others.Add(property.Name);
                continue;
            }

            text.Append("| `").Append(property.Name).Append('`').Append(property.IsRequired ? " (required)" : "")
                .Append(" | ").Append(Value(property.Kind))
                .Append(" | ").Append(Escape(property.Description))
                .Append(" | ").Append(property.Default is { } value ? $"`{value}`" : "")
                .Append(hasSource ? $" | {Escape(property.Source ?? "")}" : "").Append(" |\n");
        }

        if (others.Count > 0)
            text.Append("\nOther parameters of New-TransportRule, kept as the fact that they are given: ").Append(string.Join(", ", others.Select(name => $"`{name}`"))).Append(".\n");
        if (shape.IsConnector)
            text.Append("\nRead-only properties that exports carry are ignored: ").Append(string.Join(", ", shape.Ignored.Select(name => $"`{name}`"))).Append(".\n");
    }

    private static string Value(ValueKind kind) => kind switch
    {
        IEnumKind words => string.Join(", ", words.Names.Select(name => $"`{name}`")),
        ObjectKind single => $"[{single.Shape.Name}](#{single.Shape.Name.ToLowerInvariant()})",
        ObjectListKind list => $"list of [{list.Shape.Name}](#{list.Shape.Name.ToLowerInvariant()})",
        IMapKind map => $"mapping: {Escape(map.Keys.Title)} to {Value(map.Values)}",
        _ => Escape(kind.Title),
    };

    private static string Escape(string text) => text.Replace("|", "\\|").Replace("*", "\\*").Replace("<", "&lt;");
}

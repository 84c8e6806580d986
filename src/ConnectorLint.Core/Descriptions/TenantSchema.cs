using System.Text.Json;
using ConnectorLint.Properties;

namespace ConnectorLint.Descriptions;

/// <summary>The JSON Schema of the manifest.</summary>
public static class TenantSchema
{
    /// <summary>The text of <c>schemas/tenant.schema.json</c>.</summary>
    public static string Text() => SchemaText.Of(
        ManifestProperties.Shape, "tenant", "ConnectorLint tenant manifest",
        "The mail-flow topology of an Exchange Online tenant and the connectors that it deploys.", WriteNotSet);

    /// <summary>All shapes that a manifest can hold, the root first, each once.</summary>
    public static IReadOnlyList<Shape> Shapes() => SchemaText.Shapes(ManifestProperties.Shape);

    private static void WriteNotSet(Utf8JsonWriter json)
    {
        // What exports write for a parameter that is not set.
        json.WriteStartObject("notSet");
        json.WriteString("description", "Not set.");
        json.WriteStartArray("anyOf");
        SchemaText.WriteOne(json, () => json.WriteString("type", "null"));
        SchemaText.WriteOne(json, () =>
        {
            json.WriteStartArray("enum");
            json.WriteStringValue("");
            json.WriteEndArray();
        });
        SchemaText.WriteOne(json, () =>
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            json.WriteString("type", "null");
            json.WriteEndObject();
        });
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

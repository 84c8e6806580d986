using System.Globalization;
using System.Text.Json.Nodes;
using ConnectorLint.Syntax;

namespace ConnectorLint.Tests.Testing;

/// <summary>Turns YAML into JSON by way of our own tree.</summary>
internal static class Yaml
{
    public static JsonNode ToJson(string text) => ToJson(SyntaxReader.Read(new SourceText("t.yaml", text)).Documents[0].Root!)!;

    private static JsonNode? ToJson(SyntaxNode node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { Boolean: { } flag } => flag,
        ScalarNode { IsString: false } scalar when int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((ScalarNode)node).Text,
    };
}

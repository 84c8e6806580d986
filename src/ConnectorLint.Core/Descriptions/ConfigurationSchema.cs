using System.Text.Json;
using ConnectorLint.Properties;
using ConnectorLint.Rules;

namespace ConnectorLint.Descriptions;

/// <summary>The JSON Schema of the configuration; it knows each rule, so that an editor completes ids and names and says what they find.</summary>
public static class ConfigurationSchema
{
    /// <summary>The text of <c>schemas/configuration.schema.json</c>.</summary>
    public static string Text() => SchemaText.Of(
        ConfigurationProperties.Shape, "configuration", "ConnectorLint configuration",
        "Which files are looked at, what the rules are, and when a run fails: .connectorlint.yaml.", WriteRules);

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartObject("level");
        json.WriteStartArray("enum");
        foreach (var level in Kinds.RuleLevel.Names)
            json.WriteStringValue(level);
        json.WriteEndArray();
        json.WriteEndObject();

        var names = Names().ToArray();
        json.WriteStartObject(SchemaText.Rule);
        json.WriteStartArray("enum");
        foreach (var (name, _) in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject(SchemaText.RuleLevels);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var (name, description) in names)
        {
            json.WriteStartObject(name);
            json.WriteString("description", description);
            json.WriteString("$ref", "#/$defs/level");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The beginnings that several rules share, and each rule by its id and by its name.
    private static IEnumerable<(string Name, string Description)> Names()
    {
        var beginnings = RuleList.All.SelectMany(rule => Enumerable.Range(2, rule.Info.Id.Length - 2).Select(length => rule.Info.Id.Substring(0, length)))
            .GroupBy(beginning => beginning, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var beginning in beginnings)
            yield return (beginning.Key, $"All rules whose id begins with {beginning.Key}.");
        foreach (var rule in RuleList.All)
        {
            yield return (rule.Info.Id, $"{rule.Info.Name}: {rule.Info.Summary}");
            yield return (rule.Info.Name, $"{rule.Info.Id}: {rule.Info.Summary}");
        }
    }
}

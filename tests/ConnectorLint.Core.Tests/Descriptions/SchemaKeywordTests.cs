using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Descriptions;

/// <summary>What can be held of the published schemas without a 2020-12 meta-schema; scripts/check-schemas holds the rest with ajv.</summary>
public class SchemaKeywordTests
{
    // Those that the validator of the equivalence test evaluates; it would ignore others in silence.
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$ref", "$defs", "title", "description", "default", "type", "enum", "properties", "patternProperties", "required",
        "additionalProperties", "items", "anyOf", "pattern", "minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength",
    };

    public static TheoryData<string> Schemas => [.. Directory.GetFiles(Path.Combine(Repository.Folder, "schemas"), "*.schema.json").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_uses_only_keywords_that_every_validator_knows_and_its_references_lead_somewhere(string name)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "schemas", name)));

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        Check(schema.RootElement, schema.RootElement, "#");
    }

    private static void Check(JsonElement schema, JsonElement root, string path)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return;
        foreach (var keyword in schema.EnumerateObject())
        {
            Assert.True(Keywords.Contains(keyword.Name), $"{path}: {keyword.Name} is not evaluated");
            switch (keyword.Name)
            {
                case "properties" or "patternProperties" or "$defs":
                    foreach (var member in keyword.Value.EnumerateObject())
                        Check(member.Value, root, $"{path}/{keyword.Name}/{member.Name}");
                    break;
                case "items" or "additionalProperties":
                    Check(keyword.Value, root, $"{path}/{keyword.Name}");
                    break;
                case "anyOf":
                    foreach (var alternative in keyword.Value.EnumerateArray())
                        Check(alternative, root, path + "/anyOf");
                    break;
                case "pattern":
                    _ = new Regex(keyword.Value.GetString()!, RegexOptions.ECMAScript);
                    break;
                case "$ref":
                    Assert.True(root.GetProperty("$defs").TryGetProperty(keyword.Value.GetString()!["#/$defs/".Length..], out _), $"{path}: {keyword.Value} leads nowhere");
                    break;
            }
        }
    }
}

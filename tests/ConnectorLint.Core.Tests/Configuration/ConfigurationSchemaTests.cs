using System.Text.Json.Nodes;
using ConnectorLint.Configuration;
using ConnectorLint.Descriptions;
using ConnectorLint.Properties;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using CsCheck;
using NJsonSchema;
using Xunit;

namespace ConnectorLint.Tests.Configuration;

/// <summary>Schema and reader agree: on generated configurations, whatever one refuses, the other does too.</summary>
public class ConfigurationSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(ConfigurationSchema.Text().Replace("$defs", "definitions", StringComparison.Ordinal)).GetAwaiter().GetResult();

    [Fact]
    public void What_one_refuses_the_other_refuses() => Configurations.Sample(
        configuration =>
        {
            var text = configuration.ToJsonString();
            var refusedBySchema = Schema.Validate(text);
            var refusedByReader = Faults(text);
            Assert.True(
                refusedBySchema.Count > 0 == refusedByReader.Count > 0,
                $"{text}\nschema: {string.Join("; ", refusedBySchema)}\nreader: {string.Join("; ", refusedByReader.Select(f => f.Message))}");
        },
        iter: 4_000, threads: 1, print: configuration => configuration.ToJsonString());

    [Fact]
    public void Some_are_refused_and_some_are_not()
    {
        var refused = 0;
        var taken = 0;
        Configurations.Sample(configuration => _ = Schema.Validate(configuration.ToJsonString()).Count > 0 ? refused++ : taken++, iter: 500, threads: 1);

        Assert.True(refused > 50 && taken > 50, $"{refused} refused, {taken} taken");
    }

    [Fact]
    public void The_example_of_the_reference_is_valid() => Assert.Empty(Schema.Validate(Yaml.ToJson(ConfigurationPage.Example).ToJsonString()));

    [Fact]
    public void Every_rule_is_known_to_it_by_id_and_by_name()
    {
        foreach (var rule in RuleList.All)
        {
            Assert.Empty(Schema.Validate($$"""{"rules": {"{{rule.Info.Id}}": "off"} }"""));
            Assert.Empty(Schema.Validate($$"""{"rules": {"{{rule.Info.Name}}": "off"}, "suppressions": [{"rule": "{{rule.Info.Name}}"}]}"""));
        }
    }

    private static IReadOnlyList<ConfigurationFault> Faults(string json) => ConfigurationReader.Read(new SourceText("configuration.json", json)).Faults;

    private static readonly Gen<JsonNode> Configurations = Gen.Int[0, int.MaxValue].Select(seed =>
    {
        var random = new Random(seed);
        return (JsonNode)Object(ConfigurationProperties.Shape, random, random.Next(3) == 0 ? 8 : 0);
    });

    private static JsonObject Object(Shape shape, Random random, int fault)
    {
        var json = new JsonObject();
        foreach (var property in shape.Properties)
        {
            if (property.IsRequired ? Hits(random, fault) : random.Next(3) != 0)
                continue;
            json[property.Name] = Hits(random, fault) ? Odd(random) : Value(property.Kind, random, fault);
        }

        if (Hits(random, fault))
            json[random.Next(3) switch { 0 => "rule5", 1 => "x-own", _ => "$schema" }] = Odd(random);
        return json;
    }

    private static JsonNode? Value(ValueKind kind, Random random, int fault) => kind switch
    {
        BooleanKind => random.Next(2) == 0,
        DateKind => "2027-05-31",
        IEnumKind words => words.Names[random.Next(words.Names.Count)],
        ObjectListKind list => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Hits(random, fault) ? Odd(random) : Object(list.Shape, random, fault))]),
        IMapKind map => new JsonObject(Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create(
            Hits(random, fault) ? (map.Keys.Title == "a tenant's name" ? " " : "CL99") : Keys(map)[i], Hits(random, fault) ? Odd(random) : Value(map.Values, random, fault))).DistinctBy(pair => pair.Key)),
        ITextKind { IsList: true } text when random.Next(3) == 0 => Text(text.Format, random),
        ITextKind { IsList: true } text => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Hits(random, fault) ? Odd(random) : Text(text.Format, random))]),
        ITextKind text => Text(text.Format, random),
        _ => null,
    };

    private static string[] Keys(IMapKind map) => map.Keys.Title == "a tenant's name" ? ["contoso", "Fabrikam, Inc."] : ["CL1", "CL1005"];

    private static string Text(TextFormat format, Random random)
    {
        string[] texts = format.Title switch
        {
            "a glob" => ["legacy/**", "*.json", "../a/b.yaml", "a b", "**"],
            "a path" => ["../base.yaml", "base.yaml"],
            "a rule's id, its name, or the beginning of ids" => ["CL1", "CL1005", "unnecessary-onprem-connector"],
            _ => ["A name", "contoso"],
        };
        return texts[random.Next(texts.Length)];
    }

    private static JsonNode? Odd(Random random) => random.Next(16) switch
    {
        0 => null,
        1 => "",
        2 => "  ",
        3 => new JsonArray(),
        4 => new JsonArray([null]),
        5 => new JsonObject(),
        6 => 7,
        7 => true,
        8 => "true",
        9 => "!a",
        10 => "a/../b",
        11 => "..",
        12 => new JsonArray("a", new JsonArray("b")),
        13 => "a\\b",
        14 => "{a,b}",
        _ => "off",
    };

    private static bool Hits(Random random, int fault) => fault > 0 && random.Next(fault) == 0;
}

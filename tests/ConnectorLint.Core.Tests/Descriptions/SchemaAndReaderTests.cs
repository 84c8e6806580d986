using System.Globalization;
using System.Text.Json.Nodes;
using ConnectorLint.Descriptions;
using ConnectorLint.Engine;
using ConnectorLint.Properties;
using ConnectorLint.Rules;
using ConnectorLint.Tests.Testing;
using CsCheck;
using NJsonSchema;
using Xunit;

namespace ConnectorLint.Tests.Descriptions;

/// <summary>Schema and reader agree: on generated documents, whatever one refuses, the other does too. The validator is an independent one.</summary>
public class SchemaAndReaderTests
{
    // What the reader says of keys and values. CL0012 and CL0016 stand for it where a key belongs to the other direction, and a domain's type is none.
    private static readonly string[] Refusals = ["CL0001", "CL0002", "CL0003", "CL0006", "CL0012", "CL0016", "CL0903", "CL0904", "CL0905"];

    // The validator knows the older name of the definitions only.
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(TenantSchema.Text().Replace("$defs", "definitions", StringComparison.Ordinal)).GetAwaiter().GetResult();
    private static readonly Linter Linter = new(new RuleSelection(Refusals));

    [Fact]
    public void What_one_refuses_the_other_refuses() => Documents.Sample(
        document =>
        {
            var text = document.ToJsonString();
            var refusedBySchema = Schema.Validate(text);
            var refusedByReader = Linter.LintText("tenant.json", text).Findings;
            Assert.True(
                refusedBySchema.Count > 0 == refusedByReader.Count > 0,
                $"{text}\nschema: {string.Join("; ", refusedBySchema)}\nreader: {string.Join("; ", refusedByReader.Select(f => f.Rule.Id + " " + f.Message))}");
        },
        iter: 4_000, threads: 1, print: document => document.ToJsonString());

    [Fact]
    public void Some_documents_are_refused_and_some_are_not()
    {
        var refused = 0;
        var taken = 0;
        Documents.Sample(document => _ = Schema.Validate(document.ToJsonString()).Count > 0 ? refused++ : taken++, iter: 500, threads: 1);

        Assert.True(refused > 50 && taken > 50, $"{refused} refused, {taken} taken");
    }

    public static TheoryData<string> Rules => [.. RuleList.All.Where(rule => rule.Info.Good is not null).Select(rule => rule.Info.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_good_example_of_a_rule_is_valid(string id)
    {
        var json = Yaml.ToJson("connectorlint: 1\n" + RuleList.Find(id)!.Good);

        Assert.Empty(Schema.Validate(json.ToJsonString()));
    }

    // Mostly right, so that one wrong value is alone often enough. Not generated, since no pattern can say it: a range that starts above its end, 31 February, matchSubDomains on an authoritative domain.
    private static readonly Gen<JsonNode> Documents = Gen.Int[0, int.MaxValue].Select(seed =>
    {
        var random = new Random(seed);
        var root = (JsonObject)Object(ManifestProperties.Shape, random, depth: 0, fault: random.Next(3) == 0 ? 12 : 0);
        root["connectorlint"] = 1;
        return (JsonNode)root;
    });

    private static JsonNode Object(Shape shape, Random random, int depth, int fault)
    {
        var json = new JsonObject();
        foreach (var property in shape.Properties)
        {
            if (property is { Name: "connectorlint" } || (property.Name == "matchSubDomains" && random.Next(2) == 0))
                continue;
            var must = property.IsRequired || (shape == ManifestProperties.Shape && depth == 0);
            if (must ? Hits(random, fault) : random.Next(shape.Properties.Count > 30 ? 25 : 4) != 0)
                continue;
            json[property.Name] = Hits(random, fault) ? Odd(random) : Value(property, random, depth + 1, fault);
        }

        if (json["matchSubDomains"] is not null)
            json["type"] = "InternalRelay";
        if (Hits(random, fault))
            json[random.Next(4) switch { 0 => "requireTsl", 1 => "x-own", 2 => "smartHosts", _ => "note@odata.type" }] = Odd(random);
        if (shape.IsConnector && random.Next(6) == 0)
            json["guid"] = "4f0f1b4e";
        return json;
    }

    private static JsonNode? Value(Property property, Random random, int depth, int fault) => property.Kind switch
    {
        BooleanKind => random.Next(2) == 0,
        IntegerKind => random.Next(0, 9),
        DateKind => "2027-05-31",
        IEnumKind words => words.Names[random.Next(words.Names.Count)],
        AnyKind => "something",
        ObjectKind single => Object(single.Shape, random, depth, fault),
        ObjectListKind list => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Hits(random, fault) ? Odd(random) : Object(list.Shape, random, depth, fault))]),
        ITextKind { IsList: true } text when random.Next(5) == 0 => Text(text.Format, random),
        ITextKind { IsList: true } text => new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Item(property, text, random, fault))]),
        ITextKind text => Text(text.Format, random),
        _ => null,
    };

    // That a list holds something but nothing set can't be said with the keywords that every validator knows.
    private static JsonNode? Item(Property property, ITextKind text, Random random, int fault) =>
        !ReferenceEquals(property, InboundProperties.SenderDomains) && Hits(random, fault) ? Odd(random) : Text(text.Format, random);

    private static string Text(TextFormat format, Random random)
    {
        string[] texts = format.Title switch
        {
            "a domain" => ["contoso.com", "mail.contoso.co.uk", "bücher.example", "xn--bcher-kva.example"],
            "a domain or *.domain" => ["contoso.com", "*.contoso.com"],
            "an IP address, a CIDR block or a range" => ["203.0.113.10", "192.0.2.0/24", "192.0.2.1-192.0.2.9", "2001:db8::1"],
            "a host name or an IP address" => ["mail.contoso.com", "203.0.113.10", "[203.0.113.10]"],
            "exchangeOnline, onPremises or thirdParty:<service name>" => ["exchangeOnline", "onPremises", "thirdParty:Filter"],
            "a domain, an email address or *" => ["*", "ann@contoso.com", "contoso.com"],
            _ => ["A name", "contoso.com", "*"],
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
        9 => "contoso",
        10 => "ann@contoso.com",
        11 => "10.0.0.256",
        12 => new JsonArray("contoso.com", new JsonArray("nested.example")),
        13 => "http://contoso.com",
        14 => "thirdParty:",
        _ => random.Next(100).ToString(CultureInfo.InvariantCulture) + ".example",
    };

    private static bool Hits(Random random, int fault) => fault > 0 && random.Next(fault) == 0;
}

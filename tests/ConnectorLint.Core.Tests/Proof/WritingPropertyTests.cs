using System.Text;
using System.Text.Json.Nodes;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Proof.Mutations;
using ConnectorLint.Tests.Testing;
using CsCheck;
using Xunit;
using static ConnectorLint.Tests.Proof.Mutations.ManifestTree;

namespace ConnectorLint.Tests.Proof;

/// <summary>How a manifest is written does not matter: the documented set-ups, their mutants and the rules' own snippets give the same findings in another order, another form, in several files.</summary>
public class WritingPropertyTests
{
    private static readonly Linter Linter = new(asOf: new DateTime(2026, 11, 24));

    // Each speaks of one of several connectors that are alike in something.
    private static readonly string[] AboutSeveral = ["CL0005", "CL3001", "CL3005", "CL3006", "CL3007", "CL3017"];

    private static readonly JsonObject[] Manifests =
    [
        .. RecommendedManifest.All.Select(manifest => (JsonObject)Yaml.ToJson(manifest.Text)),
        .. RuleList.All.SelectMany(rule => new[] { rule.Info.Bad, rule.Info.Good }).Where(snippet => snippet is not null).Select(snippet => (JsonObject)Yaml.ToJson("connectorlint: 1\n" + snippet)),
        .. Mutant.All.Select(mutant => mutant.Root),
    ];

    // A manifest, and a number that orders things.
    private static readonly Gen<(JsonObject Root, int Seed)> Any = Gen.Select(Gen.Int[0, Manifests.Length - 1], Gen.Int[0, 1_000_000], (i, seed) => (Manifests[i], seed));

    [Fact]
    public void The_order_of_connectors_and_of_keys_does_not_matter() =>
        Any.Sample((root, seed) => Same(What(Json(root)), What(Json((JsonObject)Shuffled(root, seed)!))), iter: 500, threads: 1, print: Print);

    [Fact]
    public void Yaml_and_json_give_the_same() =>
        Any.Sample((root, _) => Same(What(Json(root), withMessage: true), What(File("tenant.yaml", Block(root)), withMessage: true)), iter: 500, threads: 1, print: Print);

    [Fact]
    public void The_case_of_property_names_does_not_matter() =>
        Any.Sample((root, seed) => Same(What(Json(root)), What(Json((JsonObject)Recased(root, seed % 2 == 0)!))), iter: 500, threads: 1, print: Print);

    [Fact]
    public void A_tenant_may_be_split_over_files() =>
        Any.Sample((root, seed) => Same(What(Json(root)), What(Split(root, seed))), iter: 500, threads: 1, print: Print);

    [Fact]
    public void A_connector_that_is_off_and_has_to_do_with_nothing_gives_CL4024_alone() => Any.Sample((root, seed) =>
    {
        var isInbound = seed % 2 == 0;
        if (root[Topology] is null && root[isInbound ? In : Out] is null)
            return;
        var more = (JsonObject)root.DeepClone();
        more.Append(isInbound ? In : Out, isInbound
            ? """{"name": "Off", "enabled": false, "connectorType": "Partner", "senderDomains": ["unrelated.example"], "requireTls": true}"""
            : """{"name": "Off", "enabled": false, "connectorType": "Partner", "recipientDomains": ["unrelated.example"], "useMXRecord": true, "tlsSettings": "CertificateValidation"}""");
        var expected = Lint("tenant", Json(root));
        var actual = Lint("tenant", Json(more));
        // A rule that names a connector that is not there may mean the one that is off.
        if (expected.Any(finding => finding.Rule.Id == "CL0014"))
            return;
        Same(What(expected), What(actual.Where(finding => finding.Rule.Id != "CL4024" || !finding.Owner.EndsWith(":Off", StringComparison.Ordinal))));
        Assert.Equal(1, actual.Count - expected.Count);
    }, iter: 500, threads: 1, print: Print);

    [Fact]
    public void Two_tenants_in_one_file_give_what_each_gives_alone() => Gen.Select(Any, Any).Sample((first, second) =>
    {
        var one = Named(first.Root, "one");
        var two = Named(second.Root, "two");
        var file = ManifestReader.Read(new SourceText("tenants.yaml", one.ToJsonString() + "\n---\n" + two.ToJsonString() + "\n"));
        var together = file.Parts.GroupBy(part => part.Tenant!).SelectMany(parts => Lint(parts.Key, [file], [.. parts]));
        Same(What(Lint("one", Json(one)).Concat(Lint("two", Json(two)))), What(together));
    }, iter: 200, threads: 1);

    private static ReadFile[] Json(JsonObject root) => File("tenant.json", root.ToJsonString());

    private static ReadFile[] File(string path, string text) => [ManifestReader.Read(new SourceText(path, text))];

    private static ReadFile[] Split(JsonObject root, int seed)
    {
        var parts = new List<JsonObject>();
        foreach (var (key, value) in root)
        {
            if (key is In or Out && value is JsonArray list && list.Count > 0)
                parts.AddRange(list.Select(connector => new JsonObject { [key] = new JsonArray(connector!.DeepClone()) }));
            else if (key is not "connectorlint" and not "tenant")
                parts.Add(new JsonObject { [key] = value?.DeepClone() });
        }

        return parts.Select((part, i) =>
        {
            part["connectorlint"] = 1;
            part["tenant"] = root["tenant"]?.DeepClone() ?? "tenant";
            return (Hash(seed, i), ManifestReader.Read(new SourceText($"part{i}.json", part.ToJsonString())));
        }).OrderBy(part => part.Item1).Select(part => part.Item2).ToArray();
    }

    private static JsonObject Named(JsonObject root, string tenant)
    {
        var named = (JsonObject)root.DeepClone();
        named["tenant"] = tenant;
        return named;
    }

    private static IReadOnlyList<Diagnostic> Lint(string tenant, IReadOnlyList<ReadFile> files, IReadOnlyList<ManifestPart>? parts = null) =>
        Linter.Lint(new TenantInput(tenant, files, parts ?? files.SelectMany(file => file.Parts).ToArray())).Findings;

    private static string[] What(IReadOnlyList<ReadFile> files, bool withMessage = false) => What(Lint("tenant", files), withMessage);

    // Not the message, which may name the first of two, unless the order is the same; and of several that are alike any may be the one that is named.
    private static string[] What(IEnumerable<Diagnostic> findings, bool withMessage = false) =>
        findings.Select(finding => withMessage || !AboutSeveral.Contains(finding.Rule.Id)
            ? $"{finding.Rule.Id} {finding.Severity} {finding.Owner} {finding.Property.ToLowerInvariant()} {finding.Value}{(withMessage ? finding.Message : "")}"
            : $"{finding.Rule.Id} {finding.Severity}").ToArray();

    private static void Same(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private static JsonNode? Shuffled(JsonNode? node, int seed) => node switch
    {
        JsonObject mapping => new JsonObject(mapping.Select((entry, i) => (Hash(seed, i), KeyValuePair.Create(entry.Key, Shuffled(entry.Value, seed + i)))).OrderBy(entry => entry.Item1).Select(entry => entry.Item2)),
        JsonArray list when list.All(item => item is JsonObject) => new JsonArray([.. list.Select((item, i) => (Hash(seed, i), Shuffled(item, seed + i))).OrderBy(item => item.Item1).Select(item => item.Item2)]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Recased(JsonNode? node, bool upper) => node switch
    {
        JsonObject mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create(upper ? entry.Key.ToUpperInvariant() : entry.Key.ToLowerInvariant(), Recased(entry.Value, !upper)))),
        JsonArray list => new JsonArray([.. list.Select(item => Recased(item, upper))]),
        _ => node?.DeepClone(),
    };

    private static int Hash(int seed, int i) => unchecked(((seed ^ (i * 668265263)) * -1640531535) ^ (seed >> 3));

    internal static string Block(JsonObject root)
    {
        var text = new StringBuilder();
        Block(root, 0, text);
        return text.ToString();
    }

    // Block style, so that it is another text than JSON.
    private static void Block(JsonObject mapping, int depth, StringBuilder text)
    {
        foreach (var (key, value) in mapping)
        {
            text.Append(' ', depth * 2).Append(key).Append(':');
            switch (value)
            {
                case JsonObject { Count: > 0 } inner:
                    text.Append('\n');
                    Block(inner, depth + 1, text);
                    break;
                case JsonArray { Count: > 0 } list when list.All(item => item is JsonObject { Count: > 0 }):
                    text.Append('\n');
                    foreach (var item in list)
                    {
                        text.Append(' ', (depth + 1) * 2).Append("-\n");
                        Block((JsonObject)item!, depth + 2, text);
                    }

                    break;
                default:
                    text.Append(' ').Append(value?.ToJsonString() ?? "null").Append('\n');
                    break;
            }
        }
    }

    private static string Print((JsonObject Root, int Seed) sample) => $"{sample.Seed}\n{sample.Root.ToJsonString()}";
}

using System.Text;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Properties;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Readers;

/// <summary>Manifests made at random from the descriptions of the properties: whatever stands in them, the same promises hold.</summary>
public class ManifestPropertyTests
{
    private static readonly Linter Linter = new();

    private static readonly Gen<Node> Manifest = MappingOf(ManifestProperties.Shape).Select(node => (Node)new Mapping(
        [("connectorlint", new Scalar("1")), .. ((Mapping)node).Entries.Where(entry => entry.Key is not "connectorlint" and not "tenant")]));

    [Fact]
    public void Nothing_throws_and_every_finding_lies_inside_the_text() => Manifest.Sample(node =>
    {
        var text = Write(node);
        foreach (var finding in Lint(text))
        {
            Assert.InRange(finding.Span.Start, 0, text.Length);
            Assert.InRange(finding.Span.End, finding.Span.Start, text.Length);
            Assert.All(finding.Related, related => Assert.InRange(related.Span.End, 0, text.Length));
            Assert.NotEmpty(finding.Message);
            Assert.NotEmpty(finding.Help);
            Assert.Matches("^[0-9a-f]{64}$", finding.Fingerprint);
        }
    }, iter: 2000, threads: 1, print: Write);

    [Fact]
    public void The_case_of_property_names_does_not_matter() => Manifest.Sample(node =>
    {
        // A key of another case that is unknown is another key; and so is one that stands there twice.
        var known = KnownOnly(node);
        Assert.Equal(Lint(Write(known)).Select(Place), Lint(Write(Recased(known))).Select(Place));
    }, iter: 1000, threads: 1, print: Write);

    [Fact]
    public void The_order_of_keys_does_not_matter() => Manifest.Sample(node =>
    {
        var known = KnownOnly(node);
        var there = Lint(Write(known)).Select(What).Order(StringComparer.Ordinal);
        var back = Lint(Write(Reversed(known))).Select(What).Order(StringComparer.Ordinal);
        Assert.Equal(there, back);
    }, iter: 1000, threads: 1, print: Write);

    [Fact]
    public void Linting_twice_gives_the_same() => Manifest.Sample(node =>
    {
        var text = Write(node);
        Assert.Equal(Lint(text).Select(finding => (finding.Message, finding.Span.Start, finding.Fingerprint)), Lint(text).Select(finding => (finding.Message, finding.Span.Start, finding.Fingerprint)));
    }, iter: 300, threads: 1, print: Write);

    [Fact]
    public void Any_text_gives_findings_inside_it_and_never_throws() =>
        Gen.Select(Manifest, Gen.Int[0, 4000], Pick("", "\0", "{", "]", "\"", "'", "\n\t- ", ": ", "\uD800", "&a *a", "|\n", "#")).Sample((node, at, junk) =>
        {
            var text = Write(node);
            at %= text.Length + 1;
            foreach (var broken in new[] { text[..at] + junk, text[..at] + junk + text[at..] })
            {
                foreach (var path in new[] { "tenant.yaml", "tenant.json" })
                    Assert.All(Linter.LintText(path, broken).Findings, finding => Assert.InRange(finding.Span.End, 0, broken.Length));
            }
        }, iter: 500, threads: 1);

    private static IReadOnlyList<Diagnostic> Lint(string text) => Linter.LintText("tenant.yaml", text).Findings;

    // An unknown key is part of its finding's fingerprint as it is written.
    private static (string, string, int) Place(Diagnostic finding) =>
        (finding.Rule.Id, finding.Rule.Id is "CL0001" or "CL0903" ? "" : finding.Fingerprint, finding.Span.Start);

    // Not the message, which may name the first of two, and not the counter among equals.
    private static string What(Diagnostic finding) => $"{finding.Rule.Id} {finding.Severity} {finding.Owner} {finding.Property} {finding.Value}";

    private static Gen<Node> MappingOf(Shape shape)
    {
        // Near misses and keys of anything else come now and then.
        var property = Gen.Int[0, shape.Properties.Count - 1].SelectMany(i => ValueOf(shape.Properties[i]).Select(value => (shape.Properties[i].Name, value)));
        var stranger = Gen.Select(Pick("colour", "requireTsl", "x-note", "nmae", "smartHosts", "senderDomains", "@odata.type", "guid"), AnyScalar(), (key, value) => (key, value));
        return Gen.Frequency((9, property), (1, stranger)).List[0, 7].Select(entries => (Node)new Mapping(Distinct(entries)));
    }

    private static (string Key, Node Value)[] Distinct(IEnumerable<(string Key, Node Value)> entries) =>
        entries.GroupBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).Select(group => group.First()).ToArray();

    private static Gen<Node> ValueOf(Property property) => Gen.Frequency((8, FittingValue(property)), (2, AnyValue()));

    private static Gen<Node> FittingValue(Property property) => property.Kind switch
    {
        BooleanKind => Pick("true", "false", "TRUE").Select(text => (Node)new Scalar(text)),
        IntegerKind => Gen.Int[-2, 11].Select(number => (Node)new Scalar(number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        IEnumKind kind => Pick(kind.Names.Concat(kind.Tolerated).Append("elsewhere").ToArray()).Select(text => (Node)new Scalar(text)),
        ObjectKind kind => MappingOf(kind.Shape),
        ObjectListKind kind => MappingOf(kind.Shape).List[0, 3].Select(items => (Node)new Sequence(items.ToArray())),
        ITextKind when property.Kind.Title.StartsWith("a list", StringComparison.Ordinal) => AnyScalar().List[0, 4].Select(items => (Node)new Sequence(items.ToArray())),
        _ => AnyScalar(),
    };

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<Node> AnyScalar() => Pick(
        "\"\"", "null", "~", "A", "a", "B", "\"*\"", "contoso.com", "\"*.contoso.com\"", "contoso.com:25", "ann@contoso.com", "203.0.113.1", "203.0.113.0/20", "203.0.113.1-203.0.113.9",
        "\"2001:db8::1\"", "10.0.0.1", "mail", "17", "true", "\"$true\"", "2027-05-31", "thirdParty:A", "onPremises", "\" \"", "\"a b\"", "\"{}\"", "cloud").Select(text => (Node)new Scalar(text));

    private static Gen<Node> AnyValue() => Gen.OneOf(
        AnyScalar(), AnyScalar().List[0, 3].Select(items => (Node)new Sequence(items.ToArray())), Gen.Const((Node)new Mapping([])), Gen.Const((Node)new Mapping([("a", new Sequence([new Mapping([])]))])));

    // What a case or an order can't change the meaning of: keys that the shapes know, whatever shape they stand in.
    private static Node KnownOnly(Node node) => node switch
    {
        Mapping mapping => new Mapping(mapping.Entries.Where(entry => entry.Key is not ("colour" or "requireTsl" or "x-note" or "nmae" or "a")).Select(entry => (entry.Key, KnownOnly(entry.Value))).ToArray()),
        Sequence sequence => new Sequence(sequence.Items.Select(KnownOnly).ToArray()),
        _ => node,
    };

    private static Node Recased(Node node) => node switch
    {
        Mapping mapping => new Mapping(mapping.Entries.Select((entry, i) => (i % 2 == 0 ? entry.Key.ToUpperInvariant() : entry.Key.ToLowerInvariant(), Recased(entry.Value))).ToArray()),
        Sequence sequence => new Sequence(sequence.Items.Select(Recased).ToArray()),
        _ => node,
    };

    private static Node Reversed(Node node) => node switch
    {
        Mapping mapping => new Mapping(mapping.Entries.Reverse().Select(entry => (entry.Key, Reversed(entry.Value))).ToArray()),
        Sequence sequence => new Sequence(sequence.Items.Select(Reversed).ToArray()),
        _ => node,
    };

    private static string Write(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case Mapping mapping:
                text.Append('{');
                for (var i = 0; i < mapping.Entries.Length; i++)
                {
                    text.Append(i == 0 ? "" : ",\n ").Append('"').Append(mapping.Entries[i].Key).Append("\": ");
                    Write(mapping.Entries[i].Value, text);
                }

                text.Append('}');
                break;
            case Sequence sequence:
                text.Append('[');
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Write(sequence.Items[i], text);
                }

                text.Append(']');
                break;
            case Scalar scalar:
                text.Append(scalar.Text);
                break;
        }
    }

    private abstract record Node;

    private sealed record Scalar(string Text) : Node;

    private sealed record Sequence(Node[] Items) : Node;

    private sealed record Mapping((string Key, Node Value)[] Entries) : Node;
}

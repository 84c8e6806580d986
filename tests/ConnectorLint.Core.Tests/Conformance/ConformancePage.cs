using System.Globalization;
using System.Text;
using System.Text.Json;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Syntax;
using YamlDotNet.Core.Events;

namespace ConnectorLint.Tests.Conformance;

/// <summary>The figures of the two test suites, a part of <c>docs/quality.md</c>.</summary>
internal static class ConformancePage
{
    /// <summary>Where it is kept: the suites are no part of the repository, so the page takes the figures from here.</summary>
    public const string Path = "tests/Fixtures/conformance.md";

    /// <summary>The text.</summary>
    public static string Text(IReadOnlyList<YamlCase> yaml, IReadOnlyList<(string Name, string Text)> json)
    {
        var text = new StringBuilder("## What the syntax readers accept, refuse and place\n\n");
        text.Append(
            """
            Of yaml/yaml-test-suite and nst/JSONTestSuite; a test holds these figures where the suites are at hand. Our tree of YAML is built on YamlDotNet's parser, with checks and repairs of its own; the second column is what that parser does by itself with the same texts. "Placed" counts the scalars of one line whose text, cut out of the file at the place that the reader gives, reads as the value.


            """);
        Yaml(text, yaml);
        Json(text, json);
        return text.ToString();
    }

    private static void Yaml(StringBuilder text, IReadOnlyList<YamlCase> cases)
    {
        var ours = new Score();
        var theirs = new Score();
        var faults = new List<string>();
        foreach (var test in cases)
        {
            var tree = SyntaxReader.Read(new SourceText(test.Id + ".yaml", test.Yaml));
            var isRead = tree.Errors.All(error => error.Kind != SyntaxErrorKind.Syntax || (test is { Json: null, MustFail: false } && error.Message.StartsWith("A key must be", StringComparison.Ordinal)));
            ours.Add(test, isRead, isRead && test.Json is not null ? string.Concat(tree.Documents.Select(document => Values.Unordered(document.Root) + "\n")) : null);
            if (isRead)
                ours.Place(tree.Documents.SelectMany(document => Scalars(document.Root)).Distinct().Where(node => IsOneLine(test.Yaml, node.Start, node.Span.End)).Select(node => (Cut(test.Yaml, node.Start, node.Span.End), node.Text)));

            var events = YamlDotNetEvents.Of(test.Yaml);
            theirs.Add(test, events is not null, events is not null && test.Json is not null ? YamlDotNetEvents.ValuesOf(events) : null);
            theirs.Place((events ?? []).OfType<Scalar>().Where(IsInQuotesOrPlain).Select(scalar => (From: (int)scalar.Start.Index, To: (int)scalar.End.Index, scalar.Value))
                .Where(scalar => IsOneLine(test.Yaml, scalar.From, scalar.To)).Select(scalar => (Cut(test.Yaml, scalar.From, scalar.To), scalar.Value)));
        }

        text.Append(CultureInfo.InvariantCulture, $"| YAML test suite, {cases.Count} cases | ConnectorLint | YamlDotNet |\n|---|---|---|\n");
        Row(text, "valid, accepted", ours.Accepted, theirs.Accepted, cases.Count(test => !test.MustFail));
        Row(text, "of these with a value in JSON, the right value", ours.Right, theirs.Right, cases.Count(test => test is { MustFail: false, Json: not null }));
        Row(text, "invalid, refused", ours.Refused, theirs.Refused, cases.Count(test => test.MustFail));
        text.Append(CultureInfo.InvariantCulture, $"| scalars of one line, placed | {ours.Placed} of {ours.Places} | {theirs.Placed} of {theirs.Places} |\n");

        text.Append("\nWhere our tree differs from the suite, by its names of the cases (the number counts the cases of a file from 0):\n\n");
        foreach (var (id, reason) in YamlTestSuiteDivergences.Known.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var test = cases.First(test => test.Id == id);
            text.Append(CultureInfo.InvariantCulture, $"- {id}, {(test.MustFail ? "invalid and accepted" : "valid and refused, or read otherwise")}: {reason}\n");
        }

        text.Append("\nAll of these are the parser's own, and none is what a tenant's file would hold; what is refused has an error at its place. A valid text with a key that is no scalar is read by YAML and refused as a tenant's file, with the words \"A key must be a text\".\n");
    }

    private static void Json(StringBuilder text, IReadOnlyList<(string Name, string Text)> files)
    {
        var count = (string kind, Func<string, bool> holds) => files.Count(file => file.Name.StartsWith(kind, StringComparison.Ordinal) && holds(file.Text));
        var all = (string kind) => files.Count(file => file.Name.StartsWith(kind, StringComparison.Ordinal));
        text.Append(CultureInfo.InvariantCulture, $"\n| JSON test suite, {files.Count} texts | ConnectorLint | System.Text.Json |\n|---|---|---|\n");
        Row(text, "valid, accepted with the right value", count("y_", IsReadRight), count("y_", IsRead), all("y_"));
        Row(text, "invalid, refused", count("n_", file => !IsAccepted(file)), count("n_", file => !IsRead(file)), all("n_"));
        Row(text, "up to the reader, accepted", count("i_", IsAccepted), count("i_", IsRead), all("i_"));
        text.Append(CultureInfo.InvariantCulture, $"\nThe {JsonTestSuiteTests.Tolerated.Length} invalid texts that are accepted have a trailing comma or a comment, which editors' JSON has too, and nothing else that is wrong: {string.Join(", ", JsonTestSuiteTests.Tolerated.Select(name => $"`{name}`"))}. Bytes that are not UTF-8 are refused where the file is read (CL0912), before any reader of JSON sees them; here they are U+FFFD.\n");
    }

    private static void Row(StringBuilder text, string what, int ours, int theirs, int all) => text.Append(CultureInfo.InvariantCulture, $"| {what} | {ours} of {all} | {theirs} of {all} |\n");

    private static bool IsAccepted(string text) => SyntaxReader.Read(new SourceText("a.json", text)).Errors.All(error => error.Kind == SyntaxErrorKind.DuplicateKey);

    private static bool IsReadRight(string text)
    {
        using var oracle = JsonDocument.Parse(text);
        return IsAccepted(text) && Values.Of(oracle.RootElement) == Values.Of(SyntaxReader.Read(new SourceText("a.json", text)).Documents[0].Root);
    }

    private static bool IsRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<ScalarNode> Scalars(SyntaxNode? node) => node switch
    {
        ScalarNode { Length: > 0, Style: ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } scalar => [scalar],
        SequenceNode sequence => sequence.Items.SelectMany(Scalars),
        MappingNode mapping => mapping.Entries.Where(entry => !entry.IsMerged).SelectMany(entry => Scalars(entry.Key).Concat(Scalars(entry.Value))),
        _ => [],
    };

    private static bool IsInQuotesOrPlain(Scalar scalar) =>
        scalar.Style is YamlDotNet.Core.ScalarStyle.Plain or YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted && scalar.End.Index > scalar.Start.Index;

    private static bool IsOneLine(string text, int from, int to) => to <= text.Length && text.AsSpan(from, to - from).IndexOfAny('\r', '\n') < 0;

    private static string Cut(string text, int from, int to) => text[from..to];

    private sealed class Score
    {
        public int Accepted { get; private set; }

        public int Right { get; private set; }

        public int Refused { get; private set; }

        public int Placed { get; private set; }

        public int Places { get; private set; }

        public void Add(YamlCase test, bool isRead, string? values)
        {
            if (test.MustFail)
                Refused += isRead ? 0 : 1;
            else
                Accepted += isRead ? 1 : 0;
            Right += values is not null && !test.MustFail && values == test.Expected() ? 1 : 0;
        }

        public void Place(IEnumerable<(string Cut, string Value)> scalars)
        {
            foreach (var (cut, value) in scalars)
            {
                Places++;
                Placed += cut == value || IsQuoted(cut, value) ? 1 : 0;
            }
        }

        // Read by itself: a list of one, since a text at the root ends otherwise.
        private static bool IsQuoted(string cut, string value) =>
            SyntaxReader.Read(new SourceText("cut.yaml", "- " + cut)) is { Errors.Count: 0, Documents: [{ Root: SequenceNode { Items: [ScalarNode node] } }] } && node.Text == value;
    }
}

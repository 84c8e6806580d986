using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Proof;
using ConnectorLint.Tests.Proof.Mutations;
using ConnectorLint.Tests.Testing;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Fixes;

/// <summary>What holds of every fix, in whatever form the manifest is written.</summary>
public class FixPropertyTests
{
    private const string Head = "connectorlint: 1\n";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // A third of what the rules' snippets and the mutants show has something to fix.
    private static readonly JsonObject[] Manifests =
    [
        .. RuleList.All.Select(rule => rule.Info.Bad).OfType<string>().Select(snippet => (JsonObject)Yaml.ToJson(Head + snippet)),
        .. Mutant.All.Select(mutant => mutant.Root).Where(root => FixedText.Lint("t.json", root.ToJsonString()).Any(finding => finding.Fixes.Count > 0)).Take(300),
    ];

    public static TheoryData<string> WithSnippets => new(RuleList.All.Where(rule => rule.Info.Bad is not null).Select(rule => rule.Info.Id));

    [Theory]
    [MemberData(nameof(WithSnippets))]
    public void The_bad_snippet_is_fixed_cleanly_in_every_form(string id)
    {
        var snippet = Head + RuleList.Find(id)!.Bad!;
        Holds("tenant.yaml", snippet);
        foreach (var (path, text) in Forms((JsonObject)Yaml.ToJson(snippet)))
            Holds(path, text);
    }

    [Fact]
    public void Any_manifest_is_fixed_cleanly_in_every_form() => Gen.Select(Gen.Int[0, Manifests.Length - 1], Gen.Int[0, 3]).Sample((index, form) =>
    {
        var (path, text) = Forms(Manifests[index]).ElementAt(form);
        Holds(path, text);
    }, iter: 300, threads: 1);

    [Fact]
    public void A_fix_leaves_all_that_is_not_its_own_alone()
    {
        var crowded = Manifests.Where(manifest => FixCandidate.Choose(FixedText.Lint("tenant.json", manifest.ToJsonString()), true, _ => false).Count > 1).ToArray();
        Assert.True(crowded.Length > 50, $"only {crowded.Length} manifests have several things to fix");
        Gen.Select(Gen.Int[0, crowded.Length - 1], Gen.Int[0, 3]).Sample((index, form) =>
        {
            var (path, text) = Forms(crowded[index]).ElementAt(form);
            LeavesTheRestAlone(path, text);
        }, iter: 150, threads: 1);
    }

    private static void LeavesTheRestAlone(string path, string text)
    {
        var findings = FixedText.Lint(path, text);
        var chosen = FixCandidate.Choose(findings, true, _ => false);
        var all = chosen.SelectMany(candidate => candidate.Edits).OrderBy(edit => edit.Start).ToArray();
        for (var i = 1; i < all.Length; i++)
            Assert.True(all[i - 1].End < all[i].Start, $"{all[i - 1]} meets {all[i]} in\n{text}");
        foreach (var candidate in chosen)
        {
            var after = TextEdit.Apply(text, candidate.Edits);
            Assert.Equal(Kept(text, candidate.Edits), Kept(after, Placed(candidate.Edits)));
            // Those that are found still, once before and once now, are the same finding in the same words, and are mended by the same change.
            var left = FixedText.Lint(path, after);
            var rendered = FixCandidate.Choose(left, true, _ => false).ToLookup(other => Identity(other.Finding));
            foreach (var other in chosen.Where(other => other != candidate && Once(findings, other.Finding) && Once(left, other.Finding)))
            {
                var now = left.Single(finding => Identity(finding) == Identity(other.Finding));
                Assert.Equal((other.Finding.Message, other.Finding.Fingerprint), (now.Message, now.Fingerprint));
                if (rendered[Identity(now)].FirstOrDefault() is { } again)
                    Assert.Equal(other.Edits.Select(edit => (text.Substring(edit.Start, edit.Length), edit.NewText)), again.Edits.Select(edit => (after.Substring(edit.Start, edit.Length), edit.NewText)));
            }
        }
    }

    private static (string, string, string, string) Identity(Diagnostic finding) => (finding.Rule.Id, finding.Owner, finding.Property, finding.Value);

    private static bool Once(IReadOnlyList<Diagnostic> findings, Diagnostic finding) => findings.Count(other => Identity(other) == Identity(finding)) == 1;

    // What no edit touches.
    private static List<string> Kept(string text, IEnumerable<TextEdit> edits)
    {
        var kept = new List<string>();
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            kept.Add(text[at..edit.Start]);
            at = edit.End;
        }

        return [.. kept, text[at..]];
    }

    // Where the new texts stand once the edits are made.
    private static List<TextEdit> Placed(IEnumerable<TextEdit> edits)
    {
        var placed = new List<TextEdit>();
        var moved = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            placed.Add(new TextEdit(edit.Start + moved, edit.NewText.Length, ""));
            moved += edit.NewText.Length - edit.Length;
        }

        return placed;
    }

    [Fact]
    public void A_missing_connector_is_there_after_the_fix()
    {
        string[] rules = ["CL1001", "CL1002", "CL1007", "CL1008", "CL1011", "CL1015", "CL1020", "CL1021"];
        foreach (var id in rules)
        {
            var found = RuleList.Find(id)!.Bad!;
            foreach (var (path, text) in Forms((JsonObject)Yaml.ToJson(Head + found)))
            {
                var before = FixedText.Lint(path, text).Where(finding => finding.Rule.Id == id).ToArray();
                if (!before.Any(finding => finding.Fixes.Count > 0))
                    continue;
                var outcome = FixedText.Run(path, text, withUnsafe: true);
                Assert.True(outcome.Findings.All(finding => finding.Rule.Id != id), $"{id} is still found in\n{outcome.Texts.Values.FirstOrDefault()?.Text ?? text}");
            }
        }
    }

    [Fact]
    public void However_many_connectors_are_missing_all_are_written()
    {
        var partners = string.Concat(Enumerable.Range(0, 20).Select(i => $"    - {{name: P{i}, domains: [p{i}.example], inbound: {{requireTls: true}}, outbound: {{requireTls: true}}}}\n"));

        var outcome = FixedText.Run("tenant.yaml", Head + "topology:\n  mailboxes: cloud\n  partners:\n" + partners, withUnsafe: true);

        Assert.Equal(40, outcome.FixedCount);
        Assert.DoesNotContain(outcome.Findings, finding => finding.Rule.Id is "CL1007" or "CL1008");
    }

    private static IEnumerable<(string Path, string Text)> Forms(JsonObject root)
    {
        yield return ("tenant.json", root.ToJsonString());
        yield return ("tenant.json", root.ToJsonString(Indented) + "\n");
        yield return ("tenant.yaml", WithComments(WritingPropertyTests.Block(root)));
        yield return ("tenant.yaml", "# c0\n" + root.ToJsonString() + "\n");
    }

    // A comment at the end of each line.
    private static string WithComments(string block) =>
        string.Join("\n", block.TrimEnd('\n').Split('\n').Select((line, i) => line.Length == 0 || line.EndsWith('|') ? line : $"{line} # c{i}")) + "\n";

    private static void Holds(string path, string text)
    {
        foreach (var withUnsafe in new[] { false, true })
        {
            var before = FixedText.Lint(path, text);
            var outcome = FixedText.Run(path, text, withUnsafe);
            var after = outcome.Texts.TryGetValue(path, out var changed) ? changed.Text : text;
            var tree = SyntaxReader.Read(new SourceText(path, after));
            Assert.True(tree.IsComplete || !SyntaxReader.Read(new SourceText(path, text)).IsComplete, $"no longer parses:\n{after}");
            Assert.True(after == FixedText.Of(path, after, withUnsafe), $"not idempotent:\n{after}");
            Assert.Equal(text.EndsWith('\n'), after.EndsWith('\n'));
            Assert.Equal(Comments(text), Comments(after));
            var errors = Errors(before);
            var revealed = Errors(outcome.Revealed);
            Assert.All(Errors(FixedText.Lint(path, after)), error => Assert.True(error.Value <= errors.GetValueOrDefault(error.Key) + revealed.GetValueOrDefault(error.Key), $"new error {error.Key} in\n{after}"));
        }
    }

    private static Dictionary<(string, string), int> Errors(IReadOnlyList<Diagnostic> findings) =>
        findings.Where(finding => finding.Severity == Severity.Error).GroupBy(finding => (finding.Rule.Id, finding.Property)).ToDictionary(group => group.Key, group => group.Count());

    private static List<string> Comments(string text) => [.. text.Split('\n').Where(line => line.Contains("# c", StringComparison.Ordinal)).Select(line => line[line.IndexOf("# c", StringComparison.Ordinal)..])];
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Fixes;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>Reads, fixes, reads again: the text still parses, has no new error, and nothing is left to fix.</summary>
internal static class FixTarget
{
    private static readonly Linter Linter = new(asOf: TenantTarget.AsOf);

    public static void Run(string text)
    {
        var path = text.TrimStart() is ['{' or '[', ..] ? "tenant.json" : "tenant.yaml";
        var before = Linter.LintText(path, text).Findings;
        foreach (var withUnsafe in new[] { false, true })
        {
            var outcome = Fix(path, text, before, withUnsafe);
            var after = TextOf(outcome, path, text);
            if (after == text)
                continue;
            Sound.Require(SyntaxReader.Read(new SourceText(path, after)).IsComplete, "the text no longer parses");
            var findings = Linter.LintText(path, after).Findings;
            Sound.Require(TextOf(Fix(path, after, findings, withUnsafe), path, after) == after, "a second run changes the text again");
            // What could not be read before may be wrong in another way, too, and the outcome tells so.
            var errors = Errors([.. before, .. outcome.Revealed]);
            foreach (var error in Errors(findings))
                Sound.Require(errors.TryGetValue(error.Key, out var count) && error.Value <= count, $"a fix makes the error {error.Key}");
        }
    }

    private static FixOutcome Fix(string path, string text, IReadOnlyList<Diagnostic> findings, bool withUnsafe) =>
        new Fixer(withUnsafe, texts => Linter.LintText(path, TextOf(texts, path, text)).Findings).Run(findings);

    private static string TextOf(FixOutcome outcome, string path, string text) => TextOf(outcome.Texts, path, text);

    private static string TextOf(IReadOnlyDictionary<string, SourceText> texts, string path, string text) => texts.TryGetValue(path, out var changed) ? changed.Text : text;

    private static Dictionary<(string, string), int> Errors(IReadOnlyList<Diagnostic> findings) =>
        findings.Where(finding => finding.Severity == Severity.Error).GroupBy(finding => (finding.Rule.Id, finding.Property)).ToDictionary(group => group.Key, group => group.Count());
}

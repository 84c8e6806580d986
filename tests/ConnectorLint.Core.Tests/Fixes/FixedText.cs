using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Fixes;

namespace ConnectorLint.Tests.Fixes;

/// <summary>Fixes one text as the command line does.</summary>
internal static class FixedText
{
    public static readonly DateTime AsOf = new(2026, 11, 24);

    public static FixOutcome Run(string path, string text, bool withUnsafe = false, params string[] rules)
    {
        var linter = new Linter(new RuleSelection(rules), AsOf);
        return new Fixer(withUnsafe, texts => linter.LintText(path, texts.TryGetValue(path, out var changed) ? changed.Text : text).Findings).Run(linter.LintText(path, text).Findings);
    }

    public static string Of(string path, string text, bool withUnsafe = false, params string[] rules) =>
        Run(path, text, withUnsafe, rules).Texts.TryGetValue(path, out var changed) ? changed.Text : text;

    public static IReadOnlyList<Diagnostic> Lint(string path, string text) => new Linter(asOf: AsOf).LintText(path, text).Findings;
}

using System.Text;
using ConnectorLint.Rules;

namespace ConnectorLint.Descriptions;

/// <summary>The lists of rules by release that analyzers carry: <c>AnalyzerReleases.Shipped.md</c>, which a release adds to, and <c>AnalyzerReleases.Unshipped.md</c>, which is all else.</summary>
public static class AnalyzerReleases
{
    // Of all rules in the compiler.
    private const string Category = "ConnectorLint";

    /// <summary>What no release has had yet.</summary>
    /// <param name="shipped">The text of the other list.</param>
    public static string Unshipped(string shipped)
    {
        var known = shipped.Split('\n').Select(line => line.Split('|')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("; Written by scripts/update. What a release has had stands in AnalyzerReleases.Shipped.md.\n\n### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|------\n");
        foreach (var rule in RuleList.All.Select(rule => rule.Info).Where(rule => !known.Contains(rule.Id)))
            text.Append(rule.Id).Append(" | ").Append(Category).Append(" | ").Append(SeverityOf(rule)).Append(" | ").Append(rule.Name).Append('\n');
        return text.ToString();
    }

    private static string SeverityOf(Diagnostics.RuleInfo rule) => rule switch
    {
        { IsOffByDefault: true } => "Disabled",
        { Severity: Diagnostics.Severity.Error } => "Error",
        { Severity: Diagnostics.Severity.Warning } => "Warning",
        _ => "Info",
    };
}

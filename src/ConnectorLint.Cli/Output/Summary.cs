using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>The line that closes a report for people; it says what was looked at, so that "no findings" can't mislead.</summary>
internal static class Summary
{
    /// <summary>"2 tenants, 14 connectors in 3 files: 1 error, 2 warnings".</summary>
    /// <remarks>Null when there is no tenant and that is an error, which is said elsewhere.</remarks>
    public static string? Of(LintReport report, ReportSettings settings)
    {
        if (report is { Tenants.Count: 0, Shard: { } empty, ElsewhereCount: > 0 and var elsewhere })
            return $"nothing to lint: {(elsewhere == 1 ? "the one tenant is" : $"all {elsewhere} tenants are")} in other shards than {empty}";
        if (report is { Tenants.Count: 0, UntouchedCount: > 0 and var untouched })
            return $"nothing to lint: the change touches {(untouched == 1 ? "the one tenant not" : $"none of the {untouched} tenants")}";
        if (report.Tenants.Count == 0)
            return settings.IsSuccessful ? $"nothing was linted: {NoTenant(report)}" : null;
        var connectors = report.Tenants.Sum(tenant => tenant.ConnectorCount);
        var what = $"{Count(report.Tenants.Count, "tenant")}, {Count(connectors, "connector")} in {Count(report.Files.Count, "file")}{Formats(report)}";
        var shard = report.Shard is { } own ? $" (shard {own}; {Count(report.ElsewhereCount, "tenant")} in the others)" : "";
        var change = report.UntouchedCount > 0 ? $" (the change does not touch the other {Count(report.UntouchedCount, "tenant")})" : "";
        return $"{what}: {Findings(report)}{shard}{change}";
    }

    /// <summary>What of the baseline is out of date; null when nothing is, or it is being mended.</summary>
    public static string? Stale(LintReport report, ReportSettings settings) => settings.IsPruning || report.Baseline is not { Stale.Count: var count and > 0 }
        ? null
        : $"{Count(count, "entry", "entries")} of the baseline no longer {(count == 1 ? "matches" : "match")}; --prune-baseline removes {(count == 1 ? "it" : "them")}";

    /// <summary>How many findings can be mended automatically; null when none can.</summary>
    public static string? Fixable(LintReport report) => FixCounts.Of(report.Findings) switch
    {
        { Safe: 0, Unsafe: 0 } => null,
        { Unsafe: 0, Safe: var safe } => $"{safe} can be mended by --fix",
        { Safe: 0, Unsafe: var changing } => $"{changing} can be mended by --unsafe-fixes; add --diff to see how",
        var both => $"{both.Safe} can be mended by --fix, {both.Unsafe} more by --unsafe-fixes; add --diff to see how",
    };

    /// <summary>A number and a word for what it counts.</summary>
    public static string Count(int count, string word, string? plural = null) => $"{count} {(count == 1 ? word : plural ?? word + "s")}";

    /// <summary>What was looked at in vain.</summary>
    public static string NoTenant(LintReport report)
    {
        var files = report.LookedAt switch
        {
            0 => "there is no .yaml, .yml, .json or .winget file",
            1 => "the one file looked at is no tenant's",
            _ => $"none of the {report.LookedAt} files looked at is a tenant's",
        };
        return report.IgnoredCount == 0 ? files : $"{files} ({Count(report.IgnoredCount, "path")} left out by .gitignore)";
    }

    // Only where there is more than our own manifest.
    private static string Formats(LintReport report) =>
        report.Formats.Count == 0 ? "" : $" ({string.Join(", ", report.Formats.Select(format => $"{format.Format}: {format.Files}"))})";

    private static string Findings(LintReport report)
    {
        var parts = new List<string>();
        Add(parts, report, Severity.Error, "error");
        Add(parts, report, Severity.Warning, "warning");
        Add(parts, report, Severity.Info, "information");
        if (parts.Count == 0)
            parts.Add("no findings");
        if (report.Baseline is { KnownCount: var known and > 0 })
            parts.Add($"{known} in the baseline");
        if (report.BeforeCount > 0)
            parts.Add($"{report.BeforeCount} as before the change");
        return string.Join(", ", parts);
    }

    private static void Add(List<string> parts, LintReport report, Severity severity, string word)
    {
        var count = report.Findings.Count(finding => finding.Severity == severity);
        if (count > 0)
            parts.Add(Count(count, word));
    }
}

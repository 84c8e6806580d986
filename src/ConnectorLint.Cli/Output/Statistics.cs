using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>What <c>--statistics</c> counts.</summary>
internal sealed record Statistics
{
    /// <summary>How many files were looked at, ours or not.</summary>
    public required int LookedAt { get; init; }

    /// <summary>The share of the tenants that was judged; null: all.</summary>
    public TenantShard? Shard { get; init; }

    /// <summary>How many tenants are left to the other shards.</summary>
    public required int ElsewhereCount { get; init; }

    /// <summary>Our own manifests first.</summary>
    public required IReadOnlyList<(string Name, int Files, int Connectors)> Formats { get; init; }

    /// <summary>The most findings first.</summary>
    public required IReadOnlyList<(RuleInfo Rule, FindingCounts Counts)> Rules { get; init; }

    /// <summary>The worst first; tenants of one name are one row.</summary>
    public required IReadOnlyList<(string Name, int Files, int Connectors, FindingCounts Counts)> Tenants { get; init; }

    public static Statistics Of(LintReport report)
    {
        var byTenant = report.Findings.GroupBy(finding => finding.Tenant, StringComparer.Ordinal).ToDictionary(findings => findings.Key, FindingCounts.Of, StringComparer.Ordinal);
        return new Statistics
        {
            LookedAt = report.LookedAt,
            Shard = report.Shard,
            ElsewhereCount = report.ElsewhereCount,
            Formats = FormatsOf(report),
            Rules =
            [
                .. report.Findings.GroupBy(finding => finding.Rule).Select(findings => (Rule: findings.Key, Counts: FindingCounts.Of(findings)))
                    .OrderByDescending(rule => rule.Counts.All).ThenBy(rule => rule.Rule.Id, StringComparer.Ordinal),
            ],
            Tenants =
            [
                .. report.Tenants.GroupBy(tenant => tenant.Name, StringComparer.Ordinal)
                    .Select(tenants => (Name: tenants.Key, Files: tenants.Sum(tenant => tenant.Files.Count), Connectors: tenants.Sum(tenant => tenant.ConnectorCount), Counts: byTenant.GetValueOrDefault(tenants.Key)))
                    .OrderByDescending(tenant => tenant.Counts).ThenBy(tenant => tenant.Name, StringComparer.Ordinal),
            ],
        };
    }

    private static List<(string Name, int Files, int Connectors)> FormatsOf(LintReport report)
    {
        var connectors = report.Tenants.SelectMany(tenant => tenant.Formats).GroupBy(format => format.Format, StringComparer.Ordinal)
            .ToDictionary(format => format.Key, format => format.Sum(of => of.Connectors), StringComparer.Ordinal);
        var formats = report.Formats.Select(format => (format.Format, format.Files, connectors.GetValueOrDefault(format.Format))).ToList();
        var manifests = report.Files.Count - report.Formats.Sum(format => format.Files);
        if (manifests > 0)
            formats.Insert(0, ("manifest", manifests, report.Tenants.Sum(tenant => tenant.ConnectorCount) - connectors.Values.Sum()));
        return formats;
    }
}

/// <summary>How many findings of each severity; more of the worse is greater.</summary>
internal readonly record struct FindingCounts(int Errors, int Warnings, int Infos) : IComparable<FindingCounts>
{
    public int All => Errors + Warnings + Infos;

    public static FindingCounts Of(IEnumerable<Diagnostic> findings)
    {
        var counts = default(FindingCounts);
        foreach (var finding in findings)
        {
            counts = finding.Severity switch
            {
                Severity.Error => counts with { Errors = counts.Errors + 1 },
                Severity.Warning => counts with { Warnings = counts.Warnings + 1 },
                _ => counts with { Infos = counts.Infos + 1 },
            };
        }

        return counts;
    }

    public int CompareTo(FindingCounts other) => (Errors, Warnings, Infos).CompareTo((other.Errors, other.Warnings, other.Infos));
}

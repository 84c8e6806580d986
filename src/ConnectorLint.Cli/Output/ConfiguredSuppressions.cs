using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Cli.Output;

/// <summary>Writes the <c>suppressions</c> of a <c>.connectorlint.yaml</c>, for findings in files that can't hold comments.</summary>
internal static class ConfiguredSuppressions
{
    /// <summary>The key and an entry for each rule, tenant and connector.</summary>
    public static void Write(IReadOnlyList<Diagnostic> findings, string reason, TextWriter output)
    {
        output.Write("suppressions:\n");
        foreach (var (rule, tenant, connector) in findings.Select(finding => (finding.Rule.Id, finding.Tenant, ConnectorOf(finding))).Distinct().Order())
            output.Write($"  - {{rule: {rule}, tenant: {ProposalYaml.Quote(tenant)}{(connector is null ? "" : $", connector: {ProposalYaml.Quote(connector)}")}, {ReasonOf(reason)}}}\n");
    }

    // What is not about a connector is suppressed for the tenant.
    private static string? ConnectorOf(Diagnostic finding)
    {
        var parts = finding.Owner.Split(':', 2);
        return parts is ["inbound" or "outbound", _] ? parts[1] : null;
    }

    private static string ReasonOf(string reason)
    {
        var parsed = SuppressionDirective.OfReason(reason);
        return parsed.Until is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"reason: {ProposalYaml.Quote(parsed.Reason)}, until: {day:yyyy-MM-dd}")
            : $"reason: {ProposalYaml.Quote(reason.Trim())}";
    }
}

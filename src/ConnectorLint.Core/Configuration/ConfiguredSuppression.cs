using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;

namespace ConnectorLint.Configuration;

/// <summary>Findings that are not reported, as a configuration says it.</summary>
/// <param name="Rule">An id, a name, or the beginning of ids.</param>
/// <param name="Tenant">Only in this tenant; null: in all.</param>
/// <param name="Connector">Only about the connector of this name; null: about anything.</param>
/// <param name="Reason">Why; null when it does not say.</param>
/// <param name="Until">The last day on which it holds; null: it has no end.</param>
/// <param name="Span">Where the entry's rule stands.</param>
public sealed record ConfiguredSuppression(string Rule, string? Tenant, string? Connector, string? Reason, DateTime? Until, SourceSpan Span)
{
    /// <summary>Whether it holds on a day; without a day, nothing has expired.</summary>
    public bool HoldsOn(DateTime? day) => Until is null || day is null || day.Value.Date <= Until.Value;

    /// <summary>Whether it speaks of a finding.</summary>
    public bool Names(Diagnostic finding) =>
        RuleNames.Match(Rule, finding.Rule) > 0
        && (Tenant is null || string.Equals(Tenant, finding.Tenant, StringComparison.OrdinalIgnoreCase))
        && (Connector is null || IsAbout(finding.Owner, Connector));

    // The owner of a connector's findings: "inbound:From our servers".
    private static bool IsAbout(string owner, string connector)
    {
        var colon = owner.IndexOf(':');
        return colon >= 0
            && owner.Substring(0, colon) is "inbound" or "outbound"
            && string.Equals(owner.Substring(colon + 1), connector, StringComparison.OrdinalIgnoreCase);
    }
}

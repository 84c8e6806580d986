using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Readers;
using ConnectorLint.Rules.Syntax;

namespace ConnectorLint.Engine;

/// <summary>The tenant that a configuration gives a file to.</summary>
internal static class AssignedTenant
{
    /// <summary>A document of the file, with a finding (CL0908) where it names another tenant; it stays its own tenant's, as it says: which of the two is right is not known.</summary>
    /// <param name="part">The document.</param>
    /// <param name="assigned">The tenant, and the glob that gives the file away; null when none does.</param>
    public static ManifestPart Check(ManifestPart part, Placed<string>? assigned)
    {
        if (part.Tenant is not { } own || assigned is null || string.Equals(own, assigned.Value, StringComparison.OrdinalIgnoreCase))
            return part;
        var finding = new Diagnostic
        {
            Rule = ConflictingDeclarations.Rule,
            Severity = ConflictingDeclarations.Rule.Severity,
            Span = part.Span,
            Message = $"tenant is '{own}' here and '{assigned.Value}' in the configuration, so whose connectors these are is not certain",
            Help = "Correct the tenant of the file, or the globs of the configuration's tenants.",
            Related = [new RelatedSpan(assigned.Span, "the configuration gives the file away here")],
            Owner = "root",
            Property = "tenant",
            Value = assigned.Value,
        };
        return part with { Findings = [.. part.Findings, finding] };
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Settings;

internal sealed class TrustedOrganizationsMixed : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2015", "trusted-organizations-mixed", Severity.Warning)
    {
        Summary = "trustedOrganizations is mixed with settings that it puts out of force.",
        Why = "The other settings have no effect, so what they were to keep out or let in is not.",
        Help = "Split it in two connectors: one with trustedOrganizations alone.",
        Source = "NEW-IN",
        Bad = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], trustedOrganizations: [fabrikam.onmicrosoft.com], senderIPAddresses: [203.0.113.10]}
            """,
        Good = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], trustedOrganizations: [fabrikam.onmicrosoft.com]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.TrustedOrganizations.IsKnown)
            return;
        if (connector.SenderIPAddresses.Value is { HasFaults: false })
            Report(connector, connector.SenderIPAddresses.Property, connector.SenderIPAddresses.HeadSpan, context);
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value.IsValid: true })
            Report(connector, connector.TlsSenderCertificateName.Property, connector.TlsSenderCertificateName.PairSpan, context);
        if (connector.RestrictDomainsToIPAddresses.Is(true))
            Report(connector, connector.RestrictDomainsToIPAddresses.Property, connector.RestrictDomainsToIPAddresses.PairSpan, context);
        if (connector.RestrictDomainsToCertificate.Is(true))
            Report(connector, connector.RestrictDomainsToCertificate.Property, connector.RestrictDomainsToCertificate.PairSpan, context);
    }

    private static void Report(InboundConnector connector, Property property, SourceSpan span, RuleContext context) => context.Report(
        connector, span,
        $"'{connector.Name}': with trustedOrganizations no other parameters are used, so {property.Name} has no effect on which mail this connector takes",
        property,
        related: [new RelatedSpan(connector.TrustedOrganizations.Span, "the organizations are here")]);
}

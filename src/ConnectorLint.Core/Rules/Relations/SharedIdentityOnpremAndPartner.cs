using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Relations;

internal sealed class SharedIdentityOnpremAndPartner : IInboundRule
{
    public RuleInfo Info { get; } = new("CL3003", "shared-identity-onprem-and-partner", Severity.Warning)
    {
        Summary = "An OnPremises and a Partner inbound connector know the same sender.",
        Why = "The OnPremises one is tried first: the partner restrictions do not apply to that sender, and it may relay through your tenant.",
        Help = "Take the partner's address or certificate off the OnPremises connector.",
        Source = "NEW-IN, 3P, RELAY23, MC1226222",
        Confidence = "inferred: that OnPremises is tried first",
        Bad = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, 198.51.100.7]}
              - {name: Bank, connectorType: Partner, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
            """,
        Good = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
              - {name: Nobody else, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.10]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        // An OnPremises connector beside a lock-down with the same identity is what the vendor recommends.
        if (!connector.IsActive || !connector.IsPartner || CanBeLockDown(connector))
            return;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } certificate
            && context.OnPremisesFlow.InboundByCertificate(name.Value).FirstOrDefault() is { } sameName)
        {
            Report(connector, InboundProperties.TlsSenderCertificateName, name.Text, name.Value.ToString(), certificate.Span, sameName, context);
        }

        if (connector.SenderIPAddresses.Value is not { } addresses)
            return;
        foreach (var address in addresses)
        {
            if (address.IsValid && context.OnPremisesFlow.InboundByOverlap(address.Value).FirstOrDefault() is { } sameAddress)
                Report(connector, InboundProperties.SenderIPAddresses, address.Text, address.Value.ToString(), address.Span, sameAddress, context);
        }
    }

    private static bool CanBeLockDown(InboundConnector connector) =>
        (connector.RestrictDomainsToIPAddresses.CanBe(true) || connector.RestrictDomainsToCertificate.CanBe(true))
        && (connector.SenderDomains.IsUncertain || connector.SenderDomains.Value is { HasFaults: true } || connector.HasSenderDomain(domain => domain.IsAny));

    private static void Report(InboundConnector connector, Property property, string text, string value, SourceSpan span, InboundConnector other, RuleContext context) => context.Report(
        connector, span,
        $"'{connector.Name}': {property.Name} '{text}' is also on OnPremises connector '{other.Name}', which is tried first; the partner restrictions do not apply to it and the source may relay",
        property, value,
        related: [new RelatedSpan(other.NameSpan, "the OnPremises connector")]);
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Relations;

internal sealed class AllowShadowedByRestrict : IInboundRule
{
    public RuleInfo Info { get; } = new("CL3004", "allow-shadowed-by-restrict", Severity.Error)
    {
        Summary = "A Partner connector that is to let mail in is overruled by a restricting one for the same senders.",
        Why = "A restricting connector takes precedence over one that only names sender domains: the mail is refused unless it meets the restriction.",
        Help = "Give this connector addresses or a certificate of its own with the restriction, or narrow the other.",
        Source = "USE, GH-E-900",
        Confidence = "documented: whichever connector is taken, no message from the sender domain that is named meets this one. Each sender domain is named singly. Connectors with associatedAcceptedDomains or trustedOrganizations are not asked, of which the pages do not say whose mail they take",
        Bad = """
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"]}
              - {name: Let bank in, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
            """,
        Good = """
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"]}
              - {name: Let bank in, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!GoesBySender(connector) || connector.SenderDomains.Value is not { } domains)
            return;

        foreach (var domain in domains)
        {
            if (!domain.IsValid || Restricting(domain.Value, context) is not { } other)
                continue;
            context.Report(
                connector, domain.Span,
                $"'{connector.Name}': senderDomains '{domain.Text}' is also covered by '{other.Name}', which restricts and takes precedence; mail from there is refused unless it meets {Restriction(other)}",
                InboundProperties.SenderDomains, domain.Value.ToString(),
                related: [new RelatedSpan(other.NameSpan, "the restricting connector")]);
        }
    }

    /// <summary>Whether an active Partner connector knows mail by the sender's domain alone.</summary>
    public static bool GoesBySender(InboundConnector connector) =>
        connector.IsActive && connector.IsPartner && !connector.IsRestricting && connector.SenderIPAddresses.IsAbsent && connector.TlsSenderCertificateName.IsAbsent
        && connector.TrustedOrganizations.IsAbsent && connector.AssociatedAcceptedDomains.IsAbsent;

    /// <summary>A connector that restricts all mail from some senders; null when there is none.</summary>
    public static InboundConnector? Restricting(DomainPattern pattern, RuleContext context)
    {
        var flow = context.RestrictingFlow;
        // A wildcard is covered only by what is as wide, and "*" is listed as no domain.
        return flow.InboundPartnerListing(pattern.Domain).FirstOrDefault(other => !pattern.CoversSubdomains || other.HasSenderDomain(o => o.Includes(pattern)))
            ?? flow.InboundPartnerForAll.FirstOrDefault();
    }

    private static string Restriction(InboundConnector connector) =>
        connector.RestrictDomainsToIPAddresses.Is(true)
            ? connector.RestrictDomainsToCertificate.Is(true) ? "restrictDomainsToIPAddresses and restrictDomainsToCertificate" : "restrictDomainsToIPAddresses"
            : "restrictDomainsToCertificate";
}

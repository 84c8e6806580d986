using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class IpAndCertificateOnPartner : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4019", "ip-and-certificate-on-partner", Severity.Info)
    {
        Summary = "A Partner connector has both addresses and a certificate.",
        Why = "How the two combine is not documented: a message may need both, or either may do.",
        Help = "Use two connectors, one for each; then either one admits.",
        Source = "USE, NEW-IN, PARTNER",
        Confidence = "documented, and contradicted by another page: one page advises against it, another has it as an example",
        Bad = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com}
            """,
        Good = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsPartner)
            return;
        var byAddress = connector.RestrictDomainsToIPAddresses.Is(true);
        var byCertificate = connector.RestrictDomainsToCertificate.Is(true);
        var hasBoth = connector.SenderIPAddresses.IsKnown && connector.TlsSenderCertificateName.IsKnown;
        if (!(byAddress && byCertificate) && !((byAddress || byCertificate) && hasBoth))
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': senderIPAddresses and tlsSenderCertificateName on one Partner connector; separate connectors are advised, and whether a message must meet both is not documented",
            InboundProperties.RestrictDomainsToCertificate);
    }
}

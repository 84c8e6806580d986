using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class CertificateRestrictionWithoutTls : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2011", "certificate-restriction-without-tls", Severity.Warning)
    {
        Summary = "A Partner connector asks for a certificate and does not ask for TLS.",
        Why = "A certificate is only seen with TLS; a message without TLS is not held to it.",
        Help = "Set requireTls: true.",
        Source = "NEW-IN, 3P",
        Bad = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: false, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com}
            """,
        Good = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsPartner || !connector.RequireTls.Is(false)
            || !(connector.TlsSenderCertificateName.IsKnown || connector.RestrictDomainsToCertificate.Is(true)))
        {
            return;
        }

        var property = connector.TlsSenderCertificateName.IsKnown ? "tlsSenderCertificateName" : "restrictDomainsToCertificate";
        context.Report(
            connector, connector.RequireTls.PairSpan,
            $"'{connector.Name}': {property} counts only with requireTls, which is false, so mail from {Wording.Senders(connector)} without TLS is not held to the certificate",
            InboundProperties.RequireTls);
    }
}

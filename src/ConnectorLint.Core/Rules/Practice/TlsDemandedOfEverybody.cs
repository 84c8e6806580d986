using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class TlsDemandedOfEverybody : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4025", "tls-demanded-of-everybody", Severity.Warning)
    {
        Summary = "TLS is demanded of every sender on the internet.",
        Why = "Mail from every sender whose server does not use TLS is refused.",
        Help = "List the partner's domains in senderDomains.",
        Source = "NEW-IN, PARTNER",
        Bad = """
            inboundConnectors:
              - {name: All TLS, connectorType: Partner, senderDomains: ["*"], requireTls: true}
            """,
        Good = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsPartner || !connector.RequireTls.Is(true) || !connector.SenderIPAddresses.IsAbsent || !connector.TlsSenderCertificateName.IsAbsent
            || !connector.TrustedOrganizations.IsAbsent || connector.SenderDomains.Value is not { } domains)
        {
            return;
        }

        foreach (var domain in domains)
        {
            if (!domain.IsValid || !domain.Value.IsAny)
                continue;
            context.Report(
                connector, connector.RequireTls.PairSpan,
                $"'{connector.Name}': requireTls with senderDomains \"*\" refuses mail from every sender on the internet that does not use TLS",
                InboundProperties.RequireTls,
                related: [new RelatedSpan(domain.Span, "every sender")]);
            return;
        }
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Relations;

internal sealed class TlsDomainNotPresented : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL3021", "tls-domain-not-presented", Severity.Warning)
    {
        Summary = "tlsDomain is on no certificate that your servers present.",
        Why = "Mail to your servers waits with 450 4.7.320 and then bounces.",
        Help = "Set tlsDomain to a name on your servers' certificate.",
        Source = "NEW-OUT, ROUTE",
        Confidence = "documented effect",
        Bad = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: smtp.contoso.com}
            """,
        Good = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || !connector.TlsSettings.Is(TlsSettings.DomainValidation) || connector.TlsDomain is not { IsKnown: true, Value: { IsValid: true } wanted }
            || context.Topology is not { } topology || topology.OnPremises.CertificateNames.Value is not { Count: > 0, HasFaults: false } names
            || names.Any(name => CertificateNames.Match(wanted.Value, name.Value)) || !LeadsToOwnServers(connector, topology, context))
        {
            return;
        }

        context.Report(
            connector, connector.TlsDomain.Span,
            $"'{connector.Name}': tlsDomain '{wanted.Text}' is on no certificate that your servers are declared to present ({Wording.List(names)}); mail waits with 450 4.7.320 and then bounces",
            OutboundProperties.TlsDomain,
            related: [new RelatedSpan(topology.OnPremises.CertificateNames.Span, "what they present")]);
    }

    private static bool LeadsToOwnServers(OutboundConnector connector, Topology topology, RuleContext context)
    {
        if (connector.SmartHosts.Value is not { } hosts)
            return false;
        foreach (var host in hosts)
        {
            if (host.IsValid && (context.Needs.Scenarios!.OwnHosts.Has(host.Value)
                || (host.Value.Address is { } address && (topology.OnPremises.PublicIPs.Value?.Any(own => own.IsValid && own.Value.Overlaps(address)) ?? false))))
            {
                return true;
            }
        }

        return false;
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Relations;

internal sealed class CertificateEndsDiffer : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3017", "certificate-ends-differ", Severity.Error)
    {
        Summary = "The certificate that your Send connector presents is not the one that an inbound connector expects.",
        Why = "Its mail is not attributed to your tenant: to outside recipients it is refused with 550 5.7.64, to your own it counts as internet mail.",
        Help = "Set tlsSenderCertificateName to what the Send connector presents, or change tlsCertificateName there.",
        Source = "HEALTHCHECK, NDR-564",
        Bad = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
        Good = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail.contoso.com}]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || context.Needs.Scenarios is not { } scenarios || !context.Tenant.IsInboundComplete || scenarios.MayHaveOnPremisesInbound)
            return;
        // Where there is none for your servers, CL1001 speaks.
        var candidates = context.Tenant.InboundConnectors.Where(c => c.IsActive && c.IsOnPremises && !scenarios.ServesOnlyOthers(c)).ToArray();
        if (candidates.Length == 0 || MayBeKnownByAddress(topology.OnPremises, candidates, context))
            return;
        var connector = candidates.FirstOrDefault(c => c.TlsSenderCertificateName.IsKnown) ?? candidates[0];
        foreach (var send in topology.OnPremises.SendConnectors)
        {
            if (!send.LeadsToMicrosoft365 || send.CertificateName is not { } presented || context.OnPremisesFlow.InboundByCertificate(presented).Any())
                continue;
            var certificate = connector.TlsSenderCertificateName;
            context.Report(
                connector, certificate.IsKnown ? certificate.Span : connector.NameSpan,
                certificate.IsKnown
                    ? $"'{connector.Name}': tlsSenderCertificateName '{certificate.Value.Text}' is not what Send connector '{send.Name}' presents ('{presented}'); its mail is not attributed to this tenant: to outside recipients 550 5.7.64, to your own it counts as internet mail"
                    : $"'{connector.Name}': no tlsSenderCertificateName takes what Send connector '{send.Name}' presents ('{presented}'); its mail is not attributed to this tenant: to outside recipients 550 5.7.64, to your own it counts as internet mail",
                InboundProperties.TlsSenderCertificateName, send.Name,
                related: [new RelatedSpan(send.TlsCertificateName.Span, "the Send connector presents this")]);
        }
    }

    // What your servers send from is not "nothing" where it is not declared.
    private static bool MayBeKnownByAddress(OnPremisesServers servers, InboundConnector[] connectors, RuleContext context) =>
        servers.PublicIPs.IsAbsent
            ? connectors.Any(c => c.SenderIPAddresses.IsKnown)
            : servers.PublicIPs.Value is not { HasFaults: false } addresses || addresses.Any(address => context.OnPremisesFlow.InboundByOverlap(address.Value).Any());
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Relations;

internal sealed class RetainedHeadersEndsDiffer : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3018", "retained-headers-ends-differ", Severity.Warning)
    {
        Summary = "The two ends of the way from your servers do not keep hybrid headers alike.",
        Why = "The headers are lost on the way, so internal mail is filtered as if it came from outside.",
        Help = "Set cloudServicesMailEnabled alike on both ends: rerun the Hybrid Configuration Wizard.",
        Source = "HEALTHCHECK, NEW-IN",
        Bad = """
            topology: {mailboxes: both, hybrid: completed, onPremises: {server: exchange2010OrLater, sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail.contoso.com, cloudServicesMailEnabled: false}]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
            """,
        Good = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, connectorSource: HybridWizard, cloudServicesMailEnabled: true, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology)
            return;
        foreach (var send in topology.OnPremises.SendConnectors)
        {
            if (!send.LeadsToMicrosoft365 || send.CertificateName is not { } presented || !send.CloudServicesMailEnabled.IsKnown)
                continue;
            var value = send.CloudServicesMailEnabled.Value;
            var connector = context.OnPremisesFlow.InboundByCertificate(presented).FirstOrDefault(c => c.CloudServicesMailEnabled.IsKnown);
            if (connector is null || connector.CloudServicesMailEnabled.Is(value))
                continue;
            context.Report(
                connector, connector.CloudServicesMailEnabled.PairSpan,
                $"'{connector.Name}': cloudServicesMailEnabled is {Wording.Word(!value)}, and Send connector '{send.Name}' has {Wording.Word(value)}; hybrid headers are lost and internal mail is filtered as external",
                InboundProperties.CloudServicesMailEnabled, send.Name,
                related: [new RelatedSpan(send.CloudServicesMailEnabled.PairSpan, "the other end")]);
        }
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Needs;

internal sealed class CentralizedTransportWithCloudPublicFolders : ITenantRule
{
    public RuleInfo Info { get; } = new("CL1027", "centralized-transport-with-cloud-public-folders", Severity.Warning)
    {
        Summary = "All mail goes through your own servers, though public folders in the cloud need mail that the directory does not show.",
        Why = "Mail for them goes back to your servers and round until it bounces with 554 5.4.14.",
        Help = "Switch centralized mail transport off.",
        Source = "PFLOOP",
        Bad = """
            topology: {dependsOnUnknownRecipients: true}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """,
        Good = """
            topology: {dependsOnUnknownRecipients: false}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || !topology.DependsOnUnknownRecipients.Is(true))
            return;
        foreach (var connector in context.Flow.Centralized)
        {
            if (!connector.IsOnPremises)
                continue;
            context.Report(
                connector, connector.RouteAllMessagesViaOnPremises.PairSpan,
                $"'{connector.Name}': routeAllMessagesViaOnPremises sends mail for public folders in the cloud back to your servers, so it loops (554 5.4.14)",
                OutboundProperties.RouteAllMessagesViaOnPremises,
                related: [new RelatedSpan(topology.DependsOnUnknownRecipients.Span, "the topology says that such mail matters")]);
        }
    }
}

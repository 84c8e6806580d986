using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Relations;

internal sealed class CentralizedWithoutInbound : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL3019", "centralized-without-inbound", Severity.Error)
    {
        Summary = "All mail is sent to your own servers, and none of it can come back.",
        Why = "What your servers send on to the internet loops or is refused, for want of an inbound OnPremises connector.",
        Help = "Add an inbound connector with connectorType OnPremises, known by the certificate of your servers.",
        Source = "HYB-ROUTE, NDR-LOOP",
        Confidence = "documented: that the pair is needed",
        Bad = """
            inboundConnectors: []
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
        Good = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || !connector.RouteAllMessagesViaOnPremises.Is(true) || !context.Tenant.KnowsInbound
            || context.Tenant.InboundConnectors.Any(c => c.CanBeActive && c.CanBeOnPremises && !c.AssociatedAcceptedDomains.IsKnown)
            || context.Needs.Find(OwnServers.Inbound) is { Fulfilment: Fulfilment.Unmet or Fulfilment.Inactive, Verdict: <= Verdict.Recommended })
        {
            return;
        }

        context.Report(
            connector, connector.RouteAllMessagesViaOnPremises.PairSpan,
            $"'{connector.Name}': routeAllMessagesViaOnPremises needs an inbound OnPremises connector for the way back; there is none, so mail loops or is refused",
            OutboundProperties.RouteAllMessagesViaOnPremises);
    }
}

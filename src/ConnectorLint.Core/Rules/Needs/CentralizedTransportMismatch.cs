using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class CentralizedTransportMismatch : ITenantRule
{
    public RuleInfo Info { get; } = new("CL1022", "centralized-transport-mismatch", Severity.Error)
    {
        Summary = "What the topology says of centralized mail transport and what the connectors do differ.",
        Why = "Mail to the internet goes past your servers though it must not, or through them though nobody wants it.",
        Help = "Rerun the Hybrid Configuration Wizard with the option, or set routeAllMessagesViaOnPremises on the outbound OnPremises connector.",
        Source = "HYB-OPT, NDR-LOOP, NEW-OUT",
        Bad = """
            topology: {centralizedMailTransport: true}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            topology: {centralizedMailTransport: true}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology)
            return;
        if (context.Needs.Find(CentralizedTransport.Id) is { IsMissing: true } need)
        {
            if (OwnServerHints.IsOutboundMissing(context, need))
                return;
            context.Report(
                need.Id, need.Span,
                $"centralized mail transport is {(context.IsInferred(need.Span) ? "on (inferred from the deployment)" : "declared")}, but no outbound OnPremises connector has routeAllMessagesViaOnPremises, so mail to the internet leaves straight from Microsoft 365",
                help: Info.Help + " Its recipientDomains must be [\"*\"].", related: context.InferredAt(need.Span));
            return;
        }

        if (!topology.CentralizedMailTransport.Is(false))
            return;
        foreach (var connector in context.Flow.Centralized.Where(c => c.IsOnPremises))
        {
            context.Report(
                connector, connector.RouteAllMessagesViaOnPremises.PairSpan,
                $"'{connector.Name}': routeAllMessagesViaOnPremises is true, but the topology declares no centralized mail transport; all mail to the internet goes through your servers",
                OutboundProperties.RouteAllMessagesViaOnPremises,
                severity: Severity.Warning,
                help: "Set it to false, or declare centralizedMailTransport: true.",
                related: [context.FactAt(topology.CentralizedMailTransport.Span)]);
        }
    }
}

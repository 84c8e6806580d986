using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class AccidentalCentralization : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4026", "accidental-centralization", Severity.Warning)
    {
        Summary = "All mail to the internet goes through your own servers, though nothing says that it is to.",
        Why = "Mail takes a detour: it fails when your servers are down, and leaves with their address and reputation.",
        Help = "List your own domains in recipientDomains, or declare centralizedMailTransport: true and set routeAllMessagesViaOnPremises.",
        Source = "GH-P-8739, HYB-OPT",
        Bad = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsGeneral || !connector.IsOnPremises || connector.EffectiveUseMXRecord != false || !connector.SmartHosts.IsKnown || connector.RouteAllMessagesViaOnPremises.CanBe(true)
            || connector.AllAcceptedDomains.CanBe(true) || connector.RecipientDomains.Value is not { } domains || !connector.HasRecipientDomain(domain => domain.IsAny) || context.IsToGo(connector))
        {
            return;
        }

        if (context.Topology is { } topology
            && (topology.CentralizedMailTransport.CanBe(true) || !topology.Services.IsComplete
                || context.Needs.Scenarios!.ServicesBehind(connector).Any(service => service.Role.CanBe(ServiceRole.OutboundGateway) || service.Role.CanBe(ServiceRole.AddOn))))
        {
            return;
        }

        context.Report(
            connector, domains.First(domain => domain.IsValid && domain.Value.IsAny).Span,
            $"'{connector.Name}': recipientDomains \"*\" sends all internet mail through {Wording.List(connector.SmartHosts.Value!)} as through your own servers, but centralized mail transport is not declared",
            OutboundProperties.RecipientDomains);
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Settings;

internal sealed class CentralizedConnectorScoped : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2021", "centralized-connector-scoped", Severity.Error)
    {
        Summary = "A connector that is to take all mail (routeAllMessagesViaOnPremises) is limited to some of it.",
        Why = "Mail to the internet bounces with a loop error (5.4.6 / 5.4.14).",
        Help = "Set recipientDomains: [\"*\"] and nothing else, or rerun the Hybrid Configuration Wizard.",
        Source = "NDR-LOOP, PFLOOP",
        Bad = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.RouteAllMessagesViaOnPremises.Is(true) || !connector.IsOnPremises)
            return;
        var (property, span) = Scope(connector);
        if (property is null)
            return;
        context.Report(
            connector, span,
            $"'{connector.Name}': routeAllMessagesViaOnPremises must not be limited by {property}; mail to the internet bounces with a loop error (5.4.6 / 5.4.14)",
            OutboundProperties.RouteAllMessagesViaOnPremises,
            related: [new RelatedSpan(connector.RouteAllMessagesViaOnPremises.PairSpan, "it is to take all mail")]);
    }

    private static (string? Property, SourceSpan Span) Scope(OutboundConnector connector)
    {
        if (connector.AllAcceptedDomains.Is(true))
            return ("allAcceptedDomains", connector.AllAcceptedDomains.PairSpan);
        if (connector.IsTransportRuleScoped.Is(true))
            return ("isTransportRuleScoped", connector.IsTransportRuleScoped.PairSpan);
        return connector.RecipientDomains.Value is { HasFaults: false } && !connector.HasRecipientDomain(domain => domain.IsAny)
            ? ("recipientDomains without \"*\"", connector.RecipientDomains.Span)
            : (null, default);
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class OutboundWithoutScope : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2007", "outbound-without-scope", Severity.Error)
    {
        Summary = "An outbound connector does not say which mail it is for.",
        Why = "No mail takes it: everything goes out as if the connector were not there.",
        Help = "List recipientDomains, or set allAcceptedDomains: true (for your own servers) or isTransportRuleScoped: true (for a transport rule).",
        Source = "ROUTE",
        Confidence = "inferred: the admin center demands one choice",
        Bad = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.RecipientDomains.IsAbsent || connector.AllAcceptedDomains.CanBe(true) || connector.IsTransportRuleScoped.CanBe(true))
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': neither recipientDomains, allAcceptedDomains nor isTransportRuleScoped is set, so no mail takes this connector",
            OutboundProperties.RecipientDomains);
    }
}

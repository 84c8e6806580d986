using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Relations;

internal sealed class RuleTargetsInactiveConnector : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL3010", "rule-targets-inactive-connector", Severity.Error)
    {
        Summary = "A transport rule routes mail to a connector that is off.",
        Why = "What happens to that mail is not documented; it does not go where the rule sends it.",
        Help = "Turn the connector on, or disable the rule.",
        Source = "NEW-OUT, NEW-RULE",
        Confidence = "inferred: the pages are silent on what happens",
        Bad = """
            topology: {transportRules: [{name: Nola, enabled: true, routeMessageOutboundConnector: Site}]}
            outboundConnectors:
              - {name: Site, connectorType: OnPremises, isTransportRuleScoped: true, enabled: false, useMXRecord: false, smartHosts: [nola.contoso.com]}
            """,
        Good = """
            topology: {transportRules: [{name: Nola, enabled: true, routeMessageOutboundConnector: Site}]}
            outboundConnectors:
              - {name: Site, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (connector.CanBeActive || context.RuleTo(connector) is not { } rule)
            return;
        var isTest = !connector.Enabled.Is(false);
        var setting = isTest ? connector.TestMode : connector.Enabled;
        context.Report(
            connector, setting.PairSpan,
            $"'{connector.Name}': transport rule '{rule.Name}' routes mail to it, but {setting.Property.Name} is {Wording.Word(isTest)}, so that mail does not go where the rule sends it",
            setting.Property,
            related: [new RelatedSpan(rule.NameSpan, "the transport rule")]);
    }
}

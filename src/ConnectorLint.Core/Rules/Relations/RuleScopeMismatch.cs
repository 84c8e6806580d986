using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Relations;

internal sealed class RuleScopeMismatch : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL3009", "rule-scope-mismatch", Severity.Warning)
    {
        Summary = "isTransportRuleScoped and the transport rules do not agree.",
        Why = "A rule-scoped connector without a rule is never used; one that a rule names and that is not rule-scoped also takes ordinary mail.",
        Help = "Add the rule that routes to the connector, or change isTransportRuleScoped.",
        Source = "NEW-OUT, ADDON, COND",
        Bad = """
            topology: {transportRules: []}
            outboundConnectors:
              - {name: Site, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
            """,
        Good = """
            topology: {transportRules: [{name: Nola, enabled: true, routeMessageOutboundConnector: Site}]}
            outboundConnectors:
              - {name: Site, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || context.Topology is not { } topology || context.Needs.Scenarios is not { } scenarios)
            return;
        var rules = topology.TransportRules;
        if (!rules.IsDeclared)
            return;
        if (connector.IsTransportRuleScoped.Is(true))
        {
            if (rules.IsComplete && context.Tenant.IsTopologyComplete && !scenarios.MayRouteAnywhere && !scenarios.IsRoutedTo(connector) && !IsAddOnWithoutRule(connector, context))
            {
                context.Report(
                    connector, connector.IsTransportRuleScoped.PairSpan,
                    $"'{connector.Name}': isTransportRuleScoped is true, but no enabled transport rule routes to it, so no mail takes this connector",
                    OutboundProperties.IsTransportRuleScoped);
            }

            return;
        }

        if (connector.IsTransportRuleScoped.IsUncertain || !scenarios.IsRoutedTo(connector) || context.RuleTo(connector) is not { } rule || IsAddOnWithoutScope(connector, context))
            return;
        context.Report(
            connector, connector.IsTransportRuleScoped.IsKnown ? connector.IsTransportRuleScoped.PairSpan : connector.NameSpan,
            $"'{connector.Name}': transport rule '{rule.Name}' routes to it, but isTransportRuleScoped is not true, so ordinary mail for its scope takes it, too",
            OutboundProperties.IsTransportRuleScoped,
            help: "Set isTransportRuleScoped: true, unless ordinary mail is to take the connector, too.",
            related: [new RelatedSpan(rule.NameSpan, "the transport rule")]);
    }

    // That the add-on's rule is missing is CL1021's to say.
    private static bool IsAddOnWithoutRule(OutboundConnector connector, RuleContext context) =>
        context.Needs.AddOnConnectorsWithoutRule.Contains(connector);

    // And so is that the add-on's connector takes other mail, too.
    private static bool IsAddOnWithoutScope(OutboundConnector connector, RuleContext context) =>
        context.Needs.Scenarios!.ServicesBehind(connector).Any(service => service.Role.Is(ServiceRole.AddOn)
            && context.Needs.Find($"service:{service.Name}/outbound") is { IsMissing: true } && ReferenceEquals(AddOnService.RoutedWithoutScope(context.Needs.Scenarios, service), connector));
}

using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S10b: a transport rule routes mail to a connector. Source: COND, ROUTE.</summary>
internal static class ConditionalRouting
{
    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        foreach (var rule in context.Topology.TransportRules)
        {
            if (!rule.CanBeActive || !rule.RouteMessageOutboundConnector.IsKnown || string.IsNullOrWhiteSpace(rule.RouteMessageOutboundConnector.Value.Text))
                continue;
            var name = rule.RouteMessageOutboundConnector.Value.Text;
            var connector = context.Flow.OutboundByName(name);
            // An add-on's rule is told of with the add-on.
            if (connector is not null && context.LeadsOnlyToServices(connector))
                continue;
            var (fulfilment, metBy) = context.Fulfil(Direction.Outbound, connector is { IsActive: true } ? [connector] : [], connector is not null);
            yield return new Need
            {
                Id = $"rule:{rule.Name}/outbound",
                Scenario = "S10b",
                Title = "A transport rule routes mail to a site of yours or a partner",
                Kind = NeedKind.TransportRule,
                Verdict = Verdict.Required,
                Direction = Direction.Outbound,
                From = Party.Office365,
                To = connector is { IsPartner: true } ? Party.PartnerOrganization : Party.YourServer,
                Reason = $"Rule {rule.Name} routes mail to the outbound connector '{name}'.",
                Source = "COND, ROUTE",
                Span = rule.RouteMessageOutboundConnector.Span,
                Subject = rule,
                Settings = ["isTransportRuleScoped true", "useMXRecord false", "smartHosts of the site"],
                Fulfilment = fulfilment,
                MetBy = metBy,
                Change = fulfilment == Fulfilment.Unmet ? $"create '{name}' as its site demands, or correct the name in the rule; no topology fact says where it leads" : null,
            };
        }
    }
}

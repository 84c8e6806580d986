using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S6: all mail to the internet leaves through your own servers. Source: HYB-OPT, HYB-ROUTE, NDR-LOOP.</summary>
internal static class CentralizedTransport
{
    public const string Id = "onPremises/centralized";

    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        if (!context.Topology.CentralizedMailTransport.Is(true))
            yield break;
        var (fulfilment, metBy) = context.Fulfil(
            Direction.Outbound,
            context.Flow.Centralized.Where(c => c.IsOnPremises),
            context.MayHaveOnPremisesOutbound);
        var need = new Need
        {
            Id = Id,
            Scenario = "S6",
            Title = "Centralized mail transport: mail to the internet leaves through your own servers",
            Kind = NeedKind.CentralizedTransport,
            Verdict = Verdict.Required,
            Direction = Direction.Outbound,
            From = Party.Office365,
            To = Party.YourServer,
            Reason = "Only an outbound connector with routeAllMessagesViaOnPremises sends all mail to your servers. Advised only where compliance demands it.",
            Source = "HYB-OPT, NDR-LOOP, NEW-OUT",
            Span = context.Topology.CentralizedMailTransport.Span,
            Settings = ["connectorType OnPremises", "routeAllMessagesViaOnPremises true", "recipientDomains [\"*\"]", "useMXRecord false", "smartHosts of your servers"],
            Fulfilment = fulfilment,
            MetBy = metBy,
        };
        if (fulfilment == Fulfilment.Met)
        {
            yield return need;
            yield break;
        }

        var text = new ProposalText()
            .Set(Properties.OutboundProperties.ConnectorType, "OnPremises")
            .Set(Properties.OutboundProperties.RecipientDomains, ["*"])
            .Set(Properties.OutboundProperties.RouteAllMessagesViaOnPremises, true);
        yield return OwnServers.AddNextHop(context, text)
            ? need with { Proposal = new Proposal(Direction.Outbound, context.FreeName(Direction.Outbound, "All mail to our servers"), text.Settings) }
            : need with { MissingFacts = ["onPremises.smtpHosts"] };
    }
}

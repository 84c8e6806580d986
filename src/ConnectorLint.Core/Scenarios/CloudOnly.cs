using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S0: all mailboxes are in the cloud and nothing else needs a connector. Source: HOSTED, USE.</summary>
internal static class CloudOnly
{
    public static IEnumerable<Need> Needs(ScenarioContext context, IReadOnlyList<Need> others)
    {
        var topology = context.Topology;
        if (!topology.Mailboxes.Is(Place.Cloud) || topology.Subscription.Is(Subscription.EopStandalone)
            || !(topology.OnPremises.Server.IsAbsent || topology.OnPremises.Server.Is(ServerKind.None))
            || others.Any(need => need.Verdict <= Verdict.Recommended))
        {
            yield break;
        }

        yield return NeedOf(topology, "cloud/inbound", Direction.Inbound);
        yield return NeedOf(topology, "cloud/outbound", Direction.Outbound);
    }

    private static Need NeedOf(Topology topology, string id, Direction direction) => new()
    {
        Id = id,
        Scenario = "S0",
        Title = "All mailboxes in Exchange Online, no servers of your own",
        Kind = NeedKind.CloudOnly,
        Verdict = Verdict.Unnecessary,
        Direction = direction,
        From = Party.None,
        To = Party.None,
        Reason = "Exchange Online sends and receives internet mail right away.",
        Source = "HOSTED, USE",
        Span = topology.Mailboxes.Span,
        Fulfilment = Fulfilment.Unknown,
    };
}

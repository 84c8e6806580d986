using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S1: standalone EOP. Source: SEED, USE, ROUTE, EOP-SETUP.</summary>
internal static class StandaloneProtection
{
    public static bool Applies(ScenarioContext context) => context.Topology.Subscription.Is(Subscription.EopStandalone);

    public static IEnumerable<Need> Needs(ScenarioContext context) => OwnServers.Pair(
        context,
        new ScenarioNote(
            "S1", "Standalone EOP subscription",
            "You run your own mail servers and use EOP only for protection: without the connectors, mail can't travel between EOP and your servers.",
            "SEED, USE, ROUTE"),
        MxOnPremises.Lower(context, Verdict.Required), isHybrid: false, context.Topology.Subscription.Span);
}

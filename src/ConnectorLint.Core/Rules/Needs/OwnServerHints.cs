using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

/// <summary>What several rules say or ask about the connectors of your own servers.</summary>
internal static class OwnServerHints
{
    /// <summary>The undeclared fact that would make a missing connector mere advice, or another case; empty when there is none.</summary>
    public static string WayOut(ScenarioContext scenarios)
    {
        var topology = scenarios.Topology;
        var text = "";
        if (topology.Hybrid.IsAbsent && topology.Subscription.Is(Subscription.ExchangeOnline) && !topology.OnPremises.Server.Is(ServerKind.NonMicrosoft))
            text += "\nIf the Hybrid Configuration Wizard ran with a Full option, declare hybrid: completed; the wizard makes the connectors.";
        if (!scenarios.RelaysToInternet && scenarios.OwnDomains.Count > 0 && scenarios.OwnDomains.All(d => d.Mx.IsAbsent))
            text += "\nIf all MX records point at your own servers, declare mx: onPremises on the accepted domains; the connector is then only advised.";
        return text;
    }

    /// <summary>Whether the outbound connector to your own servers is missing altogether, and that is said at least as loudly: one connector is missing then, not several.</summary>
    public static bool IsOutboundMissing(RuleContext context, Need need) =>
        context.Needs.Find(OwnServers.Outbound) is { Fulfilment: Fulfilment.Unmet } outbound && outbound.Verdict <= need.Verdict;
}

using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S5: your servers send to the internet through Microsoft 365. Source: ROUTE, RELAY23, NOTICE17.</summary>
internal static class RelayToInternet
{
    private const string Title = "Your own servers send to the internet through Microsoft 365";
    private const string Reason = "Microsoft 365 relays only what it knows to come from you: by an inbound connector with your certificate or address, and a certificate or sender of an accepted domain; else 550 5.7.64.";
    private const string Source = "ROUTE, RELAY23";

    /// <summary>The need where no other scenario asks for the connector.</summary>
    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        var own = context.Topology.OnPremises;
        if ((!context.RelaysToInternet && !ForeignSenders.AreRelayed(context)) || own.Server.Is(ServerKind.None))
            yield break;
        var span = context.RelaysToInternet ? own.RelaysToInternet.Span : own.RelaysForeignSenders.Span;
        yield return OwnServers.InboundNeed(context, new ScenarioNote("S5", Title, Reason, Source), Verdict.Required, isHybrid: false, span);
    }

    public static ScenarioNote? Note(ScenarioContext context) =>
        context.RelaysToInternet ? new ScenarioNote("S5", Title, Reason, Source) : null;
}

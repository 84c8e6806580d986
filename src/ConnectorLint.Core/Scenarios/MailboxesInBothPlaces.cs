using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S2: an Exchange Online subscription and mailboxes on your own servers; S2a with hybrid, S2b and S2c without, S2d at the end of a migration. Source: SEED, USE, ROUTE, HCW, DECOM.</summary>
internal static class MailboxesInBothPlaces
{
    private const string Title = "Exchange Online subscription, and some of your mailboxes are on your own email servers";

    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        var topology = context.Topology;
        if (topology.Hybrid.Is(Hybrid.Completed))
            return Hybrids(context);
        // What hybrid is, is not known: which of the scenarios holds can't be said.
        if (topology.Hybrid.IsUncertain)
            return [];

        var isSplit = topology.Mailboxes.Is(Place.Both);
        var isFed = topology.Mailboxes.Is(Place.OnPremises) && context.OwnDomains.Any(domain => domain.HasMx(MxKind.ExchangeOnline));
        if (!isSplit && !isFed)
            return [];

        var isOldOrOther = topology.OnPremises.Server.Is(ServerKind.Exchange2007OrEarlier) || topology.OnPremises.Server.Is(ServerKind.NonMicrosoft);
        var reason = isFed
            ? "Mail arrives at Exchange Online and the mailboxes are on your own servers: without the connectors it can't get there and back."
            : "Mailboxes are in both places: without the connectors, mail between them is treated as coming from the internet, or is lost.";
        reason += isOldOrOther
            ? " The connectors are made by hand."
            : " First decide whether connectors are enough or a hybrid deployment fits better.";
        var verdict = topology.Hybrid.Is(Hybrid.Minimal) ? Verdict.Recommended : Verdict.Required;
        if (topology.Hybrid.Is(Hybrid.Minimal))
            reason += " Minimal hybrid makes no connectors; a migration of days can do without.";
        return OwnServers.Pair(
            context,
            new ScenarioNote(isOldOrOther ? "S2c" : "S2b", Title, reason, "SEED, USE, ROUTE"),
            MxOnPremises.Lower(context, verdict), isHybrid: false, topology.Mailboxes.Span);
    }

    private static IEnumerable<Need> Hybrids(ScenarioContext context)
    {
        var topology = context.Topology;
        if (topology.Mailboxes.Is(Place.Cloud))
        {
            return OwnServers.Pair(
                context,
                new ScenarioNote("S2d", "End of a migration to Exchange Online", "All mailboxes are in the cloud: the wizard's connectors may be disabled or deleted, even while a server stays for management.", "DECOM"),
                Verdict.Optional, isHybrid: true, topology.Hybrid.Span);
        }

        if (topology.Mailboxes.IsUncertain)
            return [];
        return OwnServers.Pair(
            context,
            new ScenarioNote("S2a", Title, "Hybrid is complete, and its wizard makes both connectors: do not create them by hand; if one is missing, rerun the wizard.", "USE, ROUTE, HCW"),
            Verdict.Required, isHybrid: true, topology.Hybrid.Span);
    }
}

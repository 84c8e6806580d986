using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S4: MX at Exchange Online, mailboxes in both places: the set-up that the documentation recommends. Source: MULTI scenario 1.</summary>
internal static class MxAtExchangeOnline
{
    public static ScenarioNote? Note(ScenarioContext context) =>
        context.Topology.Mailboxes.Is(Place.Both) && context.OwnDomains.Any(domain => domain.HasMx(MxKind.ExchangeOnline))
            ? new ScenarioNote(
                "S4", "MX at Exchange Online, mailboxes in both places",
                "Mail for mailboxes on your servers arrives at Exchange Online first and goes on by the outbound connector; the set-up that the documentation recommends.", "MULTI")
            : null;
}

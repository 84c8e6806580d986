using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S5 with foreign senders: only a certificate whose name is an accepted domain works. Source: RELAY23, NOTICE17, MULTI.</summary>
internal static class ForeignSenders
{
    public const string Id = "onPremises/relay";

    public static bool AreRelayed(ScenarioContext context)
    {
        var own = context.Topology.OnPremises;
        return own.RelaysForeignSenders.Is(true) && !own.RelaysToInternet.Is(false) && !own.RelaysToInternet.IsUncertain;
    }

    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        if (!AreRelayed(context))
            yield break;
        var met = context.Tenant.InboundConnectors.Where(c => c.IsActive && c.IsOnPremises && !context.ServesOnlyOthers(c)
            && c.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } && context.Flow.StandingOf(name.Value) == CertificateStanding.Accepted);
        var (fulfilment, metBy) = context.Fulfil(Direction.Inbound, met, !context.Flow.KnowsAcceptedDomains || context.MayHaveOnPremisesInbound);
        var need = new Need
        {
            Id = Id,
            Scenario = "S5",
            Title = "Your own servers relay mail whose sender is not yours (bounces, auto-forwarded mail, clients' domains)",
            Kind = NeedKind.ForeignSenders,
            Verdict = Verdict.Required,
            Direction = Direction.Inbound,
            From = Party.YourServer,
            To = Party.Office365,
            Reason = "Such mail is relayed only for a certificate whose name is an accepted domain; an address alone is refused with 550 5.7.64.",
            Source = "RELAY23, NOTICE17, MULTI",
            Span = context.Topology.OnPremises.RelaysForeignSenders.Span,
            Settings = ["connectorType OnPremises", "tlsSenderCertificateName with an accepted domain"],
            Fulfilment = fulfilment,
            MetBy = metBy,
        };
        yield return fulfilment == Fulfilment.Met ? need : Propose(context, need);
    }

    private static Need Propose(ScenarioContext context, Need need)
    {
        if (ProposalText.BestCertificate(context.Topology.OnPremises.CertificateNames.Value, context.Flow) is not { } name || context.Flow.StandingOf(name) != CertificateStanding.Accepted)
            return need with { MissingFacts = ["onPremises.certificateNames with an accepted domain"] };
        var text = new ProposalText()
            .Set(InboundProperties.ConnectorType, "OnPremises")
            .Set(InboundProperties.SenderDomains, ["*"])
            .Set(InboundProperties.RequireTls, true)
            .Set(InboundProperties.TlsSenderCertificateName, name.ToString());
        return need with { Proposal = new Proposal(Direction.Inbound, context.FreeName(Direction.Inbound, "From our servers by certificate"), text.Settings) };
    }
}

using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S12 and S13: domains whose recipients, or whose subdomains' recipients, are outside the cloud. Source: AD, DBEB, SUBDOM.</summary>
internal static class InternalRelayDomains
{
    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        var needs = new List<Need>();
        var scope = new List<string>();
        foreach (var domain in context.Topology.AcceptedDomains)
        {
            if (IsSharedDomain(context, domain))
                needs.Add(DomainNeed(context, domain));
            if (domain.MatchSubDomains.Is(true) && domain.Type.Is(DomainType.InternalRelay))
                needs.Add(SubdomainsNeed(context, domain));
        }

        if (needs.All(need => need.Fulfilment == Fulfilment.Met || need.Verdict > Verdict.Recommended))
            return needs;
        foreach (var need in needs)
        {
            if (need.Fulfilment == Fulfilment.Met)
                continue;
            var domain = (AcceptedDomain)need.Subject!;
            scope.Add(need.Kind == NeedKind.Domain ? domain.Name : "*." + domain.Name);
        }

        var text = new ProposalText().Set(OutboundProperties.ConnectorType, "OnPremises").Set(OutboundProperties.RecipientDomains, scope);
        if (!OwnServers.AddNextHop(context, text))
            return needs.Select(need => need.Fulfilment == Fulfilment.Met ? need : need with { MissingFacts = ["onPremises.smtpHosts"] });
        var proposal = new Proposal(Direction.Outbound, context.FreeName(Direction.Outbound, "Relay domains to our servers"), text.Settings);
        return needs.Select(need => need.Fulfilment == Fulfilment.Met ? need : need with { Proposal = proposal });
    }

    /// <summary>Whether a domain is InternalRelay and has recipients outside the cloud.</summary>
    private static bool IsSharedDomain(ScenarioContext context, AcceptedDomain domain)
    {
        var mailboxes = context.Topology.Mailboxes;
        return domain.Type.Is(DomainType.InternalRelay)
            && (mailboxes.Is(Place.Both) || mailboxes.Is(Place.OnPremises))
            && !domain.Recipients.Is(Place.Cloud) && !domain.Recipients.IsUncertain;
    }

    private static Need DomainNeed(ScenarioContext context, AcceptedDomain domain)
    {
        var byRule = context.Rules.Covering(domain.Name)
            .Where(rule => rule.RouteMessageOutboundConnector.IsKnown)
            .Select(rule => context.Flow.OutboundByName(rule.RouteMessageOutboundConnector.Value.Text))
            .OfType<OutboundConnector>()
            .Where(c => c.IsActive && !context.LeadsOnlyToServices(c));
        var (fulfilment, metBy) = context.Fulfil(Direction.Outbound, context.Covering(domain.Name).Concat(byRule), context.Flow.UncertainOutbound.Count > 0 || context.Rules.IsUncertain);
        return new Need
        {
            Id = $"domain:{domain.Name}/outbound",
            Scenario = "S12",
            Title = $"Internal relay domain {domain.Name}, with recipients outside the cloud",
            Kind = NeedKind.Domain,
            Verdict = domain.HasMx(MxKind.OnPremises) ? Verdict.Recommended : Verdict.Required,
            Direction = Direction.Outbound,
            From = Party.Office365,
            To = Party.YourServer,
            Reason = domain.HasMx(MxKind.OnPremises)
                ? "Recipients that are not in the cloud are still found by the MX record, which is your server's."
                : "Recipients that are not in the cloud get mail only by an outbound connector that covers the domain.",
            Source = domain.HasMx(MxKind.OnPremises) ? "AD, MULTI" : "AD",
            Span = domain.NameSpan,
            Subject = domain,
            Settings = [$"recipientDomains with {domain.Name}, or allAcceptedDomains true"],
            Fulfilment = fulfilment,
            MetBy = metBy,
        };
    }

    private static Need SubdomainsNeed(ScenarioContext context, AcceptedDomain domain)
    {
        var (fulfilment, metBy) = context.Fulfil(
            Direction.Outbound, context.CoveringSubdomains(domain.Name), context.Flow.UncertainOutbound.Count > 0);
        return new Need
        {
            Id = $"domain:{domain.Name}/subdomains",
            Scenario = "S13",
            Title = $"Subdomains of {domain.Name}",
            Kind = NeedKind.Subdomains,
            Verdict = domain.HasMx(MxKind.OnPremises) ? Verdict.Recommended : Verdict.Required,
            Direction = Direction.Outbound,
            From = Party.Office365,
            To = Party.YourServer,
            Reason = "The domain accepts mail for every subdomain, and only an outbound connector for all accepted domains or with the wildcard passes it on.",
            Source = "SUBDOM",
            Span = domain.NameSpan,
            Subject = domain,
            Settings = [$"allAcceptedDomains true, or recipientDomains with *.{domain.Name}"],
            Fulfilment = fulfilment,
            MetBy = metBy,
        };
    }
}

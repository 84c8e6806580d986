using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S8: a third-party service in front of Exchange Online. Source: 3P scenario 1, PARTNER example 4, EF.</summary>
internal static class ThirdPartyFilter
{
    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        foreach (var service in context.Topology.Services)
        {
            if (service.Role.Is(ServiceRole.InboundFilter) || service.Role.Is(ServiceRole.InboundNonFiltering))
                yield return NeedOf(context, service);
        }
    }

    private static Need NeedOf(ScenarioContext context, Service service)
    {
        var isInFront = context.IsInFront(service);
        var locksDown = isInFront && context.AllMxThirdParty;
        var filters = service.Role.Is(ServiceRole.InboundFilter);
        var hasIdentity = service.CertificateNames.Value is { Count: > 0 } || service.IPs.Value is { Count: > 0 };
        var (fulfilment, metBy) = context.Fulfil(
            Direction.Inbound,
            hasIdentity ? context.ConnectorsOf(service).Where(c => c.IsLockDown) : context.Flow.LockDowns,
            context.MayHavePartnerInbound);
        var need = new Need
        {
            Id = $"service:{service.Name}/inbound",
            Scenario = filters ? "S8" : "S8b",
            Title = filters ? "MX at a third-party service that filters mail in front of Exchange Online" : "MX at a third-party service that stands in front of Exchange Online without filtering",
            Kind = NeedKind.InboundService,
            Verdict = locksDown ? Verdict.Recommended : Verdict.Optional,
            Direction = Direction.Inbound,
            From = Party.PartnerOrganization,
            To = Party.Office365,
            Reason = locksDown
                ? $"Mail works without it, but then anybody can deliver straight to Exchange Online, past {service.Name}; with it, only what comes from {service.Name} is taken."
                : isInFront
                    ? $"Some domains have their MX elsewhere, so a connector that takes mail from {service.Name} only would refuse their mail; without one, senders can go past it."
                    : $"No declared MX points at {service.Name}; mail that it hands over is taken as any other.",
            Source = filters ? "3P, PARTNER, EF" : "3P, EF",
            Span = service.NameSpan,
            Subject = service,
            Settings = ["connectorType Partner", "senderDomains [\"*\"]", "restrictDomainsToCertificate or restrictDomainsToIPAddresses with the service's identity", "efSkipLastIP true"],
            Fulfilment = fulfilment,
            MetBy = metBy,
        };
        if (fulfilment == Fulfilment.Met || !locksDown)
            return need;

        var certificate = ProposalText.BestCertificate(service.CertificateNames.Value, context.Flow);
        var addresses = ProposalText.Addresses(service.IPs.Value);
        if (certificate is null && addresses.Count == 0)
            return need with { MissingFacts = [$"certificateNames or ips of service {service.Name}"] };
        var text = new ProposalText()
            .Set(InboundProperties.ConnectorType, "Partner")
            .Set(InboundProperties.SenderDomains, ["*"])
            .Set(InboundProperties.RequireTls, true);
        if (certificate is { } name)
            text.Set(InboundProperties.RestrictDomainsToCertificate, true).Set(InboundProperties.TlsSenderCertificateName, name.ToString());
        else
            text.Set(InboundProperties.RestrictDomainsToIPAddresses, true).Set(InboundProperties.SenderIPAddresses, addresses);
        if (!service.BypassSpamFilter.Is(true) || !filters)
            text.Set(InboundProperties.EFSkipLastIP, true);
        return need with { Proposal = new Proposal(Direction.Inbound, context.FreeName(Direction.Inbound, $"Only {service.Name}"), text.Settings) };
    }
}

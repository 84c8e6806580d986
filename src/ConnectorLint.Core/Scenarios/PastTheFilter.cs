using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S8: where only the service in front may deliver, what else is declared to send straight to Exchange Online needs a restricted connector of its own. Source: 3P, PARTNER example 4, matching.md I4.</summary>
internal static class PastTheFilter
{
    private const string Title = "Mail that comes straight to Exchange Online, where only a third-party service in front may deliver";

    /// <summary>The needs of such sources; <paramref name="needs"/> has those of all scenarios but this one.</summary>
    public static IEnumerable<Need> Needs(ScenarioContext context, IReadOnlyList<Need> needs)
    {
        var front = needs.FirstOrDefault(need => need is { Kind: NeedKind.InboundService, Verdict: Verdict.Recommended });
        if (front is null || (front.Fulfilment != Fulfilment.Met && front.Proposal is null))
            yield break;
        var own = context.Topology.OnPremises;
        if (!needs.Any(need => need.Id == OwnServers.Inbound && need.Verdict <= Verdict.Recommended) && (own.PublicIPs.IsKnown || own.CertificateNames.IsKnown) && !own.Server.Is(ServerKind.None))
        {
            yield return Of(
                context, front, "onPremises/pastFilter", "your own servers", "From our servers", own.Declared.HeadSpan, null,
                (own.CertificateNames.Value ?? Enumerable.Empty<Item<DomainPattern>>()).SelectMany(name => context.Flow.InboundByCertificate(name.Value))
                    .Concat((own.PublicIPs.Value ?? Enumerable.Empty<Item<AddressRange>>()).SelectMany(address => context.Flow.InboundByAddress(address.Value))),
                ProposalText.BestCertificate(own.CertificateNames.Value, context.Flow), ProposalText.Addresses(own.PublicIPs.Value));
        }

        foreach (var device in context.Topology.Devices)
        {
            if (!device.Method.Is(SendMethod.DirectSend) || context.Topology.RejectDirectSend.CanBe(true) || !Devices.HasIdentity(device))
                continue;
            yield return Of(
                context, front, $"device:{device.Name}/pastFilter", device.Name, "From " + device.Name, device.NameSpan, device, Devices.Knowing(context, device),
                device.CertificateName.IsKnown ? device.CertificateName.Value.Value : null,
                device.IP.IsKnown ? ProposalText.Addresses(new ItemList<AddressRange>([device.IP.Value])) : []);
        }
    }

    private static Need Of(
        ScenarioContext context, Need front, string id, string source, string name, Syntax.SourceSpan span, Device? device, IEnumerable<InboundConnector> knowing, DomainPattern? certificate, IReadOnlyList<string> addresses)
    {
        var (fulfilment, metBy) = context.Fulfil(Direction.Inbound, knowing.Where(c => c.IsRestricting || c.IsOnPremises), context.Flow.UncertainInbound.Count > 0);
        var need = new Need
        {
            Id = id,
            Scenario = "S8",
            Title = Title,
            Kind = NeedKind.PastTheFilter,
            Verdict = Verdict.Recommended,
            Direction = Direction.Inbound,
            From = Party.PartnerOrganization,
            To = Party.Office365,
            Reason = $"A connector that takes mail from {((Service)front.Subject!).Name} only refuses what {source} {(device is null ? "send" : "sends")} straight to Exchange Online (550 5.7.51), unless another restricted connector names the address or certificate.",
            Source = "3P, PARTNER, NEW-IN",
            Span = span,
            Subject = device,
            Settings = ["connectorType Partner", "senderDomains [\"*\"]", "restrictDomainsToCertificate or restrictDomainsToIPAddresses with the sender's identity"],
            Fulfilment = fulfilment,
            MetBy = metBy,
        };
        if (fulfilment == Fulfilment.Met)
            return need;
        var text = new ProposalText().Set(InboundProperties.ConnectorType, "Partner").Set(InboundProperties.SenderDomains, ["*"]);
        if (addresses.Count > 0)
            text.Set(InboundProperties.RequireTls, false).Set(InboundProperties.RestrictDomainsToIPAddresses, true).Set(InboundProperties.SenderIPAddresses, addresses);
        else if (certificate is { } presented)
            text.Set(InboundProperties.RequireTls, true).Set(InboundProperties.RestrictDomainsToCertificate, true).Set(InboundProperties.TlsSenderCertificateName, presented.ToString());
        else
            return need with { MissingFacts = [$"a public IPv4 address or a certificate of {source}"] };
        return need with { Proposal = new Proposal(Direction.Inbound, context.FreeName(Direction.Inbound, name), text.Settings) };
    }
}

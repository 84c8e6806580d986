using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S3: partners, with or without restrictions wanted. Source: SEED, PARTNER, NEW-OUT, RULE-ACT; scenarios.md 6.</summary>
internal static class PartnerRestrictions
{
    private const string Title = "You often exchange mail with business partners and want security restrictions";

    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        foreach (var partner in context.Topology.Partners)
        {
            yield return Inbound(context, partner);
            yield return Outbound(context, partner);
        }
    }

    /// <summary>Whether some restriction is wanted for mail from a partner.</summary>
    public static bool WantsInbound(Partner partner) =>
        partner.InboundRequireTls.Is(true) || partner.InboundCertificateName.IsKnown || partner.InboundIPs.Value is { Count: > 0 };

    /// <summary>Whether some restriction is wanted for mail to a partner.</summary>
    public static bool WantsOutbound(Partner partner) =>
        partner.OutboundRequireTls.Is(true) || partner.OutboundCertificateDomain.IsKnown || partner.OutboundSmartHosts.Value is { Count: > 0 };

    private static Need Inbound(ScenarioContext context, Partner partner)
    {
        var wanted = WantsInbound(partner);
        var isInFront = wanted && context.AllMxElsewhere;
        var need = new Need
        {
            Id = $"partner:{partner.Name}/inbound",
            Scenario = "S3",
            Title = Title,
            Kind = NeedKind.Partner,
            Verdict = wanted && !isInFront ? Verdict.Required : Verdict.Optional,
            Direction = Direction.Inbound,
            From = Party.PartnerOrganization,
            To = Party.Office365,
            Reason = isInFront
                ? $"Mail from {partner.Name} comes through the system that the MX records name, so Microsoft 365 never sees the partner's own server: enforce the restriction there."
                : wanted
                    ? $"The topology wants {WishText(partner)} for mail from {partner.Name}, and only a connector refuses mail without it."
                    : $"Mail from {partner.Name} comes in without a connector, by TLS where the partner uses it; a connector is for restrictions.",
            Source = "SEED, PARTNER",
            Span = wanted ? partner.Inbound.KeySpan : partner.NameSpan,
            Subject = partner,
            Settings = ["connectorType Partner", "senderDomains with the partner's domains", "requireTls, restrictDomainsToCertificate or restrictDomainsToIPAddresses"],
        };
        if (!wanted || isInFront)
            return need with { Fulfilment = Fulfilment.Unknown };

        var (fulfilment, metBy) = Fulfilments.PartnerInbound(context, partner);
        need = need with { Fulfilment = fulfilment, MetBy = metBy };
        return fulfilment == Fulfilment.Met ? need : ProposeInbound(context, need, partner);
    }

    private static Need ProposeInbound(ScenarioContext context, Need need, Partner partner)
    {
        // One connector for each partner and direction: a second one for the same domain would be a conflict.
        if (Fulfilments.UnmetInbound(context, partner) is { Connector: InboundConnector existing } unmet && existing.HasSenderDomain(pattern => pattern.Domain == unmet.Domain))
            return need with { Change = $"set {unmet.Property} on '{existing.Name}', with the values that the topology names" };
        if (Domains(partner) is not { Count: > 0 } domains)
            return need with { MissingFacts = [$"domains of partner {partner.Name}"] };
        var text = new ProposalText()
            .Set(InboundProperties.ConnectorType, "Partner")
            .Set(InboundProperties.SenderDomains, domains);
        if (partner.InboundRequireTls.Is(true) || partner.InboundCertificateName.IsKnown)
            text.Set(InboundProperties.RequireTls, true);
        if (partner.InboundCertificateName.IsKnown)
            text.Set(InboundProperties.RestrictDomainsToCertificate, true).Set(InboundProperties.TlsSenderCertificateName, partner.InboundCertificateName.Value.Value.ToString());
        if (partner.InboundIPs.Value is { Count: > 0 } ips)
        {
            if (ProposalText.Addresses(ips) is not { Count: > 0 } addresses)
                return need with { MissingFacts = [$"public IPv4 addresses in inbound.ips of partner {partner.Name}"] };
            text.Set(InboundProperties.RestrictDomainsToIPAddresses, true).Set(InboundProperties.SenderIPAddresses, addresses);
        }

        return need with { Proposal = new Proposal(Direction.Inbound, context.FreeName(Direction.Inbound, "From " + partner.Name), text.Settings) };
    }

    private static Need Outbound(ScenarioContext context, Partner partner)
    {
        var wanted = WantsOutbound(partner);
        var need = new Need
        {
            Id = $"partner:{partner.Name}/outbound",
            Scenario = "S3",
            Title = Title,
            Kind = NeedKind.Partner,
            Verdict = wanted ? Verdict.Required : Verdict.Optional,
            Direction = Direction.Outbound,
            From = Party.Office365,
            To = Party.PartnerOrganization,
            Reason = wanted
                ? $"The topology wants {OutboundWishText(partner)} for mail to {partner.Name}, and without a connector it goes by MX with TLS only where the other side offers it."
                : $"Mail to {partner.Name} goes out without a connector, by TLS where the partner offers it; a connector is for restrictions.",
            Source = "SEED, PARTNER, NEW-OUT",
            Span = wanted ? partner.Outbound.KeySpan : partner.NameSpan,
            Subject = partner,
            Settings = ["connectorType Partner", "recipientDomains with the partner's domains", "tlsSettings, or smartHosts with useMXRecord false"],
        };
        if (!wanted)
            return need;
        var (fulfilment, metBy) = Fulfilments.PartnerOutbound(context, partner);
        need = need with { Fulfilment = fulfilment, MetBy = metBy };
        return fulfilment == Fulfilment.Met ? need : ProposeOutbound(context, need, partner);
    }

    private static Need ProposeOutbound(ScenarioContext context, Need need, Partner partner)
    {
        if (Fulfilments.UnmetOutbound(context, partner) is { Connector: OutboundConnector existing } unmet && existing.HasRecipientDomain(pattern => pattern.Domain == unmet.Domain))
            return need with { Change = $"set {unmet.Property} on '{existing.Name}'" };
        if (Domains(partner) is not { Count: > 0 } domains)
            return need with { MissingFacts = [$"domains of partner {partner.Name}"] };
        var text = new ProposalText()
            .Set(OutboundProperties.ConnectorType, "Partner")
            .Set(OutboundProperties.RecipientDomains, domains);
        if (ProposalText.Hosts(partner.OutboundSmartHosts.Value) is { Count: > 0 } hosts)
            text.Set(OutboundProperties.UseMXRecord, false).Set(OutboundProperties.SmartHosts, hosts);
        else
            text.Set(OutboundProperties.UseMXRecord, true);
        if (partner.OutboundCertificateDomain.IsKnown)
            text.Set(OutboundProperties.TlsSettings, "DomainValidation").Set(OutboundProperties.TlsDomain, partner.OutboundCertificateDomain.Value.Value.ToString());
        else
            text.Set(OutboundProperties.TlsSettings, "CertificateValidation");
        return need with { Proposal = new Proposal(Direction.Outbound, context.FreeName(Direction.Outbound, "To " + partner.Name), text.Settings) };
    }

    private static List<string> Domains(Partner partner)
    {
        var domains = new List<string>();
        if (partner.Domains.Value is { } list)
        {
            foreach (var item in list)
            {
                if (item.IsValid)
                    domains.Add(item.Value);
            }
        }

        return domains;
    }

    private static string WishText(Partner partner)
    {
        var wishes = new List<string>();
        if (partner.InboundRequireTls.Is(true))
            wishes.Add("TLS");
        if (partner.InboundCertificateName.IsKnown)
            wishes.Add($"the certificate {partner.InboundCertificateName.Value.Text}");
        if (partner.InboundIPs.Value is { Count: > 0 })
            wishes.Add("the partner's addresses");
        return string.Join(" and ", wishes);
    }

    private static string OutboundWishText(Partner partner)
    {
        var wishes = new List<string>();
        if (partner.OutboundCertificateDomain.IsKnown)
            wishes.Add($"TLS to a server with the certificate {partner.OutboundCertificateDomain.Value.Text}");
        else if (partner.OutboundRequireTls.Is(true))
            wishes.Add("TLS");
        if (partner.OutboundSmartHosts.Value is { Count: > 0 } hosts)
            wishes.Add("the host " + hosts[0].Text);
        return string.Join(" and ", wishes);
    }
}

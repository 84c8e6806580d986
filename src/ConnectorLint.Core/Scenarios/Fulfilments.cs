using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>A wish for a partner that some domain of it does not get.</summary>
/// <param name="Domain">The partner's domain.</param>
/// <param name="Wish">What is wished, for messages: "TLS".</param>
/// <param name="Property">The property that would give it.</param>
/// <param name="Connector">The connector that takes the domain's mail and lacks it; null when none does.</param>
/// <param name="Refused">An address of the partner that the connectors for it refuse; null where the wish is not met for another reason.</param>
internal readonly record struct UnmetWish(string Domain, string Wish, string Property, IConnector? Connector, string? Refused = null);

/// <summary>Whether connectors give partners what the topology wants. Source: PARTNER, NEW-OUT, RULE-ACT; matching.md O5.</summary>
internal static class Fulfilments
{
    /// <summary>Whether all wishes for mail from a partner are met, and by which connectors.</summary>
    public static (Fulfilment Fulfilment, IReadOnlyList<IConnector> MetBy) PartnerInbound(ScenarioContext context, Partner partner)
    {
        var met = new List<IConnector>();
        var unmet = UnmetInbound(context, partner, met);
        if (unmet is null)
        {
            var isKnown = partner.Domains.Value is { Count: > 0, HasFaults: false } && partner.InboundIPs.Value is not { HasFaults: true };
            return isKnown ? (Fulfilment.Met, met.Distinct().ToArray()) : (Fulfilment.Unknown, []);
        }

        return (context.MayHavePartnerInbound || !context.Tenant.IsInboundComplete ? Fulfilment.Unknown : Fulfilment.Unmet, []);
    }

    /// <summary>The first wish for mail from a partner that some domain does not get; null when all do.</summary>
    public static UnmetWish? UnmetInbound(ScenarioContext context, Partner partner, List<IConnector>? met = null)
    {
        if (partner.Domains.Value is not { } domains)
            return null;
        foreach (var domain in domains)
        {
            if (!domain.IsValid)
                continue;
            var listing = context.Flow.InboundPartnerListing(domain.Value).ToArray();
            var forAll = context.PartnersForAll;
            var nearest = listing.FirstOrDefault() ?? forAll.First;
            if (partner.InboundRequireTls.Is(true) && !Find(listing, c => GivesTls(context, c, domain.Value), met) && !Find(forAll.Tls is null ? [] : [forAll.Tls], _ => true, met))
                return new UnmetWish(domain.Value, "TLS", "requireTls", listing.FirstOrDefault(c => c.RequireTls.Is(false)) ?? forAll.PlainText);
            if (partner.InboundCertificateName is { IsKnown: true, Value: var name } && !Find(listing, c => GivesCertificate(c, name.Value), met) && !Find(forAll.Restricting, c => GivesCertificate(c, name.Value), met))
                return new UnmetWish(domain.Value, $"the certificate {name.Text}", LackOf(nearest, c => c.RestrictDomainsToCertificate, "restrictDomainsToCertificate", "tlsSenderCertificateName"), nearest);
            if (partner.InboundIPs.Value is { Count: > 0, HasFaults: false } ips && !Find(listing, c => GivesAddresses(c, ips), met) && !Find(forAll.Restricting, c => GivesAddresses(c, ips), met))
                return new UnmetWish(domain.Value, "one of the partner's addresses", LackOf(nearest, c => c.RestrictDomainsToIPAddresses, "restrictDomainsToIPAddresses", "senderIPAddresses"), nearest);
            if (partner.InboundIPs.Value is { Count: > 0, HasFaults: false } all && Refused(listing.Concat(forAll.Restricting), all) is { } refused)
                return new UnmetWish(domain.Value, "one of the partner's addresses", "senderIPAddresses", listing.FirstOrDefault(c => GivesAddresses(c, all)) ?? forAll.Restricting.FirstOrDefault(c => GivesAddresses(c, all)), refused);
        }

        return null;
    }

    /// <summary>Whether all wishes for mail to a partner are met, and by which connectors.</summary>
    public static (Fulfilment Fulfilment, IReadOnlyList<IConnector> MetBy) PartnerOutbound(ScenarioContext context, Partner partner)
    {
        var met = new List<IConnector>();
        var unmet = UnmetOutbound(context, partner, met);
        if (unmet is null)
            return partner.Domains.Value is { Count: > 0 } ? (Fulfilment.Met, met.Distinct().ToArray()) : (Fulfilment.Unknown, []);
        var uncertain = context.Flow.UncertainOutbound.Count > 0 || context.Rules.IsUncertain || (unmet.Value.Connector is OutboundConnector c && (c.TlsSettings.IsUncertain || c.TlsDomain.IsUncertain || c.SmtpDaneMode.IsUncertain));
        return (uncertain || !context.Tenant.IsOutboundComplete ? Fulfilment.Unknown : Fulfilment.Unmet, []);
    }

    /// <summary>The first wish for mail to a partner that some domain does not get; null when all do.</summary>
    public static UnmetWish? UnmetOutbound(ScenarioContext context, Partner partner, List<IConnector>? met = null)
    {
        if (partner.Domains.Value is not { } domains)
            return null;
        foreach (var domain in domains)
        {
            if (!domain.IsValid)
                continue;
            var taken = Taken(context, domain.Value);
            var wantsTls = partner.OutboundRequireTls.Is(true) && !context.Rules.Covering(domain.Value).Any(rule => rule.RouteMessageOutboundRequireTls.CanBe(true));
            if (partner.OutboundCertificateDomain is { IsKnown: true, Value: var name } && FirstWithout(taken, c => ValidatesName(c, name.Value), out var lacking))
                return new UnmetWish(domain.Value, $"TLS to a server with the certificate {name.Text}", "tlsSettings DomainValidation and a matching tlsDomain", lacking);
            if (wantsTls && FirstWithout(taken, ForcesTls, out lacking))
                return new UnmetWish(domain.Value, "TLS", "tlsSettings", lacking);
            if (partner.OutboundSmartHosts.Value is { Count: > 0 } hosts && FirstWithout(taken, c => c.HasSmartHost(hosts), out lacking))
                return new UnmetWish(domain.Value, "the host " + hosts[0].Text, "smartHosts", lacking);
            met?.AddRange(taken);
        }

        return null;
    }

    // A rule that covers the domain puts its connector in the place of the one that the domain selects; but what an add-on hands back goes by the domain after all.
    private static IReadOnlyList<OutboundConnector> Taken(ScenarioContext context, string domain)
    {
        foreach (var rule in context.Rules.Covering(domain))
        {
            if (rule.RouteMessageOutboundConnector.IsKnown
                && context.Flow.OutboundByName(rule.RouteMessageOutboundConnector.Value.Text) is { IsActive: true } connector
                && !ComesBack(context, connector))
            {
                return [connector];
            }
        }

        return context.Flow.OutboundSelected(domain);
    }

    private static bool ComesBack(ScenarioContext context, OutboundConnector connector) =>
        context.Topology.Services.Any(s => s.Role.Is(ServiceRole.AddOn) && !s.ReturnsOutgoingMail.Is(false) && connector.HasSmartHost(s.SmartHosts.Value));

    private static bool FirstWithout(IReadOnlyList<OutboundConnector> taken, Func<OutboundConnector, bool> gives, out OutboundConnector? lacking)
    {
        lacking = taken.FirstOrDefault(c => !gives(c));
        return taken.Count == 0 || lacking is not null;
    }

    // A connector that restricts already restricts to something else.
    private static string LackOf(InboundConnector? nearest, Func<InboundConnector, Setting<bool>> restriction, string switchName, string valueName) =>
        nearest is not null && restriction(nearest).Is(true) ? valueName : switchName;

    private static bool Find(InboundConnector[] connectors, Func<InboundConnector, bool> gives, List<IConnector>? met)
    {
        foreach (var connector in connectors)
        {
            if (!gives(connector))
                continue;
            met?.Add(connector);
            return true;
        }

        return false;
    }

    /// <summary>Whether an inbound Partner connector lets mail of a domain in by TLS only.</summary>
    public static bool GivesTls(ScenarioContext context, InboundConnector connector, string domain)
    {
        if (connector.RequireTls.Is(false))
            return false;
        if (connector.RestrictDomainsToCertificate.CanBe(true) || connector.RestrictDomainsToIPAddresses.CanBe(true) || connector.HasSenderDomain(pattern => !pattern.IsAny && pattern.Matches(domain)))
            return true;
        if (connector.SenderIPAddresses.IsAbsent && connector.TlsSenderCertificateName.IsAbsent)
            return true;
        // PARTNER example 5: everything from the partner's addresses must come by TLS; not the addresses of somebody else who is declared.
        return connector.SenderIPAddresses.Value is { } addresses
            && !addresses.Any(address => address.IsValid && context.Owners.Of(address.Value).Any(o => o.Owner is not Partner));
    }

    private static bool GivesCertificate(InboundConnector connector, DomainPattern wanted) =>
        connector.RestrictDomainsToCertificate.CanBe(true)
        && connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name }
        && (CertificateNames.Match(name.Value, wanted) || CertificateNames.Match(wanted, name.Value));

    private static bool GivesAddresses(InboundConnector connector, ItemList<AddressRange> wanted) =>
        connector.RestrictDomainsToIPAddresses.CanBe(true)
        && connector.SenderIPAddresses.Value is { } addresses
        && addresses.All(address => address.IsValid && wanted.Any(w => w.IsValid && w.Value.Includes(address.Value)));

    // Several connectors may share the partner's addresses between them: who is known by one of them is let in.
    private static string? Refused(IEnumerable<InboundConnector> connectors, ItemList<AddressRange> wanted)
    {
        var admitting = connectors.Where(c => GivesAddresses(c, wanted)).ToArray();
        if (admitting.Any(c => !c.RestrictDomainsToIPAddresses.Is(true)))
            return null;
        var admitted = new AddressSet(admitting.SelectMany(c => c.SenderIPAddresses.Value!).Select(address => address.Value));
        return wanted.Where(address => !address.Value.IsIPv6 && !admitted.Covers(address.Value)).Select(address => address.Text).FirstOrDefault();
    }

    private static bool ForcesTls(OutboundConnector connector) =>
        !connector.TlsSettings.IsAbsent || connector.SmtpDaneMode.CanBe(SmtpDaneMode.Mandatory);

    private static bool ValidatesName(OutboundConnector connector, DomainPattern wanted) =>
        connector.TlsSettings.CanBe(TlsSettings.DomainValidation)
        && (connector.TlsDomain.IsUncertain
            || (connector.TlsDomain is { IsKnown: true, Value: { IsValid: true } name }
                && (CertificateNames.Match(name.Value, wanted) || CertificateNames.Match(wanted, name.Value))));
}

using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>What mail would do without an inbound Partner connector: the same.</summary>
/// <param name="Other">The connector that does the same with its mail.</param>
/// <param name="Sender">The domain of a sender whose mail shows it.</param>
/// <param name="Source">The address or the certificate by which both know that mail, in words; null where they go by the sender alone.</param>
internal sealed record InboundIdleness(InboundConnector Other, string Sender, string? Source);

/// <summary>Proves of inbound Partner connectors that no message can tell whether they are there. Which of several connectors for the same mail is used is not documented, so a proof has to hold whichever it is: all that may be for the connector's mail must treat it alike, or refuse it.
/// What the OnPremises connectors take first is the same with it and without it. Connectors are asked from the last to the first, each as if those found before were gone, so that all that are found can go.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="flow">Its index.</param>
/// <param name="duplicates">The connectors that repeat another; they are not asked.</param>
/// <param name="servesMore">Whether the topology needs a connector for something for which it does not need another.</param>
internal sealed class IdleInbound(TenantModel tenant, FlowIndex flow, Duplicates duplicates, Func<InboundConnector, InboundConnector, bool> servesMore)
{
    /// <summary>A connector that shares its mail with more others is not asked.</summary>
    public const int MostNeighbors = 30;

    private const int MostHits = 10 * MostNeighbors;

    private readonly Dictionary<InboundConnector, (SettingState, bool, MailOutcome)> _treatments = [];
    private readonly Dictionary<InboundConnector, InboundIdleness> _found = [];
    private readonly List<InboundConnector> _partners = [];
    private bool _isAsked;
    private PatternsBelow<InboundConnector>? _below;

    /// <summary>Why a connector does nothing; null when it does something, or that is not proved.</summary>
    public InboundIdleness? Find(InboundConnector connector)
    {
        if (!_isAsked)
            FindAll();
        return _found.TryGetValue(connector, out var why) ? why : null;
    }

    private void FindAll()
    {
        _isAsked = true;
        // Who else takes mail must be known, and how trustedOrganizations match is not. Those for all senders are for the mail of each.
        if (!tenant.IsInboundComplete || flow.UncertainInbound.Count > 0 || flow.InboundPartnerForAll.Count > MostNeighbors + 1
            || tenant.InboundConnectors.Any(connector => connector.CanBeActive && !connector.TrustedOrganizations.IsAbsent))
        {
            return;
        }

        _partners.AddRange(tenant.InboundConnectors.Where(connector => connector.IsActive && connector.IsPartner && connector.SenderDomains.Value is { Count: > 0 }));
        for (var i = _partners.Count - 1; i >= 0; i--)
        {
            var connector = _partners[i];
            if (IsKnown(connector) && !duplicates.Contains(connector) && Judge(connector) is { } why && !servesMore(connector, why.Other))
                _found.Add(connector, why);
        }
    }

    // What it demands and what it does with mail. The pages do not agree on associatedAcceptedDomains, nor on two restrictions at once.
    private static bool IsKnown(InboundConnector connector)
    {
        if (!connector.AssociatedAcceptedDomains.IsAbsent || connector.RequireTls.IsUncertain || connector.IsEnhancedFilteringOn is null || connector.EFUsers.IsUncertain
            || connector.CloudServicesMailEnabled.IsUncertain || connector.TreatMessagesAsInternal.IsUncertain
            || connector.RestrictDomainsToIPAddresses.IsUncertain || connector.RestrictDomainsToCertificate.IsUncertain)
        {
            return false;
        }

        return (!connector.RestrictDomainsToIPAddresses.Is(true) || (connector.SenderIPAddresses.IsKnown && connector.TlsSenderCertificateName.IsAbsent))
            && (!connector.RestrictDomainsToCertificate.Is(true) || (connector.TlsSenderCertificateName.IsKnown && connector.SenderIPAddresses.IsAbsent));
    }

    private InboundIdleness? Judge(InboundConnector connector)
    {
        InboundIdleness? found = null;
        var neighbors = new HashSet<InboundConnector>();
        var covering = new List<(DomainPattern Senders, List<InboundConnector> Others)>();
        foreach (var item in connector.SenderDomains.Value!)
        {
            var others = Others(connector, item.Value);
            if (others is null || !IsSameForStrangers(connector, item.Value, others, ref found))
                return null;
            neighbors.UnionWith(others.Select(other => other.Connector));
            if (neighbors.Count > MostNeighbors)
                return null;
            covering.Add((item.Value, [.. others.Where(other => other.CoversAll).Select(other => other.Connector)]));
        }

        return IsSameForKnown(connector, neighbors, covering, ref found) ? found : null;
    }

    // Whoever may be for mail from some of the senders; null when they are too many, or one is not known well enough.
    private List<Other>? Others(InboundConnector connector, DomainPattern senders)
    {
        var others = new List<Other>();
        if (senders.IsAny)
            return Take(_partners, coversAll: false, byDomain: true) && Take(flow.InboundPartnerForAll, coversAll: true, byDomain: false) ? others : null;
        var levels = flow.PartnerLevels(senders.Domain).ToArray();
        for (var i = 0; i < levels.Length; i++)
        {
            if (!Take(levels[i], coversAll: i > 0 || !senders.CoversSubdomains, byDomain: i < levels.Length - 1))
                return null;
        }

        return !senders.CoversSubdomains || Take((_below ??= Below()).Of(senders.Domain), coversAll: false, byDomain: true) ? others : null;

        bool Take(IReadOnlyList<InboundConnector> met, bool coversAll, bool byDomain)
        {
            foreach (var other in met)
            {
                if (other == connector || _found.ContainsKey(other))
                    continue;
                if (others.Count > 2 * MostNeighbors || !IsKnown(other))
                    return false;
                // For "*" with addresses, only those count (PARTNER, example 5).
                var takesStrangers = !other.IsRestricting && (!other.SenderIPAddresses.IsKnown || (byDomain && other.HasSenderDomain(pattern => !pattern.IsAny)));
                others.Add(new Other(other, coversAll, takesStrangers));
            }

            return true;
        }
    }

    private PatternsBelow<InboundConnector> Below()
    {
        var below = new PatternsBelow<InboundConnector>();
        foreach (var connector in _partners)
            below.Add(connector.SenderDomains.Value!, connector);
        return below;
    }

    // Mail whose source no connector knows.
    private bool IsSameForStrangers(InboundConnector connector, DomainPattern senders, List<Other> others, ref InboundIdleness? found)
    {
        // With it and without it, it is refused.
        if (others.Exists(other => other is { CoversAll: true, Connector.IsRestricting: true }))
            return true;
        if (connector.IsRestricting)
            return false;
        if (senders.IsAny && connector.SenderIPAddresses.IsKnown)
            return true;
        if (others.Exists(other => other.TakesStrangers && !AreAlike(other.Connector, connector)))
            return false;
        var same = others.Find(other => other is { CoversAll: true, TakesStrangers: true });
        if (same.Connector is null)
            return false;
        found ??= new InboundIdleness(same.Connector, Example(senders), null);
        return true;
    }

    // Mail whose source the connector knows.
    private bool IsSameForKnown(InboundConnector connector, HashSet<InboundConnector> neighbors, List<(DomainPattern Senders, List<InboundConnector> Others)> covering, ref InboundIdleness? found)
    {
        var sharing = new HashSet<InboundConnector>();
        var sources = new List<(string Text, HashSet<InboundConnector> KnownBy)>();
        foreach (var address in connector.SenderIPAddresses.Value ?? Enumerable.Empty<Item<AddressRange>>())
        {
            if (!Take(sharing, flow.InboundByOverlap(address.Value)))
                return false;
            sources.Add(("from " + address.Text, [.. flow.InboundByAddress(address.Value)]));
        }

        var certificate = connector.TlsSenderCertificateName;
        if (certificate.IsKnown)
        {
            sources.Add(($"with a certificate for {certificate.Value.Text}", [.. neighbors.Where(other => other.TlsSenderCertificateName.IsKnown && other.TlsSenderCertificateName.Value.Value == certificate.Value.Value)]));
        }

        // One message may come from an address that one connector knows, with a certificate that another knows.
        if (sources.Count > 0 && neighbors.Any(other => (other.TlsSenderCertificateName.IsKnown || (other.SenderIPAddresses.IsKnown && (certificate.IsKnown || sharing.Contains(other)))) && !AreAlike(other, connector)))
            return false;
        foreach (var (senders, others) in covering)
        {
            foreach (var (text, knownBy) in sources)
            {
                if (others.Find(other => knownBy.Contains(other) && AreAlike(other, connector)) is not { } same)
                    return false;
                if (found?.Source is null)
                    found = new InboundIdleness(same, Example(senders), text);
            }
        }

        return true;

        static bool Take(HashSet<InboundConnector> into, IEnumerable<InboundConnector> met)
        {
            var hits = 0;
            foreach (var other in met)
            {
                if (++hits > MostHits)
                    return false;
                into.Add(other);
            }

            return true;
        }
    }

    // Where it is not said whether TLS is demanded, that is the same for all of which it is not said.
    private bool AreAlike(InboundConnector one, InboundConnector other) => Treatment(one) == Treatment(other);

    private (SettingState Tls, bool IsTlsDemanded, MailOutcome Outcome) Treatment(InboundConnector connector)
    {
        if (!_treatments.TryGetValue(connector, out var treatment))
            _treatments.Add(connector, treatment = (connector.RequireTls.State, connector.RequireTls.Is(true), MailOutcome.OfArrival(null, connector, mayRelay: false) with { Connector = null }));
        return treatment;
    }

    private static string Example(DomainPattern senders) => senders.IsAny ? "anyone.example" : senders.Domain;

    // One for some of the same senders: whether for all of them, and whether it takes mail of which it knows the sender only.
    private readonly record struct Other(InboundConnector Connector, bool CoversAll, bool TakesStrangers);
}

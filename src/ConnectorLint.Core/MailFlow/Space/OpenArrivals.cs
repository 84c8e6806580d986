namespace ConnectorLint.MailFlow.Space;

/// <summary>The messages that both states of a tenant let in, by where their way on begins: a difference of ways on counts only where a message comes to it.</summary>
internal sealed class OpenArrivals(TenantSide before, TenantSide after)
{
    // Where rules look at the source, every region counts, and where messages move; else one for each recipient is enough.
    private readonly bool _areAllKept = HasRanges(before) || HasRanges(after) || MayMove(before, after);
    private readonly Dictionary<(Origin, Origin, bool), (AtomSet Recipients, List<Region> Regions)> _byMove = [];

    /// <summary>The pairs of different origins before and after that some message has.</summary>
    public IReadOnlyList<(Origin Before, Origin After)> Moves => [.. _byMove.Keys.Select(key => (key.Item1, key.Item2)).Where(move => move.Item1 != move.Item2).Distinct()];

    /// <summary>Whether some messages of an origin have another one after the change.</summary>
    public bool Leave(Origin origin) => _byMove.Keys.Any(key => key.Item1 == origin && key.Item2 != origin);

    /// <summary>Takes messages with what becomes of them before and after.</summary>
    public void Add(Region region, Piece one, Piece other)
    {
        if (one.Origin.IsEmpty || other.Origin.IsEmpty)
            return;
        foreach (var (senders, originBefore) in ByOrigin(before, region.Senders, one))
        {
            foreach (var (both, originAfter) in ByOrigin(after, senders, other))
            {
                var unknown = region.Kinds.Intersect(Region.UnknownRecipients);
                Keep(region with { Senders = both, Kinds = unknown }, (originBefore, originAfter, true));
                Keep(region with { Senders = both, Kinds = region.Kinds.Except(unknown) }, (originBefore, originAfter, false));
            }
        }
    }

    /// <summary>Messages that come to a region of a way on, as they come in: all where some of its origin move, else some.</summary>
    public IEnumerable<Region> Find(Region wayOn, (Origin Before, Origin After) move)
    {
        foreach (var isUnknown in (bool[])[false, true])
        {
            if (!_byMove.TryGetValue((move.Before, move.After, isUnknown), out var found))
                continue;
            foreach (var region in found.Regions)
            {
                var met = region with { Recipients = region.Recipients.Intersect(wayOn.Recipients), Addresses = region.Addresses.Intersect(wayOn.Addresses), Kinds = region.Kinds.Intersect(wayOn.Kinds) };
                if (!met.IsEmpty)
                    yield return met;
            }
        }
    }

    private void Keep(Region region, (Origin, Origin, bool) key)
    {
        if (region.IsEmpty)
            return;
        if (!_byMove.TryGetValue(key, out var kept))
            kept = (AtomSet.None, []);
        if (!_areAllKept && key.Item1 == key.Item2 && kept.Recipients.Includes(region.Recipients))
            return;
        kept.Regions.Add(region);
        _byMove[key] = (kept.Recipients.Union(region.Recipients), kept.Regions);
    }

    private static IEnumerable<(AtomSet Senders, Origin Origin)> ByOrigin(TenantSide side, AtomSet senders, Piece piece)
    {
        if (piece.Origin.Contains((int)Origin.Internet))
            return [(senders, Origin.Internet)];
        return ((AtomSet, Origin)[])[(senders.Intersect(side.AcceptedSenders), Origin.OwnServers), (senders.Except(side.AcceptedSenders), Origin.OwnServersForeign)];
    }

    // Only where the sources that the OnPremises connectors know, or the tenant's own senders, are not the same.
    private static bool MayMove(TenantSide before, TenantSide after) =>
        !before.AcceptedSenders.Equals(after.AcceptedSenders) || IsLimited(before) || IsLimited(after) || !KnownAddresses(before).Equals(KnownAddresses(after)) || !KnownCertificates(before).Equals(KnownCertificates(after));

    private static bool IsLimited(TenantSide side) => side.Flow.OnPremisesInbound.Any(connector => !connector.AssociatedAcceptedDomains.IsAbsent);

    private static AtomSet KnownAddresses(TenantSide side) => AtomSet.Of([.. side.Flow.OnPremisesInbound.SelectMany(connector => side.AddressesOf(connector).Ranges())]);

    private static AtomSet KnownCertificates(TenantSide side) => AtomSet.Of([.. side.Flow.OnPremisesInbound.SelectMany(connector => side.CertificatesOf(connector).Ranges())]);

    private static bool HasRanges(TenantSide side) => side.Flow.RulesInOrder.Any(rule => !rule.SenderIPRanges.IsAbsent);
}

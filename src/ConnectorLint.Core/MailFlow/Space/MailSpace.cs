using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>All messages of a tenant, parted into classes that behave alike under the model of matching.md. A message that comes in belongs to one class of <see cref="Arrivals"/> and, if it is let in, to one of <see cref="WaysOn"/>; one that leaves only to the latter.
/// What the model does not look at is not parted; a certificate is taken to have at most one name that some connector knows.</summary>
public sealed class MailSpace
{
    private readonly List<Piece> _arrivals;
    private readonly List<Piece> _waysOn;
    private readonly TenantSide _side;

    private MailSpace(TenantSide side, List<Piece> arrivals, List<Piece> waysOn) => (_side, _arrivals, _waysOn) = (side, arrivals, waysOn);

    /// <summary>The boundaries.</summary>
    public MailAxes Axes => _side.Axes;

    /// <summary>Classes of messages that come in, by what the way in makes of them.</summary>
    public IReadOnlyList<MailClass> Arrivals => Classes(_arrivals, region => Axes.Witness(region, Direction.Inbound));

    /// <summary>Classes of messages that leave, or are sent on after they came in, by what becomes of them.</summary>
    public IReadOnlyList<MailClass> WaysOn
    {
        get
        {
            var ways = new WaysOn(_side, new SpaceBudget(CancellationToken.None));
            return Classes(_waysOn, region => ways.Message(region, (Origin)region.Origins.First));
        }
    }

    /// <summary>Parts the messages of a tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="axes">The boundaries; null: the tenant's own. Those of several tenants make their spaces comparable.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="SpaceLimitException">There are too many classes.</exception>
    public static MailSpace Of(TenantModel tenant, MailAxes? axes = null, CancellationToken cancellation = default)
    {
        var side = new TenantSide(tenant, new FlowIndex(tenant), axes ?? MailAxes.Of(tenant));
        var budget = new SpaceBudget(cancellation);
        return new MailSpace(side, ArrivalsOf(side, budget), WaysOnOf(side, budget));
    }

    /// <summary>What becomes of a message: the outcome of its class.</summary>
    public MailOutcome Find(TraceMessage message)
    {
        if (message.Direction == Direction.Outbound)
            return Single(_waysOn, Axes.Locate(message, Origin.Mailbox)).Outcome;
        var arrival = Single(_arrivals, Axes.Locate(message, Origin.Internet));
        if (arrival.Origin.IsEmpty)
            return arrival.Outcome;
        return MailOutcome.Join(arrival.Outcome, Single(_waysOn, Axes.Locate(message, OriginOf(_side, arrival, message.From))).Outcome);
    }

    /// <summary>Where the way on of a message begins that was let in.</summary>
    internal static Origin OriginOf(TenantSide side, Piece arrival, string from) =>
        arrival.Origin.Contains((int)Origin.Internet) ? Origin.Internet : from.Length > 0 && side.Flow.IsAccepted(from) ? Origin.OwnServers : Origin.OwnServersForeign;

    /// <summary>Atoms with the same key together.</summary>
    internal static IEnumerable<AtomSet> Alike(string[] keys)
    {
        var groups = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        for (var atom = 0; atom < keys.Length; atom++)
        {
            if (keys[atom] is not { } key)
                continue;
            if (!groups.TryGetValue(key, out var atoms))
                groups.Add(key, atoms = []);
            atoms.Add((atom, atom));
        }

        return groups.Values.Select(AtomSet.Of);
    }

    /// <summary>What becomes of messages that come in; all, or those of some senders.</summary>
    internal static List<Piece> ArrivalsOf(TenantSide side, SpaceBudget budget, AtomSet? senders = null)
    {
        var arrivals = new Arrivals(side, budget);
        var pieces = new List<Piece>();
        var groups = Alike(arrivals.SenderKeys()).Where(group => senders?.Overlaps(group) != false).ToArray();
        foreach (var (own, rest) in arrivals.OnPremises())
        {
            pieces.AddRange(own);
            foreach (var group in groups)
            {
                if (group.Intersect(rest.Senders) is { IsEmpty: false } part)
                    pieces.AddRange(arrivals.Partners(part, rest));
            }
        }

        return pieces;
    }

    /// <summary>What becomes of messages that leave; all, or those to some recipients.</summary>
    internal static List<Piece> WaysOnOf(TenantSide side, SpaceBudget budget, AtomSet? recipients = null)
    {
        var ways = new WaysOn(side, budget);
        return [.. Alike(ways.RecipientKeys()).Where(group => recipients?.Overlaps(group) != false).SelectMany(ways.Pieces)];
    }

    private static Piece Single(List<Piece> pieces, Place place) => pieces.Find(piece => piece.Region.Contains(place)) ?? throw new InvalidOperationException("no class holds the message");

    private static List<MailClass> Classes(List<Piece> pieces, Func<Region, TraceMessage> witness) =>
        [.. pieces.GroupBy(piece => piece.Outcome).Select(group => new MailClass([.. group.Select(piece => piece.Region)], group.Key, witness(group.First().Region)))];
}

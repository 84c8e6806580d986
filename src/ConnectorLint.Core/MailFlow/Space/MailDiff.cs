using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>Compares what two states of a tenant do to every possible message. Sound under the model: a message whose outcome differs is in some change.</summary>
public sealed class MailDiff
{
    private readonly TenantSide _before;
    private readonly TenantSide _after;
    private readonly SpaceBudget _budget;
    private readonly OpenArrivals _open;
    private readonly Tracer _tracerBefore;
    private readonly Tracer _tracerAfter;

    private MailDiff(TenantModel before, TenantModel after, CancellationToken cancellation)
    {
        Axes = MailAxes.Of(before, after);
        _before = new TenantSide(before, new FlowIndex(before), Axes);
        _after = new TenantSide(after, new FlowIndex(after), Axes);
        _budget = new SpaceBudget(cancellation);
        _open = new OpenArrivals(_before, _after);
        _tracerBefore = new Tracer(before, _before.Flow);
        _tracerAfter = new Tracer(after, _after.Flow);
        Strangers = Axes.All;
        var arrivals = CompareArrivals();
        Changes = [.. arrivals.Concat(CompareWaysOn()).OrderBy(change => change.Kind).ThenBy(change => change.IsWayOn)];
    }

    /// <summary>The boundaries of both.</summary>
    public MailAxes Axes { get; }

    /// <summary>The changes, the most harmful first.</summary>
    public IReadOnlyList<MailChange> Changes { get; }

    /// <summary>Whether no message can notice a difference.</summary>
    public bool IsEquivalent => Changes.All(change => change.Kind == ChangeKind.Equal);

    /// <summary>Sources that no OnPremises connector knows, before and after: what goes without saying in the words for a class.</summary>
    internal Region Strangers { get; private set; }

    /// <summary>Recipient domains that are the tenant's own, before or after.</summary>
    internal AtomSet OwnRecipients => _before.OwnRecipients.Union(_after.OwnRecipients);

    /// <summary>Whether some mailboxes may be in the cloud, and others not: then it is worth saying which are meant.</summary>
    internal bool HasCloudMailboxes => _before.Tenant.Topology?.Mailboxes is not { } place || !place.Is(Model.Place.OnPremises);

    /// <summary>Compares.</summary>
    /// <exception cref="SpaceLimitException">There are too many classes.</exception>
    public static MailDiff Of(TenantModel before, TenantModel after, CancellationToken cancellation = default) => new(before, after, cancellation);

    /// <summary>The steps that are not documented and that the outcomes of the tenant's classes rest on: each step and source once, with an example.</summary>
    public static IReadOnlyList<TraceStep> UncertainSteps(TenantModel tenant, CancellationToken cancellation = default)
    {
        var space = MailSpace.Of(tenant, cancellation: cancellation);
        var tracer = new Tracer(tenant);
        var found = new Dictionary<(string, string, Confidence), TraceStep>();
        foreach (var one in space.Arrivals.Concat(space.WaysOn.Where(way => way.Witness.Direction == Direction.Outbound)))
        {
            foreach (var step in tracer.Trace(one.Witness).Steps)
            {
                var key = (step.Step, step.Source, step.Confidence);
                if (step.Decides && step.Confidence != Confidence.Documented && !found.ContainsKey(key))
                    found.Add(key, step);
            }
        }

        return [.. found.Values.OrderBy(step => step.Step, StringComparer.Ordinal)];
    }

    private IEnumerable<MailChange> CompareArrivals()
    {
        var before = new Arrivals(_before, _budget);
        var after = new Arrivals(_after, _budget);
        var pairs = new List<(Region Region, Piece Before, Piece After)>();
        var groups = MailSpace.Alike(Together(before.SenderKeys(), after.SenderKeys())).ToArray();
        var ownAfter = after.OnPremises();
        foreach (var (ownBefore, strangersBefore) in before.OnPremises())
        {
            foreach (var (own, strangersAfter) in ownAfter)
            {
                if (!strangersBefore.Senders.Overlaps(strangersAfter.Senders))
                    continue;
                Strangers = Strangers with { Certificates = strangersBefore.Certificates.Intersect(strangersAfter.Certificates), Addresses = strangersBefore.Addresses.Intersect(strangersAfter.Addresses) };
                Join(ownBefore, own, pairs, areArrivals: true);
                // What one side's OnPremises connectors take may be the Partner connectors' on the other.
                var taken = Within(ownBefore, strangersAfter);
                var takenAfter = Within(own, strangersBefore);
                foreach (var group in groups)
                {
                    var senders = group.Intersect(strangersBefore.Senders).Intersect(strangersAfter.Senders);
                    if (senders.IsEmpty)
                        continue;
                    var piecesBefore = before.Partners(senders, strangersBefore);
                    var piecesAfter = after.Partners(senders, strangersAfter);
                    Join(piecesBefore, piecesAfter, pairs, areArrivals: true);
                    Join(taken, piecesAfter, pairs, areArrivals: true);
                    Join(piecesBefore, takenAfter, pairs, areArrivals: true);
                }
            }
        }

        return pairs.GroupBy(pair => (pair.Before.Outcome, pair.After.Outcome)).Select(group =>
        {
            var regions = RegionSum.Of(group.Select(pair => pair.Region));
            return Change(ChangeKinds.Of(group.Key.Item1, group.Key.Item2), regions, isWayOn: false, group.Key.Item1, group.Key.Item2, Axes.Witness(regions[0], Direction.Inbound));
        }).ToList();
    }

    private IEnumerable<MailChange> CompareWaysOn()
    {
        var before = new WaysOn(_before, _budget);
        var after = new WaysOn(_after, _budget);
        var pairs = new List<(Region Region, Region? Way, Piece Before, Piece After)>();
        foreach (var recipients in MailSpace.Alike(Together(before.RecipientKeys(), after.RecipientKeys())))
        {
            var kinds = KindsOf(_before, _after, recipients.First);
            var piecesBefore = before.Pieces(recipients);
            var piecesAfter = after.Pieces(recipients);
            Compare(piecesBefore, piecesAfter, origin => (origin, origin));
            foreach (var (one, other) in _open.Moves)
                Compare(From(piecesBefore, one, one), From(piecesAfter, other, one), _ => (one, other));

            void Compare(List<Piece> these, List<Piece> those, Func<Origin, (Origin, Origin)> move)
            {
                var found = new List<(Region Region, Piece Before, Piece After)>();
                Join(these, those, found, areArrivals: false);
                foreach (var pair in found)
                {
                    foreach (var origin in pair.Region.Origins.Atoms())
                    {
                        var region = pair.Region with { Origins = AtomSet.One(origin), Kinds = pair.Region.Kinds.Intersect(kinds) };
                        if (region.IsEmpty)
                            continue;
                        if (origin == (int)Origin.Mailbox)
                            pairs.Add((region, null, pair.Before, pair.After));
                        else
                            AddComing(pair, region, move((Origin)origin));
                    }
                }
            }
        }

        void AddComing((Region Region, Piece Before, Piece After) pair, Region region, (Origin Before, Origin After) move)
        {
            foreach (var way in _open.Find(region, move))
            {
                if (move.Before == move.After && !_open.Leave(move.Before))
                {
                    // Whatever comes there is changed; one example is enough.
                    pairs.Add((region, way, pair.Before, pair.After));
                    return;
                }

                pairs.Add((way with { Origins = region.Origins }, way, pair.Before, pair.After));
                _budget.Region();
            }
        }

        return pairs.GroupBy(pair => Seen(pair.Before.Outcome, pair.After.Outcome)).Select(group =>
        {
            // An example that goes out before one that waits.
            var plain = group.OrderBy(pair => pair.Region.Origins.First).ThenBy(pair => pair.Before.Outcome.IsThrough ? 0 : 1).First();
            var message = plain.Way is null ? before.Message(plain.Region, Origin.Mailbox) : Axes.Witness(plain.Way, Direction.Inbound);
            return Change(group.Key.Kind, RegionSum.Of(group.Select(pair => pair.Region)), isWayOn: true, group.Key.Before, group.Key.After, message);
        }).ToList();
    }

    private MailChange Change(ChangeKind kind, IReadOnlyList<Region> regions, bool isWayOn, MailOutcome before, MailOutcome after, TraceMessage witness)
    {
        // Mail that leaves for a domain that is not the tenant's goes outside; that need not be said.
        if (witness is { Direction: Direction.Outbound, Recipient: RecipientKind.External } && !OwnRecipients.Contains(Axes.Recipients.Locate(witness.To)))
            witness = witness with { Recipient = RecipientKind.NotSaid };
        return new(kind, regions, isWayOn, before, after, witness, _tracerBefore.Trace(witness), _tracerAfter.Trace(witness));
    }

    // The pieces of one origin, as if they were of another.
    private static List<Piece> From(List<Piece> pieces, Origin origin, Origin named) =>
        [.. pieces.Where(piece => piece.Region.Origins.Contains((int)origin)).Select(piece => piece with { Region = piece.Region with { Origins = AtomSet.One((int)named) } })];

    // As mail sees it: whoever sent it, and, of a demand that falls, whether it was met or not.
    private static (ChangeKind Kind, MailOutcome Before, MailOutcome After) Seen(MailOutcome before, MailOutcome after)
    {
        var kind = ChangeKinds.Of(before, after);
        if (kind == ChangeKind.Weakened && !before.IsThrough)
            before = before with { Result = TraceOutcome.Delivered, Code = null };
        return (kind, Plain(before), Plain(after));
    }

    private static MailOutcome Plain(MailOutcome outcome) => outcome with { Connector = null, Result = outcome.Result == TraceOutcome.Accepted && outcome.NextHop is not null ? TraceOutcome.Delivered : outcome.Result };

    // Pairs of regions with messages in common and different outcomes. What is the same on both sides is done with at once.
    private void Join(List<Piece> before, List<Piece> after, List<(Region, Piece, Piece)> into, bool areArrivals)
    {
        var byRegion = new Dictionary<Region, Piece>();
        foreach (var piece in after)
            byRegion[piece.Region] = piece;
        var left = new List<Piece>();
        foreach (var piece in before)
        {
            if (!byRegion.TryGetValue(piece.Region, out var same))
            {
                left.Add(piece);
                continue;
            }

            byRegion.Remove(piece.Region);
            Pair(piece.Region, piece, same);
        }

        _budget.Spend((long)left.Count * byRegion.Count);
        foreach (var one in left)
        {
            foreach (var other in byRegion.Values)
            {
                if (one.Region.Overlaps(other.Region))
                    Pair(one.Region.Intersect(other.Region), one, other);
            }
        }

        void Pair(Region region, Piece one, Piece other)
        {
            if (areArrivals)
                _open.Add(region, one, other);
            if (one.Outcome == other.Outcome)
                return;
            into.Add((region, one, other));
            _budget.Region();
        }
    }

    private List<Piece> Within(List<Piece> pieces, Region region)
    {
        var within = new List<Piece>();
        foreach (var piece in pieces)
        {
            _budget.Spend(1);
            if (piece.Region.Overlaps(region))
                within.Add(piece with { Region = piece.Region.Intersect(region) });
        }

        return within;
    }

    // Where the recipients of an accepted domain may be; others are outside.
    internal static AtomSet KindsOf(TenantSide before, TenantSide after, int recipient)
    {
        if (!before.OwnRecipients.Contains(recipient) && !after.OwnRecipients.Contains(recipient))
            return AtomSet.One((int)RecipientKind.External);
        var kinds = new List<int> { (int)RecipientKind.Unknown };
        var places = (RecipientKind[])[PlaceOf(before, recipient), PlaceOf(after, recipient)];
        if (places.Any(place => place != RecipientKind.OnPremises))
            kinds.Add((int)RecipientKind.Cloud);
        if (places.Any(place => place != RecipientKind.Cloud))
            kinds.Add((int)RecipientKind.OnPremises);
        return TenantSide.Of(kinds);
    }

    private static RecipientKind PlaceOf(TenantSide side, int recipient) => RecipientPlace.Of(new TraceRun(side.Tenant, side.Flow, new TraceMessage { Direction = Direction.Inbound, From = "", To = side.Axes.Recipients.Witness(recipient) }));

    private static string[] Together(string[] before, string[] after) =>
        [.. before.Zip(after, (one, other) => one is null ? null! : $"{one}|{other}")];
}

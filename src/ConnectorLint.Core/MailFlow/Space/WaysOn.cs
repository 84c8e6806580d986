using System.Globalization;
using System.Text;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>Parts the messages that leave, or are sent on after they came in (steps O1 to O9). Apart from the way in, so that ways in and ways on are not multiplied. Source: matching.md 3.</summary>
internal sealed class WaysOn(TenantSide side, SpaceBudget budget)
{
    private readonly string _insider = side.AcceptedSenders.IsEmpty ? "anyone.example" : side.Axes.Senders.Witness(side.AcceptedSenders.First);
    private readonly string _foreigner = side.Axes.Senders.Witness(DomainAxis.Other);
    private readonly List<(TransportRule Rule, AtomSet Recipients)> _rules = RulesOf(side);

    /// <summary>The regions so far whose outcome rests on a step that is not documented. That the code of a deferral is known from reports only does not count.</summary>
    public List<Region> Uncertain { get; } = [];

    /// <summary>Which recipients are treated alike: for each atom a key.</summary>
    public string[] RecipientKeys()
    {
        var axis = side.Axes.Recipients;
        var keys = new string[axis.Count];
        for (var atom = DomainAxis.Other; atom < keys.Length; atom++)
        {
            var domain = axis.Witness(atom);
            var key = new StringBuilder(side.Flow.AcceptedDomainOf(domain)?.Name ?? "");
            var selected = side.Flow.OutboundSelected(domain);
            foreach (var connector in selected)
                key.Append('/').Append(connector.Index.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < _rules.Count; i++)
            {
                if (_rules[i].Recipients.Contains(atom))
                    key.Append(',').Append(i.ToString(CultureInfo.InvariantCulture));
            }

            budget.Spend(1 + selected.Count + _rules.Count);
            keys[atom] = key.ToString();
        }

        return keys;
    }

    /// <summary>What becomes of mail to recipients with one key.</summary>
    public List<Piece> Pieces(AtomSet recipients)
    {
        var pieces = new List<Piece>();
        var sources = Sources(recipients.First);
        for (var origin = Origin.Mailbox; origin <= Origin.Internet; origin++)
        {
            var region = side.Axes.All with { Recipients = recipients, Origins = AtomSet.One((int)origin) };
            var (here, away) = Kinds(origin, recipients.First);
            foreach (var kinds in here)
                Add(pieces, region with { Kinds = kinds }, origin);
            if (away.IsEmpty)
                continue;
            foreach (var addresses in sources)
                Send(pieces, region with { Kinds = away, Addresses = addresses }, origin);
        }

        return pieces;
    }

    private void Send(List<Piece> pieces, Region region, Origin origin)
    {
        if (origin != Origin.Mailbox)
        {
            Add(pieces, region, origin);
            return;
        }

        // What the other side offers shows only where something is demanded of it.
        var nothing = AtomSet.One(CertificateAxis.NoName);
        var plain = region with { Tls = Region.WithoutTls, Certificates = nothing };
        var secure = region with { Tls = Region.WithTls };
        var connector = Trace(secure with { Certificates = nothing }, origin).SentBy;
        Add(pieces, plain, origin);
        if (connector is not { TlsSettings: { IsKnown: true, Value: TlsSettings.DomainValidation }, TlsDomain: { IsKnown: true, Value: { IsValid: true } name } })
        {
            Add(pieces, secure, origin);
            return;
        }

        var right = side.Axes.Certificates.Taken(name.Value);
        Add(pieces, secure with { Certificates = nothing }, origin);
        Add(pieces, secure with { Certificates = right }, origin);
        Add(pieces, secure with { Certificates = side.Axes.Certificates.Names.Except(right) }, origin);
    }

    private void Add(List<Piece> pieces, Region region, Origin origin)
    {
        if (region.IsEmpty)
            return;
        budget.Region();
        var trace = Trace(region, origin);
        if (!trace.IsCertain && trace.Steps.Any(step => step.Decides && (step.Confidence == Confidence.Silent || (step.Confidence == Confidence.Inferred && step.Step != "O8"))))
            Uncertain.Add(region);
        var outcome = MailOutcome.OfWayOn(trace);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Outcome == outcome && Merged(pieces[i].Region, region) is { } merged)
            {
                pieces[i] = pieces[i] with { Region = merged };
                return;
            }
        }

        pieces.Add(new Piece(region, outcome, region.Origins));
    }

    // Two boxes are one when they differ in one property only.
    private static Region? Merged(Region one, Region other)
    {
        if (one.Addresses.Equals(other.Addresses) && one.Tls.Equals(other.Tls) && one.Certificates.Equals(other.Certificates) && one.Origins.Equals(other.Origins))
            return one with { Kinds = one.Kinds.Union(other.Kinds) };
        if (one.Kinds.Equals(other.Kinds) && one.Tls.Equals(other.Tls) && one.Certificates.Equals(other.Certificates) && one.Addresses.Equals(other.Addresses))
            return one with { Origins = one.Origins.Union(other.Origins) };
        return null;
    }

    /// <summary>Traces a message of a region from where it stands.</summary>
    public TraceResult Trace(Region region, Origin origin)
    {
        var message = Message(region, origin);
        var run = new TraceRun(side.Tenant, side.Flow, message);
        if (origin == Origin.Mailbox)
            return Tracer.Outbound(run);
        run.Arrival = origin == Origin.Internet ? Arrival.Internet : Arrival.OnPremises;
        return WayOn.AfterAcceptance(run);
    }

    /// <summary>A message of a region as it stands after its way in.</summary>
    public TraceMessage Message(Region region, Origin origin) => side.Axes.Witness(region, origin == Origin.Mailbox ? Direction.Outbound : Direction.Inbound) with
    {
        From = origin is Origin.Mailbox or Origin.OwnServers ? _insider : _foreigner,
        IP = region.Addresses.Equals(side.Axes.All.Addresses) ? null : side.Axes.Addresses.Witness(region.Addresses),
    };

    // Kinds of recipients whose mail stays or comes back, alike in each set; and those whose mail goes on.
    private (List<AtomSet> Here, AtomSet Away) Kinds(Origin origin, int recipient)
    {
        var cloud = new List<int>();
        var unknown = new List<int>();
        var notSaid = new List<int>();
        var away = new List<int>();
        var place = PlaceOf(origin, recipient);
        for (var kind = RecipientKind.NotSaid; kind <= RecipientKind.External; kind++)
        {
            var resolved = kind == RecipientKind.NotSaid ? place : kind;
            if (resolved == RecipientKind.Cloud)
                cloud.Add((int)kind);
            else if (origin == Origin.Mailbox && resolved == RecipientKind.Unknown)
                unknown.Add((int)kind);
            else if (origin != Origin.Mailbox && resolved == RecipientKind.NotSaid)
                notSaid.Add((int)kind);
            else
                away.Add((int)kind);
        }

        var here = new List<AtomSet>();
        foreach (var kinds in (List<int>[])[cloud, notSaid])
        {
            if (kinds.Count > 0)
                here.Add(TenantSide.Of(kinds));
        }

        if (unknown.Count == 0)
            return (here, TenantSide.Of(away));
        if (side.Authoritative.Contains(recipient))
            here.Add(TenantSide.Of(unknown));
        else
            away.AddRange(unknown);
        return (here, TenantSide.Of(away));
    }

    private RecipientKind PlaceOf(Origin origin, int recipient) => RecipientPlace.Of(new TraceRun(side.Tenant, side.Flow, new TraceMessage
    {
        Direction = origin == Origin.Mailbox ? Direction.Outbound : Direction.Inbound,
        From = "",
        To = side.Axes.Recipients.Witness(recipient),
    }));

    // Sources that all rules for a recipient treat alike.
    private List<AtomSet> Sources(int recipient)
    {
        var parts = new List<AtomSet> { side.Axes.All.Addresses };
        var hasRanges = false;
        foreach (var (rule, recipients) in _rules)
        {
            if (!recipients.Contains(recipient) || rule.SenderIPRanges.IsAbsent)
                continue;
            hasRanges = true;
            var known = TenantSide.Union(side.Axes.Addresses, rule.SenderIPRanges);
            // A source without an address meets no such rule, whatever its ranges.
            parts = [.. parts.SelectMany(part => (AtomSet[])[part.Intersect(known), part.Except(known)]).Where(part => !part.IsEmpty)];
            budget.Spend(parts.Count);
        }

        if (!hasRanges)
            return parts;
        var unaddressed = AtomSet.One(side.Axes.Addresses.Unaddressed);
        return [.. parts.SelectMany(part => (AtomSet[])[part.Except(unaddressed), part.Intersect(unaddressed)]).Where(part => !part.IsEmpty)];
    }

    private static List<(TransportRule, AtomSet)> RulesOf(TenantSide side)
    {
        var rules = new List<(TransportRule, AtomSet)>();
        foreach (var rule in side.Flow.RulesInOrder)
        {
            var recipients = side.Axes.All.Recipients;
            if (rule.RecipientDomainIs.Value is { } domains)
                recipients = Holding(side.Axes.Recipients, domains);
            if (rule.ExceptIfRecipientDomainIs.Value is { } exceptions)
                recipients = recipients.Except(Holding(side.Axes.Recipients, exceptions));
            rules.Add((rule, recipients));
        }

        return rules;
    }

    // A rule's domain stands for its subdomains too.
    private static AtomSet Holding(DomainAxis axis, ItemList<string> domains)
    {
        var set = AtomSet.None;
        foreach (var domain in domains)
        {
            if (domain.IsValid)
                set = set.Union(axis.Taken(DomainPattern.WithSubdomains(domain.Value)));
        }

        return set;
    }
}

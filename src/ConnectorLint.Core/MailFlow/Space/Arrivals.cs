using System.Globalization;
using System.Text;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>Parts the messages that come in (steps I1 to I6). Connectors are laid on in the order in which the model asks them: each gets what is left of its box, so that no product of boundaries is made. Source: matching.md 2.</summary>
internal sealed class Arrivals(TenantSide side, SpaceBudget budget)
{
    private static readonly AtomSet Inside = AtomSet.Range((int)Origin.OwnServers, (int)Origin.OwnServersForeign);
    private static readonly AtomSet Outside = AtomSet.One((int)Origin.Internet);

    private readonly Dictionary<(Verdict, InboundConnector?, bool), MailOutcome> _outcomes = [];

    private enum Verdict : byte
    {
        Own,
        OwnRefused,
        NoRelay,
        Accepted,
        Unknown,
        NoTls,
        NotCertificate,
        NotAddress,
        Restricted,
        DirectSend,
    }

    /// <summary>What the OnPremises connectors take, and the sources that they leave, for each group of senders that they treat alike.</summary>
    public List<(List<Piece> Pieces, Region Strangers)> OnPremises()
    {
        var groups = new List<(List<Piece>, Region)>();
        foreach (var (senders, connectors) in OwnGroups())
            groups.Add(OnPremises(senders, connectors));
        return groups;
    }

    /// <summary>Which senders the Partner connectors treat alike: for each atom a key.</summary>
    public string[] SenderKeys()
    {
        var axis = side.Axes.Senders;
        var keys = new string[axis.Count];
        for (var atom = 0; atom < keys.Length; atom++)
        {
            var key = new StringBuilder(side.AcceptedSenders.Contains(atom) ? "a" : "");
            foreach (var level in side.Flow.PartnerLevels(axis.Witness(atom)))
            {
                key.Append('/');
                foreach (var connector in level)
                    key.Append(connector.Index.ToString(CultureInfo.InvariantCulture)).Append(',');
                budget.Spend(level.Count);
            }

            keys[atom] = key.ToString();
        }

        return keys;
    }

    /// <summary>What becomes of mail from senders with one key, within the sources that no OnPremises connector knows.</summary>
    public List<Piece> Partners(AtomSet senders, Region rest)
    {
        var pieces = new List<Piece>();
        var isAccepted = side.AcceptedSenders.Contains(senders.First);
        var region = rest with { Senders = senders };
        Add(pieces, region with { Recipients = side.Axes.All.Recipients.Except(side.OwnRecipients) }, Verdict.NoRelay, null, Outside);
        var levels = side.Flow.PartnerLevels(side.Axes.Senders.Witness(senders.First)).ToArray();
        foreach (var (recipients, met) in ByRecipients(levels))
            Partners(pieces, region with { Recipients = recipients }, met, isAccepted);
        return pieces;
    }

    private (List<Piece> Pieces, Region Strangers) OnPremises(AtomSet senders, List<InboundConnector> connectors)
    {
        var pieces = new List<Piece>();
        var rest = side.Axes.All with { Senders = senders };
        var certificates = new Dictionary<InboundConnector, AtomSet>();
        foreach (var (connector, names) in CertificateEntries(connectors))
        {
            certificates[connector] = (certificates.TryGetValue(connector, out var already) ? already : AtomSet.None).Union(names.Intersect(rest.Certificates));
            rest = rest with { Certificates = rest.Certificates.Except(names) };
            budget.Spend(1 + rest.Certificates.RangeCount);
        }

        foreach (var taken in certificates)
            Attribute(pieces, side.Axes.All with { Senders = senders, Certificates = taken.Value }, taken.Key, taken.Value);
        var addresses = new Dictionary<InboundConnector, AtomSet>();
        foreach (var (connector, range) in AddressEntries(connectors))
        {
            addresses[connector] = (addresses.TryGetValue(connector, out var already) ? already : AtomSet.None).Union(range.Intersect(rest.Addresses));
            rest = rest with { Addresses = rest.Addresses.Except(range) };
            budget.Spend(1 + rest.Addresses.RangeCount);
        }

        foreach (var taken in addresses)
            Attribute(pieces, rest with { Addresses = taken.Value }, taken.Key, AtomSet.None);
        return (pieces, rest);
    }

    // Step I2: the certificate's domain, else the sender's, else the recipient's.
    private void Attribute(List<Piece> pieces, Region region, InboundConnector connector, AtomSet names)
    {
        Add(pieces, region with { Certificates = names.Intersect(side.AcceptedCertificates) }, Verdict.Own, connector, Inside, mayRelay: true);
        region = names.IsEmpty ? region : region with { Certificates = names.Except(side.AcceptedCertificates) };
        Add(pieces, region with { Senders = region.Senders.Intersect(side.AcceptedSenders) }, Verdict.Own, connector, Inside, mayRelay: true);
        region = region with { Senders = region.Senders.Except(side.AcceptedSenders) };
        Add(pieces, region with { Certificates = names.Intersect(side.UncertainCertificates) }, Verdict.Own, connector, Inside, mayRelay: true);
        region = names.IsEmpty ? region : region with { Certificates = region.Certificates.Except(side.UncertainCertificates) };
        Add(pieces, region with { Recipients = side.OwnRecipients }, Verdict.Own, connector, Inside);
        Add(pieces, region with { Recipients = region.Recipients.Except(side.OwnRecipients) }, Verdict.OwnRefused, connector, Inside);
    }

    // Steps I4 to I6 for recipients that the same connectors are for.
    private void Partners(List<Piece> pieces, Region region, List<(InboundConnector Connector, int Level)> met, bool isAccepted)
    {
        for (var i = 0; i < met.Count;)
        {
            var end = i;
            while (end < met.Count && met[end].Level == met[i].Level)
                end++;
            for (var j = i; j < end; j++)
            {
                var known = side.AddressesOf(met[j].Connector);
                Chosen(pieces, region with { Addresses = region.Addresses.Intersect(known) }, met[j].Connector);
                region = region with { Addresses = region.Addresses.Except(known) };
            }

            for (var j = i; j < end; j++)
            {
                var known = side.CertificatesOf(met[j].Connector);
                Chosen(pieces, region with { Certificates = region.Certificates.Intersect(known) }, met[j].Connector);
                region = region with { Certificates = region.Certificates.Except(known) };
            }

            budget.Spend(end - i);
            i = end;
        }

        if (region.IsEmpty)
            return;
        if (met.Find(one => one.Connector.IsRestricting).Connector is { } restricting)
        {
            Add(pieces, region, Verdict.Restricted, restricting, Outside);
            return;
        }

        if (isAccepted && side.Tenant.Topology is { } topology && topology.RejectDirectSend.CanBe(true))
            Add(pieces, region, Verdict.DirectSend, null, Outside);
        else if (met.Find(one => one.Level > 0 || !one.Connector.SenderIPAddresses.IsKnown).Connector is { } chosen)
            Chosen(pieces, region, chosen);
        else
            Accept(pieces, region, null);
    }

    // Step I5.
    private void Chosen(List<Piece> pieces, Region region, InboundConnector connector)
    {
        if (region.IsEmpty)
            return;
        if (!connector.RequireTls.Is(false))
        {
            // Who presents a certificate uses TLS.
            Add(pieces, region with { Tls = Region.WithoutTls, Certificates = region.Certificates.Intersect(AtomSet.One(CertificateAxis.NoName)) }, Verdict.NoTls, connector, Outside);
            region = region with { Tls = Region.WithTls };
        }

        if (connector.RestrictDomainsToCertificate.Is(true))
        {
            var known = side.CertificatesOf(connector);
            Add(pieces, region with { Certificates = region.Certificates.Except(known) }, Verdict.NotCertificate, connector, Outside);
            region = region with { Certificates = region.Certificates.Intersect(known) };
        }

        if (connector.RestrictDomainsToIPAddresses.Is(true))
        {
            var known = side.AddressesOf(connector);
            Add(pieces, region with { Addresses = region.Addresses.Except(known) }, Verdict.NotAddress, connector, Outside);
            region = region with { Addresses = region.Addresses.Intersect(known) };
        }

        Accept(pieces, region, connector);
    }

    private void Accept(List<Piece> pieces, Region region, InboundConnector? connector)
    {
        Add(pieces, region with { Kinds = Region.UnknownRecipients, Recipients = region.Recipients.Intersect(side.Authoritative) }, Verdict.Unknown, connector, Outside);
        Add(pieces, region with { Kinds = Region.UnknownRecipients, Recipients = region.Recipients.Except(side.Authoritative) }, Verdict.Accepted, connector, Outside);
        Add(pieces, region with { Kinds = region.Kinds.Except(Region.UnknownRecipients) }, Verdict.Accepted, connector, Outside);
    }

    // What becomes of a region is known by its verdict; the first message of each is traced.
    private void Add(List<Piece> pieces, Region region, Verdict verdict, InboundConnector? connector, AtomSet origin, bool mayRelay = false)
    {
        if (!region.Certificates.Contains(CertificateAxis.NoName))
            region = region with { Tls = region.Tls.Intersect(Region.WithTls) };
        if (region.IsEmpty)
            return;
        budget.Region();
        var key = (verdict, connector, mayRelay);
        if (!_outcomes.TryGetValue(key, out var outcome))
            _outcomes.Add(key, outcome = Trace(side.Axes.Witness(region, Direction.Inbound)));
        pieces.Add(new Piece(region, outcome, outcome.Result == TraceOutcome.Rejected ? AtomSet.None : origin));
    }

    private MailOutcome Trace(TraceMessage message)
    {
        var run = new TraceRun(side.Tenant, side.Flow, message);
        var refused = Tracer.Arrive(run);
        return MailOutcome.OfArrival(refused, run.Inbound, run.MayRelay);
    }

    // Senders by the OnPremises connectors that associatedAcceptedDomains leave for them.
    private List<(AtomSet Senders, List<InboundConnector> Connectors)> OwnGroups()
    {
        var groups = new List<(AtomSet Senders, List<InboundConnector> Connectors)> { (side.Axes.All.Senders, []) };
        var free = new List<InboundConnector>();
        foreach (var connector in side.Flow.OnPremisesInbound)
        {
            if (connector.AssociatedAcceptedDomains.Value is not { } domains)
            {
                free.Add(connector);
                continue;
            }

            var allowed = TenantSide.Union(side.Axes.Senders, domains);
            groups = [.. groups.SelectMany(group => (List<(AtomSet, List<InboundConnector>)>)[(group.Senders.Intersect(allowed), [.. group.Connectors, connector]), (group.Senders.Except(allowed), group.Connectors)]).Where(group => !group.Item1.IsEmpty)];
            budget.Spend(groups.Count * 100L);
        }

        return [.. groups.Select(group => (group.Senders, (List<InboundConnector>)[.. group.Connectors, .. free]))];
    }

    // In the order of SourceIdentity.Rank: hosts by exact name, other names, then addresses.
    private IEnumerable<(InboundConnector Connector, AtomSet Names)> CertificateEntries(List<InboundConnector> connectors)
    {
        var guesses = new List<(InboundConnector, AtomSet)>();
        foreach (var connector in connectors.OrderBy(connector => connector.Index))
        {
            if (connector.TlsSenderCertificateName is not { IsKnown: true, Value: { IsValid: true, Value: { IsAny: false } name } })
                continue;
            var taken = side.Axes.Certificates.Taken(name);
            var own = name.CoversSubdomains ? AtomSet.None : AtomSet.One(side.Axes.Certificates.Locate(name));
            if (!own.IsEmpty)
                yield return (connector, own);
            guesses.Add((connector, taken.Except(own)));
        }

        foreach (var guess in guesses)
            yield return guess;
    }

    private IEnumerable<(InboundConnector Connector, AtomSet Range)> AddressEntries(List<InboundConnector> connectors)
    {
        var entries = new List<(uint Size, int Index, InboundConnector Connector, AddressRange Range)>();
        foreach (var connector in connectors)
        {
            if (connector.SenderIPAddresses.Value is not { } addresses)
                continue;
            foreach (var address in addresses)
            {
                if (address.IsValid && !address.Value.IsIPv6)
                    entries.Add((address.Value.Last - address.Value.First, connector.Index, connector, address.Value));
            }
        }

        return entries.OrderBy(entry => Math.Min(entry.Size, int.MaxValue - 1000L)).ThenBy(entry => entry.Index).Select(entry => (entry.Connector, side.Axes.Addresses.Taken(entry.Range)));
    }

    // The Partner connectors for some recipients, from the most specific level on; level 0 is "*".
    private List<(AtomSet Recipients, List<(InboundConnector Connector, int Level)> Met)> ByRecipients(IReadOnlyList<InboundConnector>[] levels)
    {
        var groups = new List<(AtomSet Recipients, List<(InboundConnector, int)> Met)> { (side.OwnRecipients, []) };
        var seen = new HashSet<InboundConnector>();
        for (var i = 0; i < levels.Length; i++)
        {
            var level = levels.Length - 1 - i;
            foreach (var connector in levels[i].OrderBy(connector => connector.Index))
            {
                if (!seen.Add(connector))
                    continue;
                if (side.RecipientsOf(connector) is not { } limited)
                {
                    foreach (var group in groups)
                        group.Met.Add((connector, level));
                    continue;
                }

                groups = [.. groups.SelectMany(group => (List<(AtomSet, List<(InboundConnector, int)>)>)[(group.Recipients.Intersect(limited), [.. group.Met, (connector, level)]), (group.Recipients.Except(limited), group.Met)]).Where(group => !group.Item1.IsEmpty)];
                budget.Spend(groups.Count * 100L);
            }
        }

        return groups;
    }
}

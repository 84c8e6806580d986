using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>A tenant's connectors and domains as sets on the axes.</summary>
internal sealed class TenantSide
{
    private readonly Dictionary<InboundConnector, AtomSet> _addresses = [];
    private readonly Dictionary<InboundConnector, AtomSet> _associated = [];

    public TenantSide(TenantModel tenant, FlowIndex flow, MailAxes axes)
    {
        (Tenant, Flow, Axes) = (tenant, flow, axes);
        var domains = tenant.Topology?.AcceptedDomains.ToArray() ?? [];
        AcceptedSenders = Accepted(axes.Senders, flow, axes.Senders.Domains);
        AcceptedRecipients = Accepted(axes.Recipients, flow, axes.Recipients.Domains);
        // Where the accepted domains are not declared, mail that comes in is for one.
        OwnRecipients = flow.KnowsAcceptedDomains ? AcceptedRecipients : axes.All.Recipients;
        Authoritative = Of(AcceptedRecipients.Atoms().Where(atom => !flow.AcceptedDomainOf(axes.Recipients.Witness(atom))!.Type.Is(DomainType.InternalRelay)));
        var accepted = AtomSet.None;
        var below = AtomSet.None;
        foreach (var domain in domains)
        {
            accepted = accepted.Union(axes.Certificates.Under(Pattern(domain, domain.MatchSubDomains.Is(true))));
            below = below.Union(axes.Certificates.Under(Pattern(domain, withSubdomains: true)));
        }

        AcceptedCertificates = accepted;
        UncertainCertificates = flow.KnowsAcceptedDomains ? below.Except(accepted) : AtomSet.None;
    }

    public TenantModel Tenant { get; }

    public FlowIndex Flow { get; }

    public MailAxes Axes { get; }

    public AtomSet AcceptedSenders { get; }

    public AtomSet AcceptedRecipients { get; }

    /// <summary>Recipients that count as the tenant's own when mail comes in.</summary>
    public AtomSet OwnRecipients { get; }

    /// <summary>Accepted recipient domains whose unknown recipients are refused.</summary>
    public AtomSet Authoritative { get; }

    /// <summary>Names whose domain is an accepted domain.</summary>
    public AtomSet AcceptedCertificates { get; }

    /// <summary>Names below an accepted domain of which it is not said whether they count.</summary>
    public AtomSet UncertainCertificates { get; }

    public static AtomSet Of(IEnumerable<int> atoms) => AtomSet.Of([.. atoms.Select(atom => (atom, atom))]);

    /// <summary>What senderIPAddresses hold.</summary>
    public AtomSet AddressesOf(InboundConnector connector)
    {
        if (!_addresses.TryGetValue(connector, out var set))
            _addresses.Add(connector, set = Union(Axes.Addresses, connector.SenderIPAddresses));
        return set;
    }

    /// <summary>The names that tlsSenderCertificateName takes.</summary>
    public AtomSet CertificatesOf(InboundConnector connector) =>
        connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } ? Axes.Certificates.Taken(name.Value) : AtomSet.None;

    /// <summary>The recipients that associatedAcceptedDomains of a Partner connector hold; null when it is not limited.</summary>
    public AtomSet? RecipientsOf(InboundConnector connector)
    {
        if (connector.AssociatedAcceptedDomains.Value is not { } domains)
            return null;
        if (!_associated.TryGetValue(connector, out var set))
            _associated.Add(connector, set = Union(Axes.Recipients, domains));
        return set;
    }

    public static AtomSet Union(DomainAxis axis, ItemList<DomainPattern> domains)
    {
        var set = AtomSet.None;
        foreach (var domain in domains)
        {
            if (domain.IsValid)
                set = set.Union(axis.Taken(domain.Value));
        }

        return set;
    }

    public static AtomSet Union(AddressAxis axis, Setting<ItemList<AddressRange>> addresses)
    {
        if (addresses.Value is not { } list)
            return AtomSet.None;
        var ranges = new List<(int, int)>();
        foreach (var address in list)
        {
            if (address.IsValid && axis.Taken(address.Value) is { IsEmpty: false } taken)
                ranges.AddRange(taken.Ranges());
        }

        return AtomSet.Of(ranges);
    }

    private static AtomSet Accepted(DomainAxis axis, FlowIndex flow, AtomSet all) => Of(all.Atoms().Where(atom => flow.IsAccepted(axis.Witness(atom))));

    private static DomainPattern Pattern(AcceptedDomain domain, bool withSubdomains) => withSubdomains ? DomainPattern.WithSubdomains(domain.Name) : DomainPattern.Exact(domain.Name);
}

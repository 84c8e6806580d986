using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>How sure it is that a certificate's domain counts as the tenant's own. Source: matching.md 1.2.</summary>
public enum CertificateStanding : byte
{
    /// <summary>The accepted domains are not declared.</summary>
    Unknown,

    /// <summary>It is no accepted domain.</summary>
    NotAccepted,

    /// <summary>It lies below an accepted domain without matchSubDomains: the documentation does not agree with itself.</summary>
    Uncertain,

    /// <summary>It is an accepted domain.</summary>
    Accepted,
}

/// <summary>Which connectors a sender or a recipient meets, by indexes: asking for one does not look at all. Source: matching.md 1 to 3.</summary>
public sealed class FlowIndex
{
    private readonly TenantModel _tenant;
    private readonly HashSet<string> _acceptedParents = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _acceptedBelow = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _cloudMx = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _cloudMxBelow = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ownMxLabels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<InboundSide> _inbound;
    private readonly Lazy<OutboundSide> _outbound;
    private readonly Lazy<InboundSide> _disabledInbound;
    private readonly Lazy<DomainIndex<OutboundConnector>> _ineligibleOutbound;
    private readonly Lazy<IReadOnlyList<TransportRule>> _rules;
    private readonly Dictionary<string, AcceptedDomain> _acceptedDomains = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the index of a tenant; the parts are built when first asked for.</summary>
    public FlowIndex(TenantModel tenant)
    {
        _tenant = tenant;
        if (tenant.Topology is { } topology)
        {
            foreach (var domain in topology.AcceptedDomains)
            {
                if (!_acceptedDomains.ContainsKey(domain.Name))
                    _acceptedDomains.Add(domain.Name, domain);
                if (domain.MatchSubDomains.Is(true))
                    _acceptedParents.Add(domain.Name);
                // Where one is there, so are those above it.
                var parent = domain.Name;
                while (parent.Length > 0 && _acceptedBelow.Add(parent))
                    parent = DomainPattern.Parent(parent);
                _ownMxLabels.Add(domain.Name.Replace('.', '-'));
                if (domain.IsInitial)
                    _ownMxLabels.Add(domain.Name.Substring(0, domain.Name.IndexOf('.')));
                if (domain.HasMx(MxKind.ExchangeOnline))
                    AddCloudMx(domain.Name);
            }
        }

        _inbound = new Lazy<InboundSide>(() => new InboundSide(tenant.InboundConnectors));
        _disabledInbound = new Lazy<InboundSide>(() => new InboundSide(tenant.InboundConnectors, ofDisabled: true));
        _ineligibleOutbound = new Lazy<DomainIndex<OutboundConnector>>(() => IneligibleOutbound(tenant.OutboundConnectors));
        _rules = new Lazy<IReadOnlyList<TransportRule>>(() => tenant.Topology is { } declared ? InOrder(declared.TransportRules) : []);
        _outbound = new Lazy<OutboundSide>(() => new OutboundSide(tenant.OutboundConnectors));
    }

    /// <summary>Makes the index of a tenant of whose transport rules only some count.</summary>
    internal FlowIndex(TenantModel tenant, IReadOnlyList<TransportRule> rulesInOrder)
        : this(tenant) => _rules = new Lazy<IReadOnlyList<TransportRule>>(() => rulesInOrder);

    /// <summary>Whether the accepted domains are declared and were all read.</summary>
    public bool KnowsAcceptedDomains => _tenant.Topology is { AcceptedDomains: { IsDeclared: true, IsComplete: true } };

    /// <summary>Inbound connectors of which something is not known that decides whom they take.</summary>
    public IReadOnlyList<InboundConnector> UncertainInbound => _inbound.Value.Uncertain;

    /// <summary>Outbound connectors of which something is not known that decides what they take.</summary>
    public IReadOnlyList<OutboundConnector> UncertainOutbound => _outbound.Value.Uncertain;

    /// <summary>Active inbound connectors that refuse what comes from elsewhere, for all senders. Source: rules.md 0 ("lock-down").</summary>
    public IReadOnlyList<InboundConnector> LockDowns => _inbound.Value.LockDowns;

    /// <summary>How many active, general outbound connectors there are.</summary>
    public int GeneralCount => _outbound.Value.GeneralCount;

    /// <summary>Active, general outbound connectors with <c>*</c> in recipientDomains.</summary>
    public IReadOnlyList<OutboundConnector> CatchAll => _outbound.Value.Domains.Any;

    /// <summary>Active, general outbound connectors with allAcceptedDomains.</summary>
    public IReadOnlyList<OutboundConnector> ForAllAcceptedDomains => _outbound.Value.AllAccepted;

    /// <summary>Active outbound connectors with routeAllMessagesViaOnPremises.</summary>
    public IReadOnlyList<OutboundConnector> Centralized => _outbound.Value.RouteAll;

    /// <summary>Whether a domain is accepted: declared itself, or below one with matchSubDomains.</summary>
    public bool IsAccepted(string domain) => AcceptedDomainOf(domain) is not null;

    /// <summary>The accepted domain that makes a domain accepted: itself, else the nearest above it with matchSubDomains; null when it is not accepted.</summary>
    public AcceptedDomain? AcceptedDomainOf(string domain)
    {
        if (_acceptedDomains.TryGetValue(domain, out var accepted))
            return accepted;
        if (_acceptedParents.Count == 0)
            return null;
        for (var dot = domain.IndexOf('.'); dot >= 0; dot = domain.IndexOf('.'))
        {
            domain = domain.Substring(dot + 1);
            if (_acceptedParents.Contains(domain))
                return _acceptedDomains[domain];
        }

        return null;
    }

    /// <summary>Whether a pattern takes an accepted domain, or some of what lies below one.</summary>
    public bool TouchesAcceptedDomain(DomainPattern pattern) =>
        pattern.IsAny || (pattern.CoversSubdomains && _acceptedBelow.Contains(pattern.Domain)) || StandingOf(pattern) is CertificateStanding.Accepted or CertificateStanding.Uncertain;

    /// <summary>An accepted domain whose MX is Exchange Online and that a pattern takes; null when there is none.</summary>
    public string? DomainWithCloudMx(DomainPattern pattern)
    {
        if (_cloudMx.Count == 0)
            return null;
        if (pattern.IsAny)
            return AnyDomainWithCloudMx;
        return (pattern.CoversSubdomains ? _cloudMxBelow : _cloudMx).TryGetValue(pattern.Domain, out var domain) ? domain : null;
    }

    /// <summary>The first accepted domain whose MX is Exchange Online; null when there is none.</summary>
    public string? AnyDomainWithCloudMx { get; private set; }

    /// <summary>Whether a host is where this tenant itself takes mail: a submission host, or the MX host of a declared accepted domain. Another tenant's is not. Source: MULTI, HOSTED.</summary>
    public bool IsOwnServiceHost(MailHost host)
    {
        if (ServiceHosts.IsSubmission(host.Name))
            return true;
        var dot = host.Name.IndexOf('.');
        return dot > 0 && ServiceHosts.IsMx(host.Name) && _ownMxLabels.Contains(host.Name.Substring(0, dot));
    }

    /// <summary>How sure it is that a certificate's domain counts as the tenant's own.</summary>
    public CertificateStanding StandingOf(DomainPattern certificateName)
    {
        if (!KnowsAcceptedDomains)
            return CertificateStanding.Unknown;
        var domain = certificateName.Domain;
        if (IsAccepted(domain))
            return CertificateStanding.Accepted;
        for (var dot = domain.IndexOf('.'); dot >= 0; dot = domain.IndexOf('.'))
        {
            domain = domain.Substring(dot + 1);
            if (_acceptedDomains.ContainsKey(domain))
                return CertificateStanding.Uncertain;
        }

        return CertificateStanding.NotAccepted;
    }

    /// <summary>Active inbound connectors whose tlsSenderCertificateName takes a certificate with that name.</summary>
    public IEnumerable<InboundConnector> InboundByCertificate(DomainPattern presented) => _inbound.Value.ByCertificate(presented);

    /// <summary>Active inbound connectors one of whose senderIPAddresses holds all of the addresses.</summary>
    public IEnumerable<InboundConnector> InboundByAddress(AddressRange range) =>
        _inbound.Value.Addresses.Overlapping(range).Where(hit => hit.Range.Includes(range)).Select(hit => hit.Owner);

    /// <summary>Active inbound connectors one of whose senderIPAddresses shares an address.</summary>
    public IEnumerable<InboundConnector> InboundByOverlap(AddressRange range) => _inbound.Value.Addresses.Overlapping(range).Select(hit => hit.Owner);

    /// <summary>Active inbound Partner connectors that list a sender domain itself or a wildcard over it, not those with <c>*</c>; on other connectors senderDomains decide nothing. Source: matching.md 2, I1 and I4.</summary>
    public IEnumerable<InboundConnector> InboundPartnerListing(string domain) =>
        _inbound.Value.PartnerSenders.Exact(domain).Concat(_inbound.Value.PartnerSenders.Wildcards(domain).SelectMany(owners => owners));

    /// <summary>Active inbound Partner connectors with <c>*</c> in senderDomains.</summary>
    public IReadOnlyList<InboundConnector> InboundPartnerForAll => _inbound.Value.PartnerSenders.Any;

    /// <summary>Active Partner connectors that cover a sender domain, in levels: the domain itself, wildcards from the longest on, <c>*</c>; an empty sender is only in <c>*</c>. A connector may be in several.</summary>
    internal IEnumerable<IReadOnlyList<InboundConnector>> PartnerLevels(string domain)
    {
        var senders = _inbound.Value.PartnerSenders;
        if (domain.Length > 0)
        {
            yield return senders.Exact(domain);
            foreach (var level in senders.Wildcards(domain))
                yield return level;
        }

        yield return senders.Any;
    }

    /// <summary>Active OnPremises inbound connectors.</summary>
    public IReadOnlyList<InboundConnector> OnPremisesInbound => _inbound.Value.OnPremises;

    /// <summary>Whether some active inbound connector goes by address.</summary>
    public bool HasSenderAddresses => _inbound.Value.HasAddresses;

    /// <summary>Active, restricting Partner connectors that cover a sender domain, the most specific first; an empty sender is only in <c>*</c>. Source: matching.md I4.</summary>
    public IEnumerable<InboundConnector> RestrictingFor(string domain) => Senders(_inbound.Value.RestrictingSenders, domain);

    /// <summary>Active Partner connectors without a restriction that cover a sender domain, the most specific first; an empty sender is only in <c>*</c>.</summary>
    public IEnumerable<InboundConnector> PlainPartnersFor(string domain) => Senders(_inbound.Value.PlainSenders, domain);

    /// <summary>Disabled inbound connectors whose tlsSenderCertificateName takes a certificate with that name.</summary>
    public IEnumerable<InboundConnector> DisabledInboundByCertificate(DomainPattern presented) => _disabledInbound.Value.ByCertificate(presented);

    /// <summary>Disabled inbound connectors one of whose senderIPAddresses holds all of the addresses.</summary>
    public IEnumerable<InboundConnector> DisabledInboundByAddress(AddressRange range) =>
        _disabledInbound.Value.Addresses.Overlapping(range).Where(hit => hit.Range.Includes(range)).Select(hit => hit.Owner);

    /// <summary>Outbound connectors that list a domain or a wildcard over it, and are disabled, in test mode or for rules only.</summary>
    public IEnumerable<OutboundConnector> IneligibleOutboundListing(string domain) =>
        _ineligibleOutbound.Value.Exact(domain).Concat(_ineligibleOutbound.Value.Wildcards(domain).SelectMany(owners => owners));

    /// <summary>Active, general outbound connectors with routeAllMessagesViaOnPremises.</summary>
    public IReadOnlyList<OutboundConnector> CentralizedGeneral => _outbound.Value.RouteAllGeneral;

    /// <summary>The transport rules that are not off, in the order in which they run: by priority, else by their place.</summary>
    public IReadOnlyList<TransportRule> RulesInOrder => _rules.Value;

    /// <summary>Active inbound connectors of any type that list exactly that sender domain.</summary>
    public IEnumerable<InboundConnector> InboundByExactSender(string domain) =>
        _inbound.Value.PartnerSenders.Exact(domain).Concat(_inbound.Value.OtherSenders.Exact(domain));

    /// <summary>Active inbound connectors that trust a tenant.</summary>
    public IReadOnlyList<InboundConnector> InboundByOrganization(string organization) =>
        _inbound.Value.Organizations.TryGetValue(organization.Trim(), out var connectors) ? connectors : [];

    /// <summary>The outbound connector with a name or GUID, active or not; null when there is none.</summary>
    public OutboundConnector? OutboundByName(string name) => _outbound.Value.ByName.TryGetValue(name.Trim(), out var connector) ? connector : null;

    /// <summary>Active outbound connectors, general or rule-scoped, that hand mail to a host.</summary>
    public IEnumerable<OutboundConnector> OutboundByHost(MailHost host) => _outbound.Value.ByHost(host);

    /// <summary>Active, general outbound connectors that list exactly that recipient domain.</summary>
    public IReadOnlyList<OutboundConnector> OutboundByExactDomain(string domain) => _outbound.Value.Domains.Exact(domain);

    /// <summary>Active, general outbound connectors that list exactly that pattern.</summary>
    public IReadOnlyList<OutboundConnector> OutboundByPattern(DomainPattern pattern) => _outbound.Value.Domains.Same(pattern);

    /// <summary>Active, general outbound connectors that cover a domain. Source: rules.md 0 ("covers d").</summary>
    public IEnumerable<OutboundConnector> OutboundCovering(string domain)
    {
        foreach (var connector in _outbound.Value.Domains.Matching(domain))
            yield return connector;
        if (IsAccepted(domain))
        {
            foreach (var connector in _outbound.Value.AllAccepted)
                yield return connector;
        }

        foreach (var connector in _outbound.Value.RouteAllGeneral)
            yield return connector;
    }

    /// <summary>Active, general outbound connectors that list a domain itself or a wildcard over it; not those with <c>*</c>.</summary>
    public IEnumerable<OutboundConnector> OutboundListing(string domain) => OutboundByExactDomain(domain).Concat(OutboundByWildcard(domain));

    /// <summary>Active, general outbound connectors that list <c>*.domain</c> or a wider wildcard; not those with <c>*</c>.</summary>
    public IEnumerable<OutboundConnector> OutboundByWildcard(string domain) => _outbound.Value.Domains.Wildcards(domain).SelectMany(owners => owners);

    /// <summary>The connectors that mail to a domain takes: exact, then a wildcard, then all accepted domains, then <c>*</c>, then centralized; several when equally specific, none when it goes by MX.
    /// Source: matching.md O4, O5 and 3.3.</summary>
    public IReadOnlyList<OutboundConnector> OutboundSelected(string domain)
    {
        var side = _outbound.Value;
        if (side.Domains.Exact(domain) is { Count: > 0 } exact)
            return exact;
        foreach (var owners in side.Domains.Wildcards(domain))
            return owners;
        if (side.AllAccepted.Count > 0 && IsAccepted(domain))
            return side.AllAccepted;
        return side.Domains.Any.Count > 0 ? side.Domains.Any : side.RouteAllGeneral;
    }

    private static IEnumerable<InboundConnector> Senders(DomainIndex<InboundConnector> index, string domain) => domain.Length == 0 ? index.Any : index.Matching(domain);

    private static DomainIndex<OutboundConnector> IneligibleOutbound(IReadOnlyList<OutboundConnector> connectors)
    {
        var index = new DomainIndex<OutboundConnector>();
        foreach (var connector in connectors)
        {
            if (connector.CanBeGeneral || connector.RecipientDomains.Value is not { } domains)
                continue;
            foreach (var domain in domains)
            {
                if (domain.IsValid)
                    index.Add(domain.Value, connector);
            }
        }

        return index;
    }

    private static List<TransportRule> InOrder(IReadOnlyList<TransportRule> rules) =>
        [.. rules.Select((rule, place) => (rule, place)).Where(pair => pair.rule.CanBeActive)
            .OrderBy(pair => pair.rule.Priority.IsKnown ? pair.rule.Priority.Value : pair.place).Select(pair => pair.rule)];

    private sealed class InboundSide
    {
        private readonly DomainIndex<InboundConnector> _certificates = new();
        private readonly List<InboundConnector> _withHost = [];
        private readonly List<InboundConnector> _partners = [];
        private readonly Lazy<Dictionary<string, List<InboundConnector>>> _hostsByParent;
        private readonly Lazy<DomainIndex<InboundConnector>> _restrictingSenders;
        private readonly Lazy<DomainIndex<InboundConnector>> _plainSenders;

        public InboundSide(IReadOnlyList<InboundConnector> connectors, bool ofDisabled = false)
        {
            var ranges = new List<(AddressRange, InboundConnector)>();
            foreach (var connector in connectors)
            {
                if (connector.CanBeActive == ofDisabled)
                    continue;
                if (!connector.IsActive || connector.EffectiveType is null || connector.SenderDomains.IsUncertain || connector.SenderIPAddresses.IsUncertain
                    || connector.TlsSenderCertificateName.IsUncertain || connector.SenderDomains.Value is { HasFaults: true } || connector.SenderIPAddresses.Value is { HasFaults: true }
                    || connector.TlsSenderCertificateName is { IsKnown: true, Value.IsValid: false })
                {
                    Uncertain.Add(connector);
                }

                if (!connector.IsActive && !ofDisabled)
                    continue;
                if (connector.IsLockDown)
                    LockDowns.Add(connector);
                if (connector.IsOnPremises)
                    OnPremises.Add(connector);
                AddSenders(connector);
                AddOrganizations(connector);

                if (connector.SenderIPAddresses.Value is { } addresses)
                {
                    foreach (var address in addresses)
                    {
                        if (address.IsValid)
                            ranges.Add((address.Value, connector));
                    }
                }

                if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name })
                    AddCertificate(name.Value, connector);
            }

            // Asked for by a few rules only, of tenants that have what these look at.
            _hostsByParent = new Lazy<Dictionary<string, List<InboundConnector>>>(HostsByParent);
            _restrictingSenders = new Lazy<DomainIndex<InboundConnector>>(() => SendersOf(_partners.Where(connector => connector.IsRestricting)));
            _plainSenders = new Lazy<DomainIndex<InboundConnector>>(() => SendersOf(_partners.Where(connector => !connector.IsRestricting)));
            HasAddresses = ranges.Count > 0;
            Addresses = new AddressIndex<InboundConnector>(ranges);
        }

        public List<InboundConnector> Uncertain { get; } = [];

        public List<InboundConnector> LockDowns { get; } = [];

        public List<InboundConnector> OnPremises { get; } = [];

        public bool HasAddresses { get; }

        public DomainIndex<InboundConnector> RestrictingSenders => _restrictingSenders.Value;

        public DomainIndex<InboundConnector> PlainSenders => _plainSenders.Value;

        public DomainIndex<InboundConnector> PartnerSenders { get; } = new();

        public DomainIndex<InboundConnector> OtherSenders { get; } = new();

        public Dictionary<string, List<InboundConnector>> Organizations { get; } = new(StringComparer.OrdinalIgnoreCase);

        public AddressIndex<InboundConnector> Addresses { get; }

        public IEnumerable<InboundConnector> ByCertificate(DomainPattern presented)
        {
            if (!presented.CoversSubdomains)
            {
                foreach (var connector in _certificates.Exact(presented.Domain))
                    yield return connector;
            }
            else if (_hostsByParent.Value.TryGetValue(presented.Domain, out var hosts))
            {
                foreach (var connector in hosts)
                    yield return connector;
            }

            foreach (var owners in _certificates.Wildcards(presented.Domain))
            {
                foreach (var connector in owners)
                    yield return connector;
            }
        }

        private void AddSenders(InboundConnector connector)
        {
            if (connector.SenderDomains.Value is not { } domains)
                return;
            var isPartner = connector.IsPartner;
            if (isPartner)
                _partners.Add(connector);
            AddSenders(isPartner ? PartnerSenders : OtherSenders, connector, domains);
        }

        private static void AddSenders(DomainIndex<InboundConnector> index, InboundConnector connector, ItemList<DomainPattern> domains)
        {
            foreach (var domain in domains)
            {
                if (domain.IsValid)
                    index.Add(domain.Value, connector);
            }
        }

        private static DomainIndex<InboundConnector> SendersOf(IEnumerable<InboundConnector> connectors)
        {
            var index = new DomainIndex<InboundConnector>();
            foreach (var connector in connectors)
                AddSenders(index, connector, connector.SenderDomains.Value!);
            return index;
        }

        private void AddOrganizations(InboundConnector connector)
        {
            if (connector.TrustedOrganizations.Value is not { } organizations)
                return;
            foreach (var organization in organizations)
            {
                var name = organization.Text.Trim();
                if (!Organizations.TryGetValue(name, out var connectors))
                    Organizations.Add(name, connectors = []);
                connectors.Add(connector);
            }
        }

        private void AddCertificate(DomainPattern name, InboundConnector connector)
        {
            _certificates.Add(name, connector);
            if (!name.CoversSubdomains)
                _withHost.Add(connector);
        }

        private Dictionary<string, List<InboundConnector>> HostsByParent()
        {
            var byParent = new Dictionary<string, List<InboundConnector>>(StringComparer.OrdinalIgnoreCase);
            foreach (var connector in _withHost)
            {
                var parent = DomainPattern.Parent(connector.TlsSenderCertificateName.Value.Value.Domain);
                if (parent.Length == 0)
                    continue;
                if (!byParent.TryGetValue(parent, out var hosts))
                    byParent.Add(parent, hosts = []);
                hosts.Add(connector);
            }

            return byParent;
        }
    }

    private void AddCloudMx(string domain)
    {
        AnyDomainWithCloudMx ??= domain;
        _cloudMx[domain] = domain;
        for (var parent = domain; parent.Length > 0; parent = DomainPattern.Parent(parent))
        {
            if (!_cloudMxBelow.ContainsKey(parent))
                _cloudMxBelow.Add(parent, domain);
        }
    }

    private sealed class OutboundSide
    {
        private readonly Dictionary<string, List<OutboundConnector>> _hostNames = new(StringComparer.OrdinalIgnoreCase);
        private readonly AddressIndex<OutboundConnector> _hostAddresses;

        public OutboundSide(IReadOnlyList<OutboundConnector> connectors)
        {
            var ranges = new List<(AddressRange, OutboundConnector)>();
            foreach (var connector in connectors)
            {
                if (!ByName.ContainsKey(connector.Name))
                    ByName.Add(connector.Name, connector);
                if (connector.Store.Get(Properties.OutboundProperties.Identity) is { IsKnown: true, Value.Text: { Length: > 0 } identity } && !ByName.ContainsKey(identity))
                    ByName.Add(identity, connector);
                if (!connector.CanBeActive)
                    continue;
                if (!connector.IsActive || connector.EffectiveType is null || connector.RecipientDomains.IsUncertain || connector.SmartHosts.IsUncertain || connector.AllAcceptedDomains.IsUncertain
                    || connector.IsTransportRuleScoped.IsUncertain || connector.RouteAllMessagesViaOnPremises.IsUncertain || connector.RecipientDomains.Value is { HasFaults: true } || connector.SmartHosts.Value is { HasFaults: true })
                {
                    Uncertain.Add(connector);
                }

                if (!connector.IsActive)
                    continue;
                AddHosts(connector, ranges);
                if (connector.RouteAllMessagesViaOnPremises.Is(true))
                    RouteAll.Add(connector);
                if (!connector.IsGeneral)
                    continue;
                GeneralCount++;
                if (connector.RouteAllMessagesViaOnPremises.Is(true))
                    RouteAllGeneral.Add(connector);
                if (connector.AllAcceptedDomains.Is(true))
                    AllAccepted.Add(connector);
                if (connector.RecipientDomains.Value is not { } domains)
                    continue;
                foreach (var domain in domains)
                {
                    if (domain.IsValid)
                        Domains.Add(domain.Value, connector);
                }
            }

            _hostAddresses = new AddressIndex<OutboundConnector>(ranges);
        }

        public List<OutboundConnector> Uncertain { get; } = [];

        public int GeneralCount { get; }

        public List<OutboundConnector> AllAccepted { get; } = [];

        public List<OutboundConnector> RouteAll { get; } = [];

        public List<OutboundConnector> RouteAllGeneral { get; } = [];

        public DomainIndex<OutboundConnector> Domains { get; } = new();

        public Dictionary<string, OutboundConnector> ByName { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<OutboundConnector> ByHost(MailHost host)
        {
            if (host.Address is { } address)
                return _hostAddresses.Overlapping(address).Select(hit => hit.Owner);
            return _hostNames.TryGetValue(host.Name, out var connectors) ? connectors : [];
        }

        private void AddHosts(OutboundConnector connector, List<(AddressRange, OutboundConnector)> ranges)
        {
            if (connector.SmartHosts.Value is not { } hosts)
                return;
            foreach (var host in hosts)
            {
                if (!host.IsValid)
                    continue;
                if (host.Value.Address is { } range)
                {
                    ranges.Add((range, connector));
                    continue;
                }

                if (!_hostNames.TryGetValue(host.Value.Name, out var connectors))
                    _hostNames.Add(host.Value.Name, connectors = []);
                connectors.Add(connector);
            }
        }
    }
}

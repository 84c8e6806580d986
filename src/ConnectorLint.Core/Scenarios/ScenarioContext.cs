using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>What the scenarios see of a tenant, with the facts that several of them ask for.</summary>
public sealed class ScenarioContext
{
    private readonly Lazy<IdentityOwners> _owners;
    private readonly Lazy<HashSet<string>> _routedTo;
    private readonly Lazy<RoutingRules> _rules;
    private readonly Lazy<ILookup<Service, InboundConnector>> _connectorsOfServices;
    private readonly Lazy<ILookup<string, Partner>> _partnersByDomain;
    private readonly Lazy<HashSet<string>> _mxServices;
    private readonly Lazy<CloudExplanations> _explanations;
    private readonly Lazy<OutboundConnector[]> _catchAll;
    private readonly Lazy<OutboundConnector[]> _allAccepted;
    private readonly Lazy<OutboundConnector[]> _centralized;
    private readonly Lazy<PartnersForAll> _partnersForAll;
    private readonly Lazy<bool> _mayRouteAnywhere;
    private readonly Lazy<ServiceHostIndex> _servicesByHost;
    private readonly Lazy<HostSet> _partnerHosts;
    private readonly Lazy<HostSet> _ownHosts;
    private readonly Lazy<HostSet> _serviceHosts;
    private readonly Lazy<AcceptedDomain[]> _ownDomains;
    private readonly Lazy<bool> _allMxOnPremises;
    private readonly Lazy<bool> _canAllMxBeOnPremises;
    private readonly Lazy<bool> _allMxThirdParty;
    private readonly Lazy<bool> _allMxElsewhere;
    private readonly Lazy<bool> _mayHaveOnPremisesInbound;
    private readonly Lazy<bool> _mayHavePartnerInbound;
    private readonly Lazy<bool> _mayHaveOnPremisesOutbound;
    private readonly HashSet<string> _inboundNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _outboundNames = new(StringComparer.OrdinalIgnoreCase);

    internal ScenarioContext(TenantModel tenant, Topology topology, FlowIndex flow)
    {
        Tenant = tenant;
        Topology = topology;
        Flow = flow;
        _owners = new Lazy<IdentityOwners>(() => new IdentityOwners(topology));
        _routedTo = new Lazy<HashSet<string>>(RoutedTo);
        _rules = new Lazy<RoutingRules>(() => new RoutingRules(topology.TransportRules));
        _connectorsOfServices = new Lazy<ILookup<Service, InboundConnector>>(ConnectorsOfServices);
        _partnersByDomain = new Lazy<ILookup<string, Partner>>(() => topology.Partners
            .SelectMany(partner => (partner.Domains.Value ?? Enumerable.Empty<Item<string>>()).Where(domain => domain.IsValid), (partner, domain) => (Domain: domain.Value, Partner: partner))
            .ToLookup(entry => entry.Domain, entry => entry.Partner, StringComparer.OrdinalIgnoreCase));
        _mxServices = new Lazy<HashSet<string>>(() => new HashSet<string>(
            topology.AcceptedDomains.Where(domain => domain.HasMx(MxKind.ThirdParty)).Select(domain => domain.Mx.Value.Value.Service!), StringComparer.OrdinalIgnoreCase));
        _explanations = new Lazy<CloudExplanations>(() => new CloudExplanations(this));
        _catchAll = new Lazy<OutboundConnector[]>(() => LeadingOn(flow.CatchAll));
        _allAccepted = new Lazy<OutboundConnector[]>(() => LeadingOn(flow.ForAllAcceptedDomains));
        _centralized = new Lazy<OutboundConnector[]>(() => LeadingOn(flow.Centralized.Where(connector => connector.IsGeneral)));
        _partnersForAll = new Lazy<PartnersForAll>(() => new PartnersForAll(this));
        _mayRouteAnywhere = new Lazy<bool>(() => topology.TransportRules.Any(rule => rule.RouteMessageOutboundConnector.IsUncertain || LeadsNowhere(rule)));
        _partnerHosts = new Lazy<HostSet>(() => new HostSet(topology.Partners.Select(partner => partner.OutboundSmartHosts.Value)));
        _servicesByHost = new Lazy<ServiceHostIndex>(() => new ServiceHostIndex(topology.Services));
        _ownHosts = new Lazy<HostSet>(() => new HostSet([topology.OnPremises.SmtpHosts.Value]));
        _serviceHosts = new Lazy<HostSet>(() => new HostSet(topology.Services.Select(service => service.SmartHosts.Value)));
        _ownDomains = new Lazy<AcceptedDomain[]>(FindOwnDomains);
        _allMxOnPremises = new Lazy<bool>(() => AllMx(domain => domain.HasMx(MxKind.OnPremises)));
        _canAllMxBeOnPremises = new Lazy<bool>(() => OwnDomains.Count > 0 && OwnDomains.All(domain => domain.HasMx(MxKind.OnPremises) || domain.Mx.IsUncertain));
        _allMxThirdParty = new Lazy<bool>(() => AllMx(domain => domain.HasMx(MxKind.ThirdParty)));
        _allMxElsewhere = new Lazy<bool>(() => AllMx(domain => domain.HasMx(MxKind.OnPremises) || domain.HasMx(MxKind.ThirdParty)));
        _mayHaveOnPremisesInbound = new Lazy<bool>(() => flow.UncertainInbound.Any(c => c.CanBeOnPremises));
        _mayHavePartnerInbound = new Lazy<bool>(() => flow.UncertainInbound.Any(c => c.CanBePartner));
        _mayHaveOnPremisesOutbound = new Lazy<bool>(() => flow.UncertainOutbound.Any(c => c.CanBeOnPremises));
        foreach (var connector in tenant.InboundConnectors)
            _inboundNames.Add(connector.Name);
        foreach (var connector in tenant.OutboundConnectors)
            _outboundNames.Add(connector.Name);
    }

    /// <summary>The tenant.</summary>
    public TenantModel Tenant { get; }

    /// <summary>Its topology.</summary>
    public Topology Topology { get; }

    /// <summary>Its indexes.</summary>
    public FlowIndex Flow { get; }

    /// <summary>Whose addresses and certificates are declared.</summary>
    public IdentityOwners Owners => _owners.Value;

    /// <summary>The accepted domains that get mail of yours: neither the tenant's own of the service, nor those that were added only so that an add-on's certificate counts as yours (S10).</summary>
    public IReadOnlyList<AcceptedDomain> OwnDomains => _ownDomains.Value;

    /// <summary>Whether there is an accepted domain of your own, and each has its MX on-premises. Source: scenarios.md S7.</summary>
    public bool AllMxOnPremises => _allMxOnPremises.Value;

    /// <summary>Whether that may be so: some MX was declared and could not be read.</summary>
    public bool CanAllMxBeOnPremises => _canAllMxBeOnPremises.Value;

    /// <summary>Whether there is an accepted domain of your own, and each has its MX at a third-party service.</summary>
    public bool AllMxThirdParty => _allMxThirdParty.Value;

    /// <summary>Whether there is an accepted domain of your own, and each declares an MX that is not Exchange Online: then the service only sees the system in front.</summary>
    public bool AllMxElsewhere => _allMxElsewhere.Value;

    /// <summary>Whether an inbound connector of which something is not known may be OnPremises.</summary>
    public bool MayHaveOnPremisesInbound => _mayHaveOnPremisesInbound.Value;

    /// <summary>Whether an inbound connector of which something is not known may be Partner.</summary>
    public bool MayHavePartnerInbound => _mayHavePartnerInbound.Value;

    /// <summary>Whether an outbound connector of which something is not known may be OnPremises.</summary>
    public bool MayHaveOnPremisesOutbound => _mayHaveOnPremisesOutbound.Value;

    /// <summary>The active inbound connectors that know a service by its addresses or certificates.</summary>
    public IEnumerable<InboundConnector> ConnectorsOf(Service service) => _connectorsOfServices.Value[service];

    /// <summary>The partners that declare a domain.</summary>
    public IEnumerable<Partner> PartnersWith(string domain) => _partnersByDomain.Value[domain];

    /// <summary>Whether the MX record of some domain points at a service.</summary>
    public bool IsInFront(Service service) => _mxServices.Value.Contains(service.Name);

    /// <summary>What the inbound Partner connectors for all senders give every partner.</summary>
    internal PartnersForAll PartnersForAll => _partnersForAll.Value;

    /// <summary>What may explain OnPremises connectors where all mailboxes are in the cloud.</summary>
    internal CloudExplanations Explanations => _explanations.Value;

    /// <summary>Whether some rule leads to a connector that is not known, or to none of that name (CL0014): it may be meant for any.</summary>
    public bool MayRouteAnywhere => _mayRouteAnywhere.Value;

    /// <summary>The transport rules that take all mail to a domain.</summary>
    internal RoutingRules Rules => _rules.Value;

    /// <summary>Whether on-premises is declared to send to the internet through Microsoft 365.</summary>
    public bool RelaysToInternet => Topology.OnPremises.RelaysToInternet.Is(true);

    /// <summary>Whether centralized transport is declared, or a connector does it.</summary>
    public bool IsCentralized => Topology.CentralizedMailTransport.Is(true) || Flow.Centralized.Count > 0;

    /// <summary>The hosts of your own servers: smtpHosts.</summary>
    internal HostSet OwnHosts => _ownHosts.Value;

    /// <summary>Whether a host is declared: your own servers', a service's or a partner's.</summary>
    public bool IsDeclaredHost(MailHost host) =>
        OwnHosts.Has(host) || _servicesByHost.Value.Of(host).Any() || _partnerHosts.Value.Has(host) || (host.Address is { } address && Owners.Of(address).Any());

    /// <summary>The declared services that an outbound connector hands mail to.</summary>
    public IEnumerable<Service> ServicesBehind(OutboundConnector connector) =>
        connector.SmartHosts.Value is { } hosts ? hosts.Where(host => host.IsValid).SelectMany(host => _servicesByHost.Value.Of(host.Value)).Distinct() : [];

    /// <summary>Whether some certificate or address of an inbound connector is declared: a service's, device's, partner's or your servers'.</summary>
    public bool KnowsSomebody(InboundConnector connector) =>
        (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } && Owners.Of(name.Value).Any())
        || (connector.SenderIPAddresses.Value is { } addresses && addresses.Any(address => address.IsValid && Owners.Of(address.Value).Any()));

    /// <summary>The declared services that an inbound connector knows by their certificates or addresses.</summary>
    public IEnumerable<Service> ServicesBehind(InboundConnector connector)
    {
        var byName = connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } ? Owners.Of(name.Value) : [];
        var byAddress = connector.SenderIPAddresses.Value is { } addresses
            ? addresses.Where(address => address.IsValid).SelectMany(address => Owners.Of(address.Value)).Select(owner => owner.Owner) : [];
        return byName.Concat(byAddress).OfType<Service>();
    }

    /// <summary>Those of them that are certainly add-ons.</summary>
    public IEnumerable<Service> AddOnsBehind(InboundConnector connector) => ServicesBehind(connector).Where(service => service.Role.Is(ServiceRole.AddOn));

    /// <summary>A service that an outbound connector hands mail to and that hands it back: an add-on, unless it delivers outside mail itself, or one that an inbound OnPremises connector is for. Null when there is none. Source: ADDON.</summary>
    public Service? ReturningService(OutboundConnector connector) => ServicesBehind(connector).FirstOrDefault(service =>
        service.Role.Is(ServiceRole.AddOn)
            ? !service.ReturnsOutgoingMail.Is(false) && !service.ReturnsOutgoingMail.IsUncertain
            : connector.IsTransportRuleScoped.Is(true) && service.Role.IsKnown && ConnectorsOf(service).Any(inbound => inbound.IsOnPremises));

    /// <summary>Whether an enabled transport rule routes to a connector.</summary>
    public bool IsRoutedTo(OutboundConnector connector) =>
        _routedTo.Value.Contains(connector.Name)
        || (connector.Store.Get(Properties.OutboundProperties.Identity) is { IsKnown: true } identity && _routedTo.Value.Contains(identity.Value.Text));

    /// <summary>Whether an inbound OnPremises connector is certainly for declared services or devices only: every identity it has is theirs, none your servers'.</summary>
    public bool ServesOnlyOthers(InboundConnector connector)
    {
        var own = Topology.OnPremises;
        var identities = 0;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name })
        {
            identities++;
            var owners = Owners.Of(name.Value).ToArray();
            if (owners.Length == 0 || owners.Contains(IdentityOwners.OwnServers))
                return false;
        }

        if (connector.SenderIPAddresses.Value is { } addresses)
        {
            foreach (var address in addresses)
            {
                if (!address.IsValid)
                    return false;
                identities++;
                var owners = Owners.Of(address.Value).ToArray();
                if (owners.Length == 0 || owners.Any(o => ReferenceEquals(o.Owner, IdentityOwners.OwnServers)))
                    return false;
                // A block around a device's address may hold your servers too, unless their addresses are declared.
                if (own.PublicIPs.IsAbsent && !owners.Any(o => o.Range.Includes(address.Value)))
                    return false;
            }
        }

        return identities > 0;
    }

    /// <summary>Whether an outbound connector leads to declared services only, not to your servers.</summary>
    public bool LeadsOnlyToServices(OutboundConnector connector)
    {
        if (connector.SmartHosts.Value is not { } hosts)
            return false;
        foreach (var host in hosts)
        {
            if (!host.IsValid || _ownHosts.Value.Has(host.Value) || !_serviceHosts.Value.Has(host.Value))
                return false;
        }

        return true;
    }

    /// <summary>A few of the general outbound connectors that cover a domain and do not lead to services only: a gateway to the internet covers every domain, but leads to no server of yours.</summary>
    internal IEnumerable<OutboundConnector> Covering(string domain) =>
        LeadingOn(Flow.OutboundListing(domain)).Concat(_catchAll.Value).Concat(Flow.IsAccepted(domain) ? _allAccepted.Value : []).Concat(_centralized.Value);

    /// <summary>A few of those that cover all subdomains of a domain: by a wildcard, <c>*</c> or allAcceptedDomains. Source: SUBDOM.</summary>
    internal IEnumerable<OutboundConnector> CoveringSubdomains(string domain) =>
        LeadingOn(Flow.OutboundByWildcard(domain)).Concat(_catchAll.Value).Concat(_allAccepted.Value);

    /// <summary>What came of looking for connectors that meet a need.</summary>
    /// <param name="direction">In which direction they were looked for.</param>
    /// <param name="met">Those that certainly meet it.</param>
    /// <param name="canBeMet">Whether one of which something is not known may meet it.</param>
    internal (Fulfilment Fulfilment, IReadOnlyList<IConnector> MetBy) Fulfil(Direction direction, IEnumerable<IConnector> met, bool canBeMet)
    {
        var connectors = met.Distinct().ToArray();
        if (connectors.Length > 0)
            return (Fulfilment.Met, connectors);
        return (canBeMet || !Tenant.IsComplete(direction) ? Fulfilment.Unknown : Fulfilment.Unmet, []);
    }

    /// <summary>A name that no connector of that direction has, nor one that was proposed before.</summary>
    internal string FreeName(Direction direction, string name)
    {
        var taken = direction == Direction.Inbound ? _inboundNames : _outboundNames;
        // 64 characters are the limit, and a number may have to follow.
        var stem = name.Length > 60 ? name.Substring(0, 60).TrimEnd() : name;
        var free = stem;
        for (var i = 2; !taken.Add(free); i++)
            free = $"{stem} {i}";
        return free;
    }

    private OutboundConnector[] LeadingOn(IEnumerable<OutboundConnector> connectors) => connectors.Where(connector => !LeadsOnlyToServices(connector)).Take(3).ToArray();

    private ILookup<Service, InboundConnector> ConnectorsOfServices()
    {
        var pairs = new HashSet<(Service Service, InboundConnector Connector)>();
        foreach (var connector in Tenant.InboundConnectors)
        {
            if (!connector.IsActive)
                continue;
            if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name })
                pairs.UnionWith(Owners.Of(name.Value).OfType<Service>().Select(service => (service, connector)));
            foreach (var address in connector.SenderIPAddresses.Value ?? Enumerable.Empty<Item<AddressRange>>())
            {
                if (address.IsValid)
                    pairs.UnionWith(Owners.Of(address.Value).Select(owner => owner.Owner).OfType<Service>().Select(service => (service, connector)));
            }
        }

        return pairs.ToLookup(pair => pair.Service, pair => pair.Connector);
    }

    private bool LeadsNowhere(TransportRule rule) =>
        rule.CanBeActive && rule.RouteMessageOutboundConnector.IsKnown && Flow.OutboundByName(rule.RouteMessageOutboundConnector.Value.Text) is null;

    private AcceptedDomain[] FindOwnDomains()
    {
        var addOnNames = new HashSet<string>(
            Topology.Services.Where(service => service.Role.Is(ServiceRole.AddOn)).SelectMany(service => service.CertificateNames.Value ?? Enumerable.Empty<Item<DomainPattern>>())
                .Where(name => name.IsValid).Select(name => name.Value.Domain), StringComparer.OrdinalIgnoreCase);
        return Topology.AcceptedDomains.Where(domain => !domain.IsInitial && (!domain.Mx.IsAbsent || !addOnNames.Contains(domain.Name))).ToArray();
    }

    private bool AllMx(Func<AcceptedDomain, bool> condition) => Topology.AcceptedDomains.IsComplete && OwnDomains.Count > 0 && OwnDomains.All(condition);

    private HashSet<string> RoutedTo()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in Topology.TransportRules)
        {
            if (rule.CanBeActive && rule.RouteMessageOutboundConnector.IsKnown)
                names.Add(rule.RouteMessageOutboundConnector.Value.Text.Trim());
        }

        return names;
    }
}

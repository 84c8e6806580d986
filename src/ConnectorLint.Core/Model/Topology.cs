using System.Collections;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>A list of declared things (devices, partners ...): those that could be read, and whether that is all of them.</summary>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="items">Those that could be read.</param>
/// <param name="isDeclared">Whether the list is declared at all; an empty list is.</param>
/// <param name="isComplete">Whether all of it could be read.</param>
public sealed class EntityList<T>(T[] items, bool isDeclared, bool isComplete) : IReadOnlyList<T>
{
    /// <summary>Whether the list is declared at all; an empty list is a declaration ("there are none").</summary>
    public bool IsDeclared { get; } = isDeclared;

    /// <summary>Whether all of it could be read; true when not declared.</summary>
    public bool IsComplete { get; } = isComplete;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    internal static EntityList<T> From(Setting<IReadOnlyList<PropertyStore>> setting, Func<PropertyStore, T?> make)
    {
        if (!setting.IsKnown)
            return new EntityList<T>([], !setting.IsAbsent, setting.IsAbsent);
        var items = new List<T>();
        var complete = true;
        foreach (var store in setting.Value!)
        {
            complete &= store.IsComplete;
            if (make(store) is { } item)
                items.Add(item);
            else
                complete = false;
        }

        return new EntityList<T>(items.ToArray(), true, complete);
    }
}

/// <summary>What a tenant declares of its mail flow. Source: scenarios.md 0.</summary>
/// <param name="store">What was given.</param>
public sealed class Topology(PropertyStore store)
{
    private readonly PropertyStore? _onPremises = store.Get(TopologyProperties.OnPremises).Value;

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; } = store;

    /// <summary>Where findings about the topology as a whole stand: the word "topology".</summary>
    public SourceSpan Span => Store.Span;

    /// <summary>What the tenant has bought.</summary>
    public Setting<Subscription> Subscription => Store.Get(TopologyProperties.Subscription);

    /// <summary>Where the mailboxes are.</summary>
    public Setting<Place> Mailboxes => Store.Get(TopologyProperties.Mailboxes);

    /// <summary>How far hybrid is set up.</summary>
    public Setting<Hybrid> Hybrid => Store.Get(TopologyProperties.Hybrid);

    /// <summary>Whether mail to the internet leaves through your own servers.</summary>
    public Setting<bool> CentralizedMailTransport => Store.Get(TopologyProperties.CentralizedMailTransport);

    /// <summary>Whether direct send is refused.</summary>
    public Setting<bool> RejectDirectSend => Store.Get(TopologyProperties.RejectDirectSend);

    /// <summary>Whether mail for recipients that the directory does not show matters.</summary>
    public Setting<bool> DependsOnUnknownRecipients => Store.Get(TopologyProperties.DependsOnUnknownRecipients);

    /// <summary>The connection filter's allow list.</summary>
    public Setting<ItemList<AddressRange>> IPAllowList => Store.Get(TopologyProperties.IPAllowList);

    /// <summary>Your own mail servers.</summary>
    public OnPremisesServers OnPremises { get; } = new(store.Get(TopologyProperties.OnPremises));

    /// <summary>The accepted domains.</summary>
    public EntityList<AcceptedDomain> AcceptedDomains { get; } = EntityList<AcceptedDomain>.From(store.Get(TopologyProperties.AcceptedDomains), AcceptedDomain.TryMake);

    /// <summary>Devices and applications.</summary>
    public EntityList<Device> Devices { get; } = EntityList<Device>.From(store.Get(TopologyProperties.Devices), Device.TryMake);

    /// <summary>Partners.</summary>
    public EntityList<Partner> Partners { get; } = EntityList<Partner>.From(store.Get(TopologyProperties.Partners), Partner.TryMake);

    /// <summary>Third-party services.</summary>
    public EntityList<Service> Services { get; } = EntityList<Service>.From(store.Get(TopologyProperties.Services), Service.TryMake);

    /// <summary>Trusted tenants.</summary>
    public EntityList<TrustedTenant> TrustedTenants { get; } = EntityList<TrustedTenant>.From(store.Get(TopologyProperties.TrustedTenants), TrustedTenant.TryMake);

    /// <summary>Transport rules.</summary>
    public EntityList<TransportRule> TransportRules { get; } = EntityList<TransportRule>.From(store.Get(TopologyProperties.TransportRules), TransportRule.TryMake);

    /// <summary>Whether all lists that can explain a connector could be read.</summary>
    public bool IsComplete => Store.IsComplete && AcceptedDomains.IsComplete && Devices.IsComplete && Partners.IsComplete
        && Services.IsComplete && TrustedTenants.IsComplete && TransportRules.IsComplete && (_onPremises?.IsComplete ?? true);
}

/// <summary>Your own mail servers. Every fact is absent when <c>onPremises</c> is not declared.</summary>
public sealed class OnPremisesServers
{
    private static readonly PropertyStore Empty = new(OnPremisesProperties.Shape, default, []);

    private readonly PropertyStore _store;

    internal OnPremisesServers(Setting<PropertyStore> setting)
    {
        Declared = setting;
        _store = setting.Value ?? Empty;
    }

    /// <summary>The declaration as a whole.</summary>
    public Setting<PropertyStore> Declared { get; }

    /// <summary>What they are.</summary>
    public Setting<ServerKind> Server => _store.Get(OnPremisesProperties.Server);

    /// <summary>Whether they send to the internet through Microsoft 365.</summary>
    public Setting<bool> RelaysToInternet => _store.Get(OnPremisesProperties.RelaysToInternet);

    /// <summary>Whether some of that mail has foreign senders.</summary>
    public Setting<bool> RelaysForeignSenders => _store.Get(OnPremisesProperties.RelaysForeignSenders);

    /// <summary>The hosts that Microsoft 365 delivers to.</summary>
    public Setting<ItemList<MailHost>> SmtpHosts => _store.Get(OnPremisesProperties.SmtpHosts);

    /// <summary>The addresses they send from.</summary>
    public Setting<ItemList<AddressRange>> PublicIPs => _store.Get(OnPremisesProperties.PublicIPs);

    /// <summary>The names on their certificates.</summary>
    public Setting<ItemList<DomainPattern>> CertificateNames => _store.Get(OnPremisesProperties.CertificateNames);
}

/// <summary>An accepted domain.</summary>
public sealed class AcceptedDomain
{
    private AcceptedDomain(PropertyStore store, string name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>The domain in lower case.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan => Store.Find(AcceptedDomainProperties.Name).Span;

    /// <summary>Its name in fingerprints.</summary>
    public string Owner => "topology/acceptedDomains/" + Name;

    /// <summary>What happens to unknown recipients.</summary>
    public Setting<DomainType> Type => Store.Get(AcceptedDomainProperties.Type);

    /// <summary>Whether subdomains are accepted.</summary>
    public Setting<bool> MatchSubDomains => Store.Get(AcceptedDomainProperties.MatchSubDomains);

    /// <summary>Where the MX record points.</summary>
    public Setting<Item<MxTarget>> Mx => Store.Get(AcceptedDomainProperties.Mx);

    /// <summary>Where the recipients are.</summary>
    public Setting<Place> Recipients => Store.Get(AcceptedDomainProperties.Recipients);

    /// <summary>Whether it is the tenant's own domain of the service (<c>onmicrosoft.com</c> and its national forms). Source: rules.md 0.</summary>
    public bool IsInitial => DomainPattern.IsSubdomain(Name, "onmicrosoft.com") || DomainPattern.IsSubdomain(Name, "onmicrosoft.us") || DomainPattern.IsSubdomain(Name, "partner.onmschina.cn");

    /// <summary>Whether the MX record certainly points there.</summary>
    public bool HasMx(MxKind kind) => Mx.IsKnown && Mx.Value.Value.Kind == kind;

    internal static AcceptedDomain? TryMake(PropertyStore store) =>
        store.Get(AcceptedDomainProperties.Name) is { IsKnown: true } name ? new AcceptedDomain(store, name.Value.Value) : null;
}

/// <summary>A device or an application that sends mail.</summary>
public sealed class Device
{
    private Device(PropertyStore store, string name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan => Store.Find(DeviceProperties.Name).Span;

    /// <summary>Its name in fingerprints.</summary>
    public string Owner => "topology/devices/" + Name;

    /// <summary>How it sends.</summary>
    public Setting<SendMethod> Method => Store.Get(DeviceProperties.Method);

    /// <summary>Whom it writes to.</summary>
    public Setting<Recipients> Recipients => Store.Get(DeviceProperties.Recipients);

    /// <summary>The address it sends from.</summary>
    public Setting<Item<AddressRange>> IP => Store.Get(DeviceProperties.IP);

    /// <summary>What that address is like.</summary>
    public Setting<AddressKind> IPKind => Store.Get(DeviceProperties.IPKind);

    /// <summary>The name on its certificate.</summary>
    public Setting<Item<DomainPattern>> CertificateName => Store.Get(DeviceProperties.CertificateName);

    /// <summary>Whether somebody else hosts it.</summary>
    public Setting<bool> HostedByThirdParty => Store.Get(DeviceProperties.HostedByThirdParty);

    internal static Device? TryMake(PropertyStore store) =>
        store.Get(DeviceProperties.Name) is { IsKnown: true } name ? new Device(store, name.Value.Text) : null;
}

/// <summary>A partner organization.</summary>
public sealed class Partner
{
    private static readonly PropertyStore NoInbound = new(PartnerInboundProperties.Shape, default, []);
    private static readonly PropertyStore NoOutbound = new(PartnerOutboundProperties.Shape, default, []);

    private readonly PropertyStore _inbound;
    private readonly PropertyStore _outbound;

    private Partner(PropertyStore store, string name)
    {
        Store = store;
        Name = name;
        _inbound = Inbound.Value ?? NoInbound;
        _outbound = Outbound.Value ?? NoOutbound;
    }

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan => Store.Find(PartnerProperties.Name).Span;

    /// <summary>Its name in fingerprints.</summary>
    public string Owner => "topology/partners/" + Name;

    /// <summary>Its domains.</summary>
    public Setting<ItemList<string>> Domains => Store.Get(PartnerProperties.Domains);

    /// <summary>What is wanted for mail from it.</summary>
    public Setting<PropertyStore> Inbound => Store.Get(PartnerProperties.Inbound);

    /// <summary>What is wanted for mail to it.</summary>
    public Setting<PropertyStore> Outbound => Store.Get(PartnerProperties.Outbound);

    /// <summary>In: by TLS only.</summary>
    public Setting<bool> InboundRequireTls => _inbound.Get(PartnerInboundProperties.RequireTls);

    /// <summary>In: with that certificate only.</summary>
    public Setting<Item<DomainPattern>> InboundCertificateName => _inbound.Get(PartnerInboundProperties.CertificateName);

    /// <summary>In: from these addresses only.</summary>
    public Setting<ItemList<AddressRange>> InboundIPs => _inbound.Get(PartnerInboundProperties.IPs);

    /// <summary>Out: by TLS only.</summary>
    public Setting<bool> OutboundRequireTls => _outbound.Get(PartnerOutboundProperties.RequireTls);

    /// <summary>Out: to that certificate only.</summary>
    public Setting<Item<DomainPattern>> OutboundCertificateDomain => _outbound.Get(PartnerOutboundProperties.CertificateDomain);

    /// <summary>Out: by these hosts.</summary>
    public Setting<ItemList<MailHost>> OutboundSmartHosts => _outbound.Get(PartnerOutboundProperties.SmartHosts);

    internal static Partner? TryMake(PropertyStore store) =>
        store.Get(PartnerProperties.Name) is { IsKnown: true } name ? new Partner(store, name.Value.Text) : null;
}

/// <summary>A third-party service that mail passes through.</summary>
public sealed class Service
{
    private Service(PropertyStore store, string name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan => Store.Find(ServiceProperties.Name).Span;

    /// <summary>Its name in fingerprints.</summary>
    public string Owner => "topology/services/" + Name;

    /// <summary>What it does.</summary>
    public Setting<ServiceRole> Role => Store.Get(ServiceProperties.Role);

    /// <summary>The addresses it sends from.</summary>
    public Setting<ItemList<AddressRange>> IPs => Store.Get(ServiceProperties.IPs);

    /// <summary>Whether other customers use them too.</summary>
    public Setting<bool> SharedIPs => Store.Get(ServiceProperties.SharedIPs);

    /// <summary>The names on its certificates.</summary>
    public Setting<ItemList<DomainPattern>> CertificateNames => Store.Get(ServiceProperties.CertificateNames);

    /// <summary>The hosts where it takes mail.</summary>
    public Setting<ItemList<MailHost>> SmartHosts => Store.Get(ServiceProperties.SmartHosts);

    /// <summary>Whether its mail is to skip the spam filter.</summary>
    public Setting<bool> BypassSpamFilter => Store.Get(ServiceProperties.BypassSpamFilter);

    /// <summary>Whether it hands outgoing mail back.</summary>
    public Setting<bool> ReturnsOutgoingMail => Store.Get(ServiceProperties.ReturnsOutgoingMail);

    internal static Service? TryMake(PropertyStore store) =>
        store.Get(ServiceProperties.Name) is { IsKnown: true } name ? new Service(store, name.Value.Text) : null;
}

/// <summary>A tenant that is trusted.</summary>
public sealed class TrustedTenant
{
    private TrustedTenant(PropertyStore store) => Store = store;

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>Its organizations.</summary>
    public Setting<ItemList<string>> Organizations => Store.Get(TrustedTenantProperties.Organizations);

    internal static TrustedTenant? TryMake(PropertyStore store) =>
        store.Get(TrustedTenantProperties.Organizations).IsKnown ? new TrustedTenant(store) : null;
}

/// <summary>A transport rule.</summary>
public sealed class TransportRule
{
    private TransportRule(PropertyStore store, string name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan => Store.Find(TransportRuleProperties.Name).Span;

    /// <summary>Its name in fingerprints.</summary>
    public string Owner => "topology/transportRules/" + Name;

    /// <summary>Whether it is on.</summary>
    public Setting<bool> Enabled => Store.Get(TransportRuleProperties.Enabled);

    /// <summary>The connector it routes to.</summary>
    public Setting<Item<string>> RouteMessageOutboundConnector => Store.Get(TransportRuleProperties.RouteMessageOutboundConnector);

    /// <summary>Whether it forces TLS.</summary>
    public Setting<bool> RouteMessageOutboundRequireTls => Store.Get(TransportRuleProperties.RouteMessageOutboundRequireTls);

    /// <summary>The spam level it sets.</summary>
    public Setting<int> SetScl => Store.Get(TransportRuleProperties.SetScl);

    /// <summary>Condition: recipient domains.</summary>
    public Setting<ItemList<string>> RecipientDomainIs => Store.Get(TransportRuleProperties.RecipientDomainIs);

    /// <summary>Condition: the sender's address.</summary>
    public Setting<ItemList<AddressRange>> SenderIPRanges => Store.Get(TransportRuleProperties.SenderIPRanges);

    /// <summary>Whether it may be on: not certainly off.</summary>
    public bool CanBeActive => !Enabled.Is(false);

    /// <summary>Whether it has a condition other than recipientDomainIs, fromScope, sentToScope and senderIpRanges.</summary>
    public bool HasOtherCondition
    {
        get
        {
            foreach (var slot in Store.Slots)
            {
                if (TransportRuleProperties.IsOtherCondition(slot.Property!))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether it takes all mail to a domain: on, with no condition but recipientDomainIs, fromScope and sentToScope, and that holds the domain or a parent. Source: rules.md 0.</summary>
    public bool Covers(string recipientDomain)
    {
        if (!CanBeActive || HasOtherCondition || !SenderIPRanges.IsAbsent)
            return false;
        if (RecipientDomainIs.IsAbsent || RecipientDomainIs.IsUncertain)
            return true;
        foreach (var domain in RecipientDomainIs.Value!)
        {
            if (domain.IsValid && (domain.Value == recipientDomain || DomainPattern.IsSubdomain(recipientDomain, domain.Value)))
                return true;
        }

        return RecipientDomainIs.Value!.HasFaults;
    }

    internal static TransportRule? TryMake(PropertyStore store) =>
        store.Get(TransportRuleProperties.Name) is { IsKnown: true } name ? new TransportRule(store, name.Value.Text) : null;
}

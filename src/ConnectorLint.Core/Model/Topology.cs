using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

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

    /// <summary>The trusted ARC sealers; a declared empty list says that there are none.</summary>
    public Setting<ItemList<string>> ArcTrustedSealers => Store.Get(TopologyProperties.ArcTrustedSealers);

    /// <summary>What is known of the life of certificates.</summary>
    public EntityList<Certificate> Certificates { get; } = EntityList<Certificate>.From(store.Get(TopologyProperties.Certificates), Certificate.TryMake);

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

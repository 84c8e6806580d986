using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

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

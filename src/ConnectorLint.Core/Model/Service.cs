using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

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

using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

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

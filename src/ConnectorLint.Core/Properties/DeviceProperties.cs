using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of a device or an application that sends mail. Source: DEVICE.</summary>
public static class DeviceProperties
{
    /// <summary>Its name.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Name, "What you call it.") { IsRequired = true };

    /// <summary>How it sends.</summary>
    public static readonly Property<SendMethod> Method = new("method", Kinds.SendMethod, "How it sends; leave it out while that is not decided.") { Source = "DEVICE" };

    /// <summary>Whom it writes to.</summary>
    public static readonly Property<Recipients> Recipients = new("recipients", Kinds.Recipients, "Whom it writes to: your own recipients, others, or both.") { Source = "DEVICE" };

    /// <summary>The address it sends from.</summary>
    public static readonly Property<Item<AddressRange>> IP = new("ip", Kinds.Address, "The public address that its mail comes from.") { Source = "DEVICE" };

    /// <summary>What that address is like.</summary>
    public static readonly Property<AddressKind> IPKind = new("ipKind", Kinds.AddressKind, "What that address is like; relay needs a static one that nobody else uses.") { Source = "DEVICE" };

    /// <summary>The name on its certificate.</summary>
    public static readonly Property<Item<DomainPattern>> CertificateName = new("certificateName", Kinds.CertificateName, "The name on the certificate that it presents.") { Source = "DEVICE" };

    /// <summary>Whether somebody else hosts it.</summary>
    public static readonly Property<bool> HostedByThirdParty = new("hostedByThirdParty", Kinds.Boolean, "Whether it runs at a third party, as in Azure.") { Source = "DEVICE" };

    /// <summary>The device as a whole.</summary>
    public static readonly Shape Shape = new("device", "a device", [Name, Method, Recipients, IP, IPKind, CertificateName, HostedByThirdParty]);
}

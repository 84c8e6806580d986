using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of a third-party service. Source: 3P, ADDON.</summary>
public static class ServiceProperties
{
    /// <summary>Its name.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Name, "What you call it; thirdParty: in an mx uses this name.") { IsRequired = true };

    /// <summary>What it does.</summary>
    public static readonly Property<ServiceRole> Role = new("role", Kinds.ServiceRole, "What it does: filters mail in front of Exchange Online, stands in front without filtering, takes mail to the internet, or gets mail out and hands it back (signatures, encryption).") { Source = "3P, ADDON" };

    /// <summary>Where it sends from.</summary>
    public static readonly Property<ItemList<AddressRange>> IPs = new("ips", Kinds.Addresses, "The addresses that it sends from.") { Source = "3P" };

    /// <summary>Whether other customers share them.</summary>
    public static readonly Property<bool> SharedIPs = new("sharedIPs", Kinds.Boolean, "Whether its other customers use the same addresses.") { Source = "MC1226222" };

    /// <summary>The names on its certificates.</summary>
    public static readonly Property<ItemList<DomainPattern>> CertificateNames = new("certificateNames", Kinds.CertificateNames, "The names on the certificates that it presents.") { Source = "3P, ADDON" };

    /// <summary>Where it takes mail.</summary>
    public static readonly Property<ItemList<MailHost>> SmartHosts = new("smartHosts", Kinds.Hosts, "The hosts where it takes mail from Microsoft 365.") { Source = "3P, ADDON" };

    /// <summary>Whether a rule lets its mail by the spam filter.</summary>
    public static readonly Property<bool> BypassSpamFilter = new("bypassSpamFilter", Kinds.Boolean, "Whether its mail is to skip the spam filter (by a rule), instead of Enhanced Filtering.") { Source = "3P" };

    /// <summary>Whether it hands mail back.</summary>
    public static readonly Property<bool> ReturnsOutgoingMail = new("returnsOutgoingMail", Kinds.Boolean, "Add-on: whether it hands mail for outside recipients back for delivery.") { Source = "ADDON" };

    /// <summary>The service as a whole.</summary>
    public static readonly Shape Shape = new("service", "a third-party service", [Name, Role, IPs, SharedIPs, CertificateNames, SmartHosts, BypassSpamFilter, ReturnsOutgoingMail]);
}

/// <summary>The properties of a trusted tenant. Source: NEW-IN.</summary>
public static class TrustedTenantProperties
{
    /// <summary>Its organizations.</summary>
    public static readonly Property<ItemList<string>> Organizations = new("organizations", Kinds.Domains, "The organizations, as fabrikam.onmicrosoft.com.") { IsRequired = true, Source = "NEW-IN" };

    /// <summary>The trusted tenant as a whole.</summary>
    public static readonly Shape Shape = new("trustedTenant", "a trusted tenant", [Organizations]);
}

using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of a partner. Source: PARTNER.</summary>
public static class PartnerProperties
{
    /// <summary>Its name.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Name, "What you call it.") { IsRequired = true };

    /// <summary>Its domains.</summary>
    public static readonly Property<ItemList<string>> Domains = new("domains", Kinds.Domains, "The partner's domains.") { Source = "PARTNER" };

    /// <summary>Restrictions for mail from it.</summary>
    public static readonly Property<PropertyStore> Inbound = new("inbound", new ObjectKind(PartnerInboundProperties.Shape), "Restrictions wanted for mail from the partner.") { Source = "PARTNER" };

    /// <summary>Restrictions for mail to it.</summary>
    public static readonly Property<PropertyStore> Outbound = new("outbound", new ObjectKind(PartnerOutboundProperties.Shape), "Restrictions wanted for mail to the partner.") { Source = "PARTNER" };

    /// <summary>The partner as a whole.</summary>
    public static readonly Shape Shape = new("partner", "a partner", [Name, Domains, Inbound, Outbound]);
}

/// <summary>Restrictions for mail from a partner. Source: PARTNER examples 1 to 3.</summary>
public static class PartnerInboundProperties
{
    /// <summary>Refuse mail without TLS.</summary>
    public static readonly Property<bool> RequireTls = new("requireTls", Kinds.Boolean, "Refuse mail from the partner's domains unless it comes by TLS.") { Source = "PARTNER" };

    /// <summary>Refuse mail without that certificate.</summary>
    public static readonly Property<Item<DomainPattern>> CertificateName = new("certificateName", Kinds.CertificateName, "... and unless the sender presents a certificate with this name.") { Source = "PARTNER" };

    /// <summary>Refuse mail from elsewhere.</summary>
    public static readonly Property<ItemList<AddressRange>> IPs = new("ips", Kinds.Addresses, "Refuse mail from the partner's domains unless it comes from these addresses.") { Source = "PARTNER" };

    /// <summary>The restrictions as a whole.</summary>
    public static readonly Shape Shape = new("partnerInbound", "what is wanted for mail from a partner", [RequireTls, CertificateName, IPs]);
}

/// <summary>Restrictions for mail to a partner. Source: PARTNER, NEW-OUT.</summary>
public static class PartnerOutboundProperties
{
    /// <summary>Never send without TLS.</summary>
    public static readonly Property<bool> RequireTls = new("requireTls", Kinds.Boolean, "Never send to the partner without TLS.") { Source = "PARTNER" };

    /// <summary>Only to that certificate.</summary>
    public static readonly Property<Item<DomainPattern>> CertificateDomain = new("certificateDomain", Kinds.CertificateName, "... and only to a server whose certificate bears this name.") { Source = "PARTNER, NEW-OUT" };

    /// <summary>By these hosts.</summary>
    public static readonly Property<ItemList<MailHost>> SmartHosts = new("smartHosts", Kinds.Hosts, "The hosts that mail to the partner goes to, instead of its MX.") { Source = "PARTNER" };

    /// <summary>The restrictions as a whole.</summary>
    public static readonly Shape Shape = new("partnerOutbound", "what is wanted for mail to a partner", [RequireTls, CertificateDomain, SmartHosts]);
}

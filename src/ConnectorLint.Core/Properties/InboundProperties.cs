using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of an inbound connector: the parameters of New-/Set-InboundConnector. Source: connectors.md 3.</summary>
public static class InboundProperties
{
    /// <summary>The connector's name.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Text, "The connector's name, at most 64 characters, unique among the inbound connectors.") { Source = "NEW-IN; the length is inferred from NEW-OUT", IsRequired = true };

    /// <summary>Name or GUID of an existing connector, on an entry in the shape of Set-InboundConnector.</summary>
    public static readonly Property<Item<string>> Identity = new("identity", Kinds.Text, "Name or GUID of an existing connector; stands for the name where none is given.") { Source = "SET-IN" };

    /// <summary>Whose server sends.</summary>
    public static readonly Property<ConnectorType> ConnectorType = new("connectorType", Kinds.ConnectorType, "Whose server sends: OnPremises is your organization's email server and grants the right to relay; Partner is a partner organization or a service and can only restrict. Always declare it.") { Source = "NEW-IN; the default Partner is inferred" };

    /// <summary>Whether the connector is on.</summary>
    public static readonly Property<bool> Enabled = new("enabled", Kinds.Boolean, "Whether the connector is on.") { Default = "true", Source = "NEW-IN" };

    /// <summary>Sender domains.</summary>
    public static readonly Property<ItemList<DomainPattern>> SenderDomains = new("senderDomains", Kinds.AddressSpaces, "The sender domains that the connector is for: a domain, *.domain with its subdomains, or * for all. Demanded on OnPremises too, where the value has no documented effect (use \"*\").") { Source = "NEW-IN", IsRequired = true };

    /// <summary>Sender addresses.</summary>
    public static readonly Property<ItemList<AddressRange>> SenderIPAddresses = new("senderIPAddresses", Kinds.ConnectorAddresses, "IPv4 addresses or CIDR blocks (/24 to /32) that mail comes from. OnPremises: they identify your servers. Partner: with restrictDomainsToIPAddresses, mail from elsewhere is refused.") { Source = "NEW-IN" };

    /// <summary>The name on the sender's certificate.</summary>
    public static readonly Property<Item<DomainPattern>> TlsSenderCertificateName = new("tlsSenderCertificateName", Kinds.CertificateName, "The name on the certificate that the sending server presents (subject or alternative name), a domain or *.domain. The recommended way to identify your servers.") { Source = "NEW-IN" };

    /// <summary>Whether mail without TLS is refused.</summary>
    public static readonly Property<bool> RequireTls = new("requireTls", Kinds.Boolean, "Whether mail without TLS is refused. The documented default contradicts itself, so always declare it.") { Source = "NEW-IN" };

    /// <summary>Whether mail without the certificate is refused.</summary>
    public static readonly Property<bool> RestrictDomainsToCertificate = new("restrictDomainsToCertificate", Kinds.Boolean, "Whether mail from senderDomains is refused unless the sender presents a certificate with the name in tlsSenderCertificateName.") { Default = "false", Source = "NEW-IN" };

    /// <summary>Whether mail from other addresses is refused.</summary>
    public static readonly Property<bool> RestrictDomainsToIPAddresses = new("restrictDomainsToIPAddresses", Kinds.Boolean, "Whether mail from senderDomains is refused unless it comes from senderIPAddresses. Only on Partner connectors.") { Default = "false", Source = "NEW-IN" };

    /// <summary>Accepted domains that the connector is limited to.</summary>
    public static readonly Property<ItemList<DomainPattern>> AssociatedAcceptedDomains = new("associatedAcceptedDomains", Kinds.AcceptedDomainNames, "Accepted domains that the connector is limited to; the documentation contradicts itself on whether senders or recipients are meant. Leave it out unless you try a connector on some domains first.") { Source = "NEW-IN, USE" };

    /// <summary>Whether hybrid's headers are kept.</summary>
    public static readonly Property<bool> CloudServicesMailEnabled = new("cloudServicesMailEnabled", Kinds.Boolean, "Whether the headers that hybrid uses between the two halves of an organization are kept. The Hybrid Configuration Wizard sets it.") { Default = "false", Source = "NEW-IN" };

    /// <summary>Whether mail counts as internal.</summary>
    public static readonly Property<bool> TreatMessagesAsInternal = new("treatMessagesAsInternal", Kinds.Boolean, "Whether mail counts as sent inside the organization and skips spam filtering. Only on OnPremises, and only for servers that are not Exchange 2010 or later.") { Default = "false", Source = "NEW-IN" };

    /// <summary>Other tenants that are trusted.</summary>
    public static readonly Property<ItemList<string>> TrustedOrganizations = new("trustedOrganizations", Kinds.Texts, "Other Microsoft 365 organizations whose mail is trusted, after mergers and the like; no other parameter is used then.") { Source = "NEW-IN" };

    /// <summary>What made the connector.</summary>
    public static readonly Property<ConnectorSource> ConnectorSource = new("connectorSource", Kinds.ConnectorSource, "What made the connector. Leave it to the service.") { Default = "Default", Source = "NEW-IN" };

    /// <summary>A remark.</summary>
    public static readonly Property<Item<string>> Comment = new("comment", Kinds.Text, "A remark for people.") { Source = "NEW-IN" };

    /// <summary>Enhanced Filtering: the last hop is skipped.</summary>
    public static readonly Property<bool> EFSkipLastIP = new("efSkipLastIP", Kinds.Boolean, "Enhanced Filtering: whether the address that hands the mail over is skipped, so that filtering sees the true sender.") { Default = "false", Source = "NEW-IN, EF" };

    /// <summary>Enhanced Filtering: addresses that are skipped.</summary>
    public static readonly Property<ItemList<AddressRange>> EFSkipIPs = new("efSkipIPs", Kinds.ConnectorAddresses, "Enhanced Filtering: addresses that are skipped (single, CIDR or range); used only when efSkipLastIP is false.") { Source = "NEW-IN, EF" };

    /// <summary>Enhanced Filtering: for these recipients only.</summary>
    public static readonly Property<ItemList<string>> EFUsers = new("efUsers", Kinds.EmailAddresses, "Enhanced Filtering: for mail to these recipients only, as a pilot; empty means everybody.") { Source = "EF" };

    /// <summary>Reserved.</summary>
    public static readonly Property<ItemList<string>> EFSkipMailGateway = new("efSkipMailGateway", Kinds.Texts, "Reserved for Microsoft.") { IsReserved = true, Source = "NEW-IN" };

    /// <summary>Reserved.</summary>
    public static readonly Property<bool> EFTestMode = new("efTestMode", Kinds.Boolean, "Reserved for Microsoft.") { IsReserved = true, Source = "NEW-IN" };

    /// <summary>Reserved.</summary>
    public static readonly Property<ItemList<string>> ScanAndDropRecipients = new("scanAndDropRecipients", Kinds.Texts, "Reserved for Microsoft.") { IsReserved = true, Source = "NEW-IN" };

    /// <summary>Undocumented.</summary>
    public static readonly Property<ItemList<string>> ClientHostNames = new("clientHostNames", Kinds.Texts, "Undocumented.") { IsReserved = true, Source = "NEW-IN" };

    /// <summary>The inbound connector as a whole.</summary>
    public static readonly Shape Shape = new(
        "inboundConnector", "an inbound connector",
        [
            Name, Identity, ConnectorType, Enabled, SenderDomains, SenderIPAddresses, TlsSenderCertificateName, RequireTls,
            RestrictDomainsToCertificate, RestrictDomainsToIPAddresses, AssociatedAcceptedDomains, CloudServicesMailEnabled,
            TreatMessagesAsInternal, TrustedOrganizations, EFSkipLastIP, EFSkipIPs, EFUsers, ConnectorSource, Comment,
            EFSkipMailGateway, EFTestMode, ScanAndDropRecipients, ClientHostNames,
        ],
        ReadOnlyProperties.Names)
    { IsConnector = true };
}

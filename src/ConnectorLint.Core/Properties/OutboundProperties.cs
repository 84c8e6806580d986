using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of an outbound connector: the parameters of New-/Set-OutboundConnector. Source: connectors.md 4.</summary>
public static class OutboundProperties
{
    /// <summary>The connector's name.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Text, "The connector's name, at most 64 characters, unique among the outbound connectors.") { Source = "NEW-OUT", IsRequired = true };

    /// <summary>Name or GUID of an existing connector, on an entry in the shape of Set-OutboundConnector.</summary>
    public static readonly Property<Item<string>> Identity = new("identity", Kinds.Text, "Name or GUID of an existing connector; stands for the name where none is given.") { Source = "SET-OUT" };

    /// <summary>Whose server receives.</summary>
    public static readonly Property<ConnectorType> ConnectorType = new("connectorType", Kinds.ConnectorType, "Whose server receives: OnPremises is your organization's email server, Partner a partner organization or a service. Always declare it.") { Source = "NEW-OUT; the default Partner is inferred" };

    /// <summary>Whether the connector is on.</summary>
    public static readonly Property<bool> Enabled = new("enabled", Kinds.Boolean, "Whether the connector is on.") { Default = "true", Source = "NEW-OUT" };

    /// <summary>Recipient domains.</summary>
    public static readonly Property<ItemList<DomainPattern>> RecipientDomains = new("recipientDomains", Kinds.AddressSpaces, "The recipient domains whose mail takes the connector: a domain, *.domain, or * for all.") { Source = "NEW-OUT; \"*\": PFLOOP" };

    /// <summary>Whether all accepted domains are meant.</summary>
    public static readonly Property<bool> AllAcceptedDomains = new("allAcceptedDomains", Kinds.Boolean, "Whether mail to recipients of all accepted domains (those not in the cloud) takes the connector. Only on OnPremises.") { Default = "false", Source = "NEW-OUT" };

    /// <summary>Whether only transport rules use it.</summary>
    public static readonly Property<bool> IsTransportRuleScoped = new("isTransportRuleScoped", Kinds.Boolean, "Whether the connector is used only when a transport rule routes a message to it.") { Default = "false", Source = "NEW-OUT" };

    /// <summary>Whether mail follows MX.</summary>
    public static readonly Property<bool> UseMXRecord = new("useMXRecord", Kinds.Boolean, "Whether mail follows the MX record of the recipient's domain; false needs smartHosts.") { Default = "true", Source = "NEW-OUT" };

    /// <summary>Where mail is handed to.</summary>
    public static readonly Property<ItemList<MailHost>> SmartHosts = new("smartHosts", Kinds.SmartHosts, "The hosts that mail is handed to, by name or address; the port is always 25. Needs useMXRecord false.") { Source = "NEW-OUT" };

    /// <summary>How TLS is used.</summary>
    public static readonly Property<TlsSettings> TlsSettings = new("tlsSettings", Kinds.TlsSettings, "How TLS is used: EncryptionOnly takes any certificate, CertificateValidation one of a trusted authority, DomainValidation one that also bears the name in tlsDomain. Not set: TLS where the other side has it.") { Source = "NEW-OUT" };

    /// <summary>The name on the receiver's certificate.</summary>
    public static readonly Property<Item<DomainPattern>> TlsDomain = new("tlsDomain", Kinds.CertificateName, "The name that the receiver's certificate must bear, with tlsSettings DomainValidation.") { Source = "NEW-OUT" };

    /// <summary>Whether all mail goes through your own servers.</summary>
    public static readonly Property<bool> RouteAllMessagesViaOnPremises = new("routeAllMessagesViaOnPremises", Kinds.Boolean, "Centralized mail transport: whether all mail leaves through your own servers. Only on OnPremises.") { Default = "false", Source = "NEW-OUT, NDR-LOOP" };

    /// <summary>Whether hybrid's headers are kept.</summary>
    public static readonly Property<bool> CloudServicesMailEnabled = new("cloudServicesMailEnabled", Kinds.Boolean, "Whether the headers that hybrid uses between the two halves of an organization are kept. The Hybrid Configuration Wizard sets it.") { Default = "false", Source = "NEW-OUT" };

    /// <summary>Whether forwarded mail is rewritten.</summary>
    public static readonly Property<bool> SenderRewritingEnabled = new("senderRewritingEnabled", Kinds.Boolean, "Whether the sender of forwarded mail is rewritten (SRS) before your servers get it. Only on OnPremises.") { Default = "false", Source = "NEW-OUT, SRS" };

    /// <summary>How DANE is used.</summary>
    public static readonly Property<SmtpDaneMode> SmtpDaneMode = new("smtpDaneMode", Kinds.SmtpDaneMode, "How DANE is used; with Mandatory, mail to a receiver without it waits and is dropped.") { Default = "Opportunistic", Source = "NEW-OUT, DANE26" };

    /// <summary>How MTA-STS is used.</summary>
    public static readonly Property<MtaStsMode> MtaStsMode = new("mtaStsMode", Kinds.MtaStsMode, "How MTA-STS is used; there is no Mandatory.") { Default = "Opportunistic", Source = "NEW-OUT, DANE26" };

    /// <summary>Whether the connector is only tried out.</summary>
    public static readonly Property<bool> TestMode = new("testMode", Kinds.Boolean, "Whether the connector is only tried out.") { Default = "false", Source = "NEW-OUT" };

    /// <summary>What made the connector.</summary>
    public static readonly Property<ConnectorSource> ConnectorSource = new("connectorSource", Kinds.ConnectorSource, "What made the connector. Leave it to the service.") { Default = "Default", Source = "NEW-OUT" };

    /// <summary>A remark.</summary>
    public static readonly Property<Item<string>> Comment = new("comment", Kinds.Text, "A remark for people.") { Source = "NEW-OUT" };

    /// <summary>Whether the connector was validated.</summary>
    public static readonly Property<bool> IsValidated = new("isValidated", Kinds.Boolean, "Whether the connector was validated.") { Default = "false", Source = "SET-OUT" };

    /// <summary>When it was validated.</summary>
    public static readonly Property<Item<string>> LastValidationTimestamp = new("lastValidationTimestamp", Kinds.Text, "When the connector was last validated.") { Source = "SET-OUT" };

    /// <summary>Who gets the test mail.</summary>
    public static readonly Property<ItemList<string>> ValidationRecipients = new("validationRecipients", Kinds.EmailAddresses, "Addresses in the connector's domain that get the test mail.") { Source = "SET-OUT" };

    /// <summary>Reserved.</summary>
    public static readonly Property<Item<string>> LinkForModifiedConnector = new("linkForModifiedConnector", Kinds.Text, "Reserved for Microsoft.") { IsReserved = true, Source = "NEW-OUT" };

    /// <summary>The outbound connector as a whole.</summary>
    public static readonly Shape Shape = new(
        "outboundConnector", "an outbound connector",
        [
            Name, Identity, ConnectorType, Enabled, RecipientDomains, AllAcceptedDomains, IsTransportRuleScoped, UseMXRecord, SmartHosts,
            TlsSettings, TlsDomain, RouteAllMessagesViaOnPremises, CloudServicesMailEnabled, SenderRewritingEnabled, SmtpDaneMode, MtaStsMode,
            TestMode, ConnectorSource, Comment, IsValidated, LastValidationTimestamp, ValidationRecipients, LinkForModifiedConnector,
        ],
        ReadOnlyProperties.Names)
    { IsConnector = true };
}

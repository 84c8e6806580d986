namespace ConnectorLint.Model;

/// <summary>Into Microsoft 365, or out of it.</summary>
public enum Direction : byte
{
    /// <summary>Mail that comes to Microsoft 365: an inbound connector.</summary>
    Inbound,

    /// <summary>Mail that leaves Microsoft 365: an outbound connector.</summary>
    Outbound,
}

/// <summary>Whose server is at the other end. Source: connectors.md 2.</summary>
public enum ConnectorType : byte
{
    /// <summary>Your organization's email server.</summary>
    OnPremises,

    /// <summary>A partner organization or a service.</summary>
    Partner,
}

/// <summary>What made a connector. Source: NEW-IN.</summary>
public enum ConnectorSource : byte
{
    /// <summary>By hand.</summary>
    Default,

    /// <summary>The Hybrid Configuration Wizard.</summary>
    HybridWizard,

    /// <summary>An older version of the service.</summary>
    Migrated,

    /// <summary>The admin center; only in exports.</summary>
    AdminUI,
}

/// <summary>How an outbound connector uses TLS. Source: NEW-OUT.</summary>
public enum TlsSettings : byte
{
    /// <summary>Any certificate.</summary>
    EncryptionOnly,

    /// <summary>A certificate of a trusted authority.</summary>
    CertificateValidation,

    /// <summary>... which also bears the name in tlsDomain.</summary>
    DomainValidation,
}

/// <summary>How an outbound connector uses DANE. Source: NEW-OUT, DANE26.</summary>
public enum SmtpDaneMode : byte
{
    /// <summary>Where the other side has it.</summary>
    Opportunistic,

    /// <summary>Always; without it mail waits and is dropped.</summary>
    Mandatory,

    /// <summary>Never.</summary>
    None,
}

/// <summary>How an outbound connector uses MTA-STS; there is no Mandatory. Source: NEW-OUT, DANE26.</summary>
public enum MtaStsMode : byte
{
    /// <summary>Where the other side has it.</summary>
    Opportunistic,

    /// <summary>Never.</summary>
    None,
}

/// <summary>What the tenant has bought. Source: scenarios.md 0.</summary>
public enum Subscription : byte
{
    /// <summary>Exchange Online.</summary>
    ExchangeOnline,

    /// <summary>Only protection for mailboxes on your own servers ("built-in security add-on").</summary>
    EopStandalone,
}

/// <summary>Where something is.</summary>
public enum Place : byte
{
    /// <summary>In Exchange Online.</summary>
    Cloud,

    /// <summary>On your own servers.</summary>
    OnPremises,

    /// <summary>In both places.</summary>
    Both,
}

/// <summary>How far hybrid is set up. Source: HCW-OPT.</summary>
public enum Hybrid : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By the wizard's Minimal or Express option, which make no connectors.</summary>
    Minimal,

    /// <summary>By a Full option, which makes them.</summary>
    Completed,
}

/// <summary>What your own mail servers are.</summary>
public enum ServerKind : byte
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Exchange 2010 or later.</summary>
    Exchange2010OrLater,

    /// <summary>Exchange 2007 or earlier.</summary>
    Exchange2007OrEarlier,

    /// <summary>Not Exchange.</summary>
    NonMicrosoft,
}

/// <summary>The version of your own Exchange servers.</summary>
public enum ServerVersion : byte
{
    /// <summary>Exchange Server 2010.</summary>
    Exchange2010,

    /// <summary>Exchange Server 2013.</summary>
    Exchange2013,

    /// <summary>Exchange Server 2016.</summary>
    Exchange2016,

    /// <summary>Exchange Server 2019.</summary>
    Exchange2019,

    /// <summary>Exchange Server Subscription Edition.</summary>
    SubscriptionEdition,
}

/// <summary>What an accepted domain does with unknown recipients. Source: SET-AD.</summary>
public enum DomainType : byte
{
    /// <summary>Refuses them; the default.</summary>
    Authoritative,

    /// <summary>Relays them to your own servers.</summary>
    InternalRelay,
}

/// <summary>How a device or an application sends. Source: DEVICE.</summary>
public enum SendMethod : byte
{
    /// <summary>Signs in at smtp.office365.com.</summary>
    ClientSubmission,

    /// <summary>Anonymously to the tenant's MX host, to recipients inside.</summary>
    DirectSend,

    /// <summary>To the tenant's MX host, known by a connector.</summary>
    SmtpRelay,

    /// <summary>Through your own mail server.</summary>
    OwnServer,

    /// <summary>By High Volume Email.</summary>
    HighVolumeEmail,

    /// <summary>Otherwise.</summary>
    Other,
}

/// <summary>Whom a device writes to.</summary>
public enum Recipients : byte
{
    /// <summary>Recipients of your own domains.</summary>
    Internal,

    /// <summary>Recipients outside.</summary>
    External,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>What a device's address is like.</summary>
public enum AddressKind : byte
{
    /// <summary>Always the same, and nobody else's.</summary>
    Static,

    /// <summary>Changes.</summary>
    Dynamic,

    /// <summary>Also used by others.</summary>
    Shared,
}

/// <summary>What a third-party service does. Source: scenarios.md 4.</summary>
public enum ServiceRole : byte
{
    /// <summary>Filters mail in front of Exchange Online.</summary>
    InboundFilter,

    /// <summary>Stands in front without filtering (archive, audit).</summary>
    InboundNonFiltering,

    /// <summary>Takes mail to the internet.</summary>
    OutboundGateway,

    /// <summary>Gets mail out and hands it back (signatures, encryption).</summary>
    AddOn,
}

/// <summary>What an <c>expect</c> entry says must happen.</summary>
public enum ExpectedResult : byte
{
    /// <summary>The message comes in.</summary>
    Accepted,

    /// <summary>The message is refused.</summary>
    Rejected,

    /// <summary>The message goes out.</summary>
    Delivered,
}

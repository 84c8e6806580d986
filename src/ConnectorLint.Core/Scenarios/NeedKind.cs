namespace ConnectorLint.Scenarios;

/// <summary>What the need speaks of, which decides what meets it.</summary>
public enum NeedKind : byte
{
    /// <summary>A connector between your servers and Microsoft 365.</summary>
    OnPremises,

    /// <summary>... made by the Hybrid Configuration Wizard.</summary>
    Hybrid,

    /// <summary>An inbound connector known by a certificate with an accepted domain.</summary>
    ForeignSenders,

    /// <summary>An outbound connector that takes all mail to your servers.</summary>
    CentralizedTransport,

    /// <summary>An outbound connector that covers a domain.</summary>
    Domain,

    /// <summary>An outbound connector that covers a domain's subdomains.</summary>
    Subdomains,

    /// <summary>Restrictions for a partner.</summary>
    Partner,

    /// <summary>A device or application.</summary>
    Device,

    /// <summary>A filter in front.</summary>
    InboundService,

    /// <summary>What sends straight to Exchange Online, past a filter in front.</summary>
    PastTheFilter,

    /// <summary>A service on the way out.</summary>
    OutboundGateway,

    /// <summary>An add-on's connector.</summary>
    AddOn,

    /// <summary>An add-on's transport rule.</summary>
    AddOnRule,

    /// <summary>A connector that a transport rule names.</summary>
    TransportRule,

    /// <summary>A trusted tenant.</summary>
    TrustedTenant,

    /// <summary>Nothing is needed: all mailboxes are in the cloud.</summary>
    CloudOnly,
}

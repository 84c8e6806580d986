namespace ConnectorLint.LanguageServices;

/// <summary>What a name is of.</summary>
public enum NameKind : byte
{
    /// <summary>An inbound connector.</summary>
    InboundConnector,

    /// <summary>An outbound connector.</summary>
    OutboundConnector,

    /// <summary>A domain, an accepted one or a partner's.</summary>
    Domain,

    /// <summary>A partner.</summary>
    Partner,

    /// <summary>A service.</summary>
    Service,

    /// <summary>A device.</summary>
    Device,

    /// <summary>A transport rule.</summary>
    TransportRule,
}

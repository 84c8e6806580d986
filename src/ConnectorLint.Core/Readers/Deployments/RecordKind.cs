namespace ConnectorLint.Readers.Deployments;

/// <summary>What a record of a deployment format is about.</summary>
internal enum RecordKind : byte
{
    /// <summary>Nothing of ours.</summary>
    None,

    /// <summary>An inbound connector.</summary>
    Inbound,

    /// <summary>An outbound connector.</summary>
    Outbound,

    /// <summary>An accepted domain.</summary>
    AcceptedDomain,

    /// <summary>A transport rule.</summary>
    TransportRule,

    /// <summary>The organization's settings.</summary>
    OrganizationConfig,

    /// <summary>The organization's transport settings.</summary>
    TransportConfig,

    /// <summary>What the Hybrid Configuration Wizard set up.</summary>
    HybridConfiguration,

    /// <summary>An organization on premises that hybrid connects.</summary>
    OnPremisesOrganization,
}

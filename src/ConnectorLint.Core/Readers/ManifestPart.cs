using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers;

/// <summary>What one document says of a tenant.</summary>
public sealed record ManifestPart
{
    /// <summary>The tenant it names; null when it names none (then the folder does).</summary>
    public string? Tenant { get; init; }

    /// <summary>Where that name stands, else where the root's <c>connectorlint</c> key stands.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The topology; null when it declares none.</summary>
    public PropertyStore? Topology { get; init; }

    /// <summary>The inbound connectors.</summary>
    public IReadOnlyList<PropertyStore> InboundConnectors { get; init; } = [];

    /// <summary>The outbound connectors.</summary>
    public IReadOnlyList<PropertyStore> OutboundConnectors { get; init; } = [];

    /// <summary>Whether it has a list of inbound connectors; an empty list is a declaration.</summary>
    public bool DeclaresInbound { get; init; }

    /// <summary>Whether it has a list of outbound connectors.</summary>
    public bool DeclaresOutbound { get; init; }

    /// <summary>Its <c>expect</c> entries.</summary>
    public IReadOnlyList<PropertyStore> Expectations { get; init; } = [];

    /// <summary>Whether all of its inbound connectors were read.</summary>
    public bool IsInboundComplete { get; init; } = true;

    /// <summary>Whether all of its outbound connectors were read.</summary>
    public bool IsOutboundComplete { get; init; } = true;

    /// <summary>Whether all of its topology was read.</summary>
    public bool IsTopologyComplete { get; init; } = true;

    /// <summary>The deployment format it is written in; null for our own manifest.</summary>
    public string? Format { get; init; }

    /// <summary>Whether what it lists (connectors, accepted domains, rules) is all that the tenant has of these, as in an export.</summary>
    public bool IsWholeTenant { get; init; }

    /// <summary>Whether outbound connectors that a transport rule names may be left out: exports lack some unless asked.</summary>
    public bool MayLackOutbound { get; init; }

    /// <summary>Whether it is judged alone, as a tenant of its own, because whose it is can't be told from where it lies.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether it is a layer, which another one that lists the same may hide.</summary>
    public bool IsLayer { get; init; }

    /// <summary>Whether people write it and a tool deploys it, so that a new connector can be added to it. A manifest always can.</summary>
    public bool IsDeployed { get; init; }

    /// <summary>Connectors that the deployment takes away.</summary>
    public IReadOnlyList<RemovedConnector> RemovedConnectors { get; init; } = [];

    /// <summary>Values that the document gives by name elsewhere, each with its use.</summary>
    public IReadOnlyList<GivenValue> GivenValues { get; init; } = [];

    /// <summary>What is wrong with the text and the values.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}

/// <summary>What one file says: its documents that are ours.</summary>
/// <param name="File">The text.</param>
/// <param name="Parts">The documents that are ours; empty when the file is not ours.</param>
/// <param name="Comments">The suppression comments in it.</param>
public sealed record ReadFile(SourceText File, IReadOnlyList<ManifestPart> Parts, IReadOnlyList<SuppressionComment> Comments)
{
    /// <summary>Whether the file is ours.</summary>
    public bool IsOurs => Parts.Count > 0;

    /// <summary>The deployment format of a file that is no manifest; also of one that says nothing of mail flow. Null when it is of none.</summary>
    public string? Format { get; init; }

    /// <summary>Whether that format is what is deployed, so that it is worth mending; false: it says what was found in a tenant.</summary>
    public bool IsDeployed { get; init; }
}

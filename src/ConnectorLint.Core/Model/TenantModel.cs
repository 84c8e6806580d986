using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>All that is known of one tenant, from all its files; and what is known not to be known.</summary>
public sealed record TenantModel
{
    /// <summary>Its name: as declared, else the folder's.</summary>
    public required string Name { get; init; }

    /// <summary>Its topology; null when no file declares one.</summary>
    public required Topology? Topology { get; init; }

    /// <summary>Its inbound connectors, from all files in their order.</summary>
    public required IReadOnlyList<InboundConnector> InboundConnectors { get; init; }

    /// <summary>Its outbound connectors, from all files in their order.</summary>
    public required IReadOnlyList<OutboundConnector> OutboundConnectors { get; init; }

    /// <summary>Whether all inbound connectors were read: then one that is not here does not exist.</summary>
    public required bool IsInboundComplete { get; init; }

    /// <summary>Whether some file has a list of inbound connectors.</summary>
    public bool DeclaresInbound { get; init; }

    /// <summary>Whether an inbound connector that is not here does not exist: all were read, and there is a list of them, or a topology. Source: rules.md 0.</summary>
    public bool KnowsInbound => IsInboundComplete && (DeclaresInbound || IsTopologyDeclared);

    /// <summary>Whether all outbound connectors were read.</summary>
    public required bool IsOutboundComplete { get; init; }

    /// <summary>Whether all of the topology was read: then a fact that is not here is not declared.</summary>
    public required bool IsTopologyComplete { get; init; }

    /// <summary>Whether a manifest declares the topology; what a deployment shows of it is only a part.</summary>
    public bool IsTopologyDeclared { get; init; }

    /// <summary>Whether it is one document whose tenant is not known: a template, or a layer of one.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether outbound connectors that a transport rule names may be left out: exports lack some unless asked.</summary>
    public bool MayLackOutbound { get; init; }

    /// <summary>Connectors that a deployment takes away.</summary>
    public IReadOnlyList<RemovedConnector> RemovedConnectors { get; init; } = [];

    /// <summary>What must happen to messages, as its <c>expect</c> entries say.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>A place that stands for the tenant as a whole: the start of its first file's root.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The files of it that are a deployment: what they say of the topology is inferred, nobody declared it.</summary>
    public IReadOnlyCollection<SourceText> DeploymentFiles { get; init; } = [];

    /// <summary>Where its new connectors are written.</summary>
    public NewPlaces PlacesOfNew { get; init; }

    /// <summary>Whether all connectors of a direction were read.</summary>
    public bool IsComplete(Direction direction) => direction == Direction.Inbound ? IsInboundComplete : IsOutboundComplete;
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Rules;

namespace ConnectorLint.Workspace;

/// <summary>A tenant that was judged, and how large it is: what is left of it when its model is let go.</summary>
public sealed class JudgedTenant
{
    private TenantResult? _result;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The paths of the files that it is declared in.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Whether it has a topology, without which no need is judged.</summary>
    public bool HasTopology { get; init; }

    /// <summary>How many inbound connectors it has.</summary>
    public int InboundCount { get; init; }

    /// <summary>How many outbound connectors it has.</summary>
    public int OutboundCount { get; init; }

    /// <summary>How many connectors it has.</summary>
    public int ConnectorCount => InboundCount + OutboundCount;

    /// <summary>How many of its connectors are of which deployment format; those of our own manifests are not counted.</summary>
    public IReadOnlyList<(string Format, int Connectors)> Formats { get; init; } = [];

    /// <summary>Whether all that may belong to it was read.</summary>
    public bool IsReadWhole { get; init; }

    /// <summary>The tenant. Only when the run keeps models.</summary>
    public TenantModel Tenant => Result.Tenant;

    /// <summary>What the rules saw. Only when the run keeps models.</summary>
    public RuleContext Context => Result.Context;

    /// <summary>All that was found of it, before a baseline.</summary>
    internal IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The suppressions of files that have documents of other tenants too.</summary>
    internal IReadOnlyList<SharedSuppressions> SharedSuppressions { get; init; } = [];

    private TenantResult Result => _result ?? throw new InvalidOperationException("The run lets models go: LintRequest.KeepsModels.");

    internal static JudgedTenant Of(TenantResult result, TenantInput input, bool keepsModel) => new()
    {
        _result = keepsModel ? result : null,
        Name = input.Name,
        Files = [.. input.Files.Select(file => file.File.Path)],
        HasTopology = result.Tenant.Topology is not null,
        InboundCount = result.Tenant.InboundConnectors.Count,
        OutboundCount = result.Tenant.OutboundConnectors.Count,
        Formats =
        [
            .. input.Parts.Where(part => part.Format is not null)
                .GroupBy(part => part.Format!, StringComparer.Ordinal)
                .Select(format => (format.Key, format.Sum(part => part.InboundConnectors.Count + part.OutboundConnectors.Count))),
        ],
        IsReadWhole = result.IsReadWhole,
        Findings = result.Findings,
        SharedSuppressions = result.SharedSuppressions,
    };
}

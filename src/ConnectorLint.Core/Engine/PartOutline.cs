using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;

namespace ConnectorLint.Engine;

/// <summary>What of a document says whose it is.</summary>
/// <param name="Tenant">The tenant it names; null when it names none.</param>
internal sealed record PartOutline(string? Tenant)
{
    /// <summary>The deployment format; null for a manifest.</summary>
    public string? Format { get; private init; }

    public bool IsAlone { get; private init; }

    public bool IsWholeTenant { get; private init; }

    public bool DeclaresInbound { get; private init; }

    public bool DeclaresOutbound { get; private init; }

    /// <summary>The names of the connectors of a deployment, in one case.</summary>
    public IReadOnlyList<(Direction Direction, string Name)> Connectors { get; private init; } = [];

    /// <summary>What a layer of configuration data lists; another layer that lists the same may hide it.</summary>
    public IReadOnlyList<string> Layers { get; private init; } = [];

    // Of a manifest the name says all.
    public static PartOutline Of(ManifestPart part) => part.Format is null ? new(part.Tenant) : new(part.Tenant)
    {
        Format = part.Format,
        IsAlone = part.IsAlone,
        IsWholeTenant = part.IsWholeTenant,
        DeclaresInbound = part.DeclaresInbound,
        DeclaresOutbound = part.DeclaresOutbound,
        Layers = part.IsLayer ? [.. LayersOf(part)] : [],
        Connectors = part.IsAlone ? [] :
        [
            .. part.InboundConnectors.Select(store => (Direction.Inbound, NameOf(store.Get(InboundProperties.Name))))
                .Concat(part.OutboundConnectors.Select(store => (Direction.Outbound, NameOf(store.Get(OutboundProperties.Name)))))
                .Where(at => at.Item2.Length > 0),
        ],
    };

    public bool Agrees(PartOutline other) =>
        (Tenant, Format, IsAlone, IsWholeTenant, DeclaresInbound, DeclaresOutbound) == (other.Tenant, other.Format, other.IsAlone, other.IsWholeTenant, other.DeclaresInbound, other.DeclaresOutbound)
        && Connectors.SequenceEqual(other.Connectors) && Layers.SequenceEqual(other.Layers);

    private static IEnumerable<string> LayersOf(ManifestPart part)
    {
        if (part.DeclaresInbound)
            yield return ManifestProperties.InboundConnectors.Name;
        if (part.DeclaresOutbound)
            yield return ManifestProperties.OutboundConnectors.Name;
        foreach (var slot in part.Topology is { } topology ? topology.Slots : [])
            yield return slot.Property!.Name;
    }

    private static string NameOf(Setting<Item<string>> name) => name.IsKnown ? name.Value.Text.Trim().ToUpperInvariant() : "";
}

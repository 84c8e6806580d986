using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>The two connectors that one run of the Hybrid Configuration Wizard made. Source: rules.md 0 ("HybridWizard pair").</summary>
/// <param name="Inbound">The inbound one.</param>
/// <param name="Outbound">The outbound one.</param>
internal sealed record HybridPair(InboundConnector Inbound, OutboundConnector Outbound)
{
    private const int GuidLength = 36;

    /// <summary>The pairs of a tenant: names that end in the same GUID; without GUIDs, the only one of each direction.</summary>
    public static IReadOnlyList<HybridPair> Of(TenantModel tenant)
    {
        var inbound = tenant.InboundConnectors.Where(c => c.IsActive && c.ConnectorSource.Is(ConnectorSource.HybridWizard)).ToArray();
        var outbound = tenant.OutboundConnectors.Where(c => c.IsActive && c.ConnectorSource.Is(ConnectorSource.HybridWizard)).ToArray();
        var byGuid = new Dictionary<string, OutboundConnector>(StringComparer.OrdinalIgnoreCase);
        foreach (var connector in outbound)
        {
            if (GuidOf(connector) is { } guid && !byGuid.ContainsKey(guid))
                byGuid.Add(guid, connector);
        }

        var pairs = inbound.Where(c => GuidOf(c) is { } guid && byGuid.ContainsKey(guid)).Select(c => new HybridPair(c, byGuid[GuidOf(c)!])).ToArray();
        if (pairs.Length > 0)
            return pairs;
        return inbound.Length == 1 && outbound.Length == 1 && GuidOf(inbound[0]) is null && GuidOf(outbound[0]) is null ? [new HybridPair(inbound[0], outbound[0])] : [];
    }

    /// <summary>The wizard's active connectors whose GUID no active connector of the other direction has, where some pair shows that GUIDs are used.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="missing">The direction in which the other half is missing.</param>
    public static IReadOnlyList<IConnector> Halves(TenantModel tenant, Direction missing)
    {
        IEnumerable<IConnector> there = missing == Direction.Inbound ? tenant.OutboundConnectors : tenant.InboundConnectors;
        IEnumerable<IConnector> other = missing == Direction.Inbound ? tenant.InboundConnectors : tenant.OutboundConnectors;
        var guids = new HashSet<string>(other.Where(c => c.CanBeActive).Select(GuidOf).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        if (guids.Count == 0)
            return [];
        return there.Where(c => c.IsActive && c.ConnectorSource.Is(ConnectorSource.HybridWizard) && GuidOf(c) is { } guid && !guids.Contains(guid)).ToArray();
    }

    private static string? GuidOf(IConnector connector)
    {
        var name = connector.Name;
        if (name.Length < GuidLength)
            return null;
        var end = name.Substring(name.Length - GuidLength);
        return Guid.TryParseExact(end, "D", out _) ? end : null;
    }
}

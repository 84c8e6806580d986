using System.Collections;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>What a topology needs, from all scenarios it is in, in the order of the scenarios.</summary>
public sealed class NeedList : IReadOnlyList<Need>
{
    private readonly IReadOnlyList<Need> _needs;
    private readonly Dictionary<string, Need> _byId = new(StringComparer.OrdinalIgnoreCase);

    private NeedList(IReadOnlyList<Need> needs)
    {
        _needs = needs;
        foreach (var need in needs)
            _byId[need.Id] = need;
    }

    /// <summary>No needs: there is no topology.</summary>
    public static NeedList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _needs.Count;

    /// <inheritdoc/>
    public Need this[int index] => _needs[index];

    /// <summary>The need with an id; null when the topology has none.</summary>
    public Need? Find(string id) => _byId.TryGetValue(id, out var need) ? need : null;

    /// <inheritdoc/>
    public IEnumerator<Need> GetEnumerator() => _needs.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _needs.GetEnumerator();

    internal static NeedList Of(TenantModel tenant, FlowIndex flow)
    {
        _ = (tenant, flow);
        return new NeedList([]);
    }
}

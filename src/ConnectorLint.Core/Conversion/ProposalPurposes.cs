using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Conversion;

/// <summary>What each connector to create is for: the needs that it meets and no declared connector does.</summary>
internal sealed class ProposalPurposes
{
    private readonly Dictionary<(Direction Direction, string Name), List<Need>> _byConnector = [];
    private readonly Dictionary<string, List<Need>> _byRule = new(StringComparer.OrdinalIgnoreCase);

    public ProposalPurposes(Advice advice)
    {
        var met = advice.Needs.Where(need => need.Fulfilment == Fulfilment.Met).Select(need => need.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var need in advice.Planned)
        {
            if (need.Verdict > Verdict.Recommended || met.Contains(need.Id))
                continue;
            foreach (var connector in need.MetBy)
            {
                if (need.Kind == NeedKind.AddOnRule)
                    Add(_byRule, connector.Name, need);
                else
                    Add(_byConnector, (connector.Direction, connector.Name), need);
            }
        }
    }

    public IReadOnlyList<Need> Of(Proposal proposal)
    {
        if (!proposal.IsTransportRule)
            return _byConnector.TryGetValue((proposal.Direction, proposal.Name), out var needs) ? needs : [];
        var target = proposal.Settings.Select(setting => setting.Value).OfType<string>().FirstOrDefault(_byRule.ContainsKey);
        return target is null ? [] : _byRule[target];
    }

    private static void Add<TKey>(Dictionary<TKey, List<Need>> index, TKey key, Need need)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var needs))
            index.Add(key, needs = []);
        needs.Add(need);
    }
}

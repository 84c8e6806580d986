using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>The transport rules that take all mail to a domain, found without looking at all of them. Source: rules.md 0.</summary>
internal sealed class RoutingRules
{
    private readonly List<int> _always = [];
    private readonly Dictionary<string, List<int>> _byDomain = new(StringComparer.OrdinalIgnoreCase);
    private readonly EntityList<TransportRule> _rules;

    public RoutingRules(EntityList<TransportRule> rules)
    {
        _rules = rules;
        IsUncertain = !rules.IsComplete;
        for (var i = 0; i < rules.Count; i++)
            Add(i, rules[i]);
    }

    /// <summary>Whether it is not known where some rule leads, or which mail it takes there.</summary>
    public bool IsUncertain { get; private set; }

    /// <summary>The rules that take all mail to a domain, in their order.</summary>
    public IEnumerable<TransportRule> Covering(string domain)
    {
        if (_always.Count + _byDomain.Count == 0)
            return [];
        var covering = new SortedSet<int>(_always);
        for (var parent = domain; parent.Length > 0; parent = DomainPattern.Parent(parent))
        {
            if (_byDomain.TryGetValue(parent, out var rules))
                covering.UnionWith(rules);
        }

        return covering.Select(i => _rules[i]);
    }

    private void Add(int place, TransportRule rule)
    {
        IsUncertain |= rule.CanBeActive && !rule.RouteMessageOutboundConnector.IsAbsent
            && (rule.RouteMessageOutboundConnector.IsUncertain || rule.Enabled.IsUncertain || rule.RecipientDomainIs.IsUncertain || rule.RecipientDomainIs.Value is { HasFaults: true });
        if (!rule.TakesDomains)
            return;
        if (rule.RecipientDomainIs.Value is not { HasFaults: false } domains)
        {
            _always.Add(place);
            return;
        }

        foreach (var domain in domains)
        {
            if (!_byDomain.TryGetValue(domain.Value, out var rules))
                _byDomain.Add(domain.Value, rules = []);
            rules.Add(place);
        }
    }
}

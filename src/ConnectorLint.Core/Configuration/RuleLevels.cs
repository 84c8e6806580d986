using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;

namespace ConnectorLint.Configuration;

/// <summary>What the configuration makes of each rule, for the files that it is the same for. Immutable and safe to share between threads.</summary>
public sealed class RuleLevels
{
    private readonly Dictionary<RuleInfo, RuleEntry> _entries = [];

    /// <summary>Works the levels out.</summary>
    /// <param name="layers">The levels as they were given: a later layer wins over an earlier one, and in a layer the longest match.</param>
    public RuleLevels(IReadOnlyList<IReadOnlyList<RuleEntry>> layers)
    {
        foreach (var rule in RuleList.All)
        {
            for (var i = layers.Count - 1; i >= 0; i--)
            {
                if (LongestMatch(layers[i], rule.Info) is not { } entry)
                    continue;
                _entries.Add(rule.Info, entry);
                break;
            }
        }
    }

    /// <summary>What was said of a rule, and where; null when nothing was.</summary>
    public RuleEntry? Of(RuleInfo rule) => _entries.TryGetValue(rule, out var entry) ? entry : null;

    private static RuleEntry? LongestMatch(IReadOnlyList<RuleEntry> layer, RuleInfo rule)
    {
        RuleEntry? longest = null;
        var length = 0;
        foreach (var entry in layer)
        {
            var match = RuleNames.Match(entry.Rule, rule);
            if (match <= length)
                continue;
            longest = entry;
            length = match;
        }

        return longest;
    }
}

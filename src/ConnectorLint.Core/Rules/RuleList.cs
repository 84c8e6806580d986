using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules;

/// <summary>All rules, ordered by id. A source generator writes the list: one <c>new</c> for each sealed class that implements <see cref="IRule"/>.</summary>
public static partial class RuleList
{
    private static readonly Lazy<Dictionary<string, IRule>> ByIdOrName = new(MakeIndex);

    /// <summary>The rule with an id or a name, compared without case; null when there is none.</summary>
    public static RuleInfo? Find(string idOrName) => ByIdOrName.Value.TryGetValue(idOrName, out var rule) ? rule.Info : null;

    private static Dictionary<string, IRule> MakeIndex()
    {
        var index = new Dictionary<string, IRule>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in All)
        {
            index[rule.Info.Id] = rule;
            index[rule.Info.Name] = rule;
        }

        return index;
    }

    private static IReadOnlyList<IRule> Order(IRule[] rules)
    {
        Array.Sort(rules, (a, b) => string.CompareOrdinal(a.Info.Id, b.Info.Id));
        return rules;
    }
}

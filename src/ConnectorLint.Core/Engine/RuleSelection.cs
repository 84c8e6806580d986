using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;

namespace ConnectorLint.Engine;

/// <summary>Which rules run: by ids, names and prefixes of ids (<c>CL4</c>); the longest match wins. Rules that are off are not called.</summary>
public sealed class RuleSelection
{
    private readonly IReadOnlyList<string> _select;
    private readonly IReadOnlyList<string> _ignore;

    /// <summary>Makes a selection.</summary>
    /// <param name="select">What is on; empty: everything that is on by default.</param>
    /// <param name="ignore">What is off.</param>
    public RuleSelection(IReadOnlyList<string>? select = null, IReadOnlyList<string>? ignore = null)
    {
        _select = select ?? [];
        _ignore = ignore ?? [];
    }

    /// <summary>Everything that is on by default.</summary>
    public static RuleSelection Default { get; } = new();

    /// <summary>Whether a rule runs.</summary>
    public bool IsOn(RuleInfo rule)
    {
        var ignored = LongestMatch(_ignore, rule);
        var selected = LongestMatch(_select, rule);
        if (ignored > 0 || selected > 0)
            return selected > ignored;
        return _select.Count == 0 && !rule.IsOffByDefault;
    }

    /// <summary>Whether a text is the id, the name or the beginning of the id of some rule.</summary>
    public static bool IsKnown(string text) => RuleList.All.Any(rule => Match(text, rule.Info) > 0);

    private static int LongestMatch(IReadOnlyList<string> texts, RuleInfo rule)
    {
        var longest = 0;
        foreach (var text in texts)
            longest = Math.Max(longest, Match(text, rule));
        return longest;
    }

    private static int Match(string text, RuleInfo rule)
    {
        if (string.Equals(text, rule.Name, StringComparison.OrdinalIgnoreCase))
            return rule.Id.Length;
        return text.Length >= 2 && rule.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? text.Length : 0;
    }
}

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

    /// <summary>Whether a rule runs where no configuration speaks of it.</summary>
    public bool IsOn(RuleInfo rule) => IsOn(rule, null);

    /// <summary>Whether a rule runs; what was selected here wins over its level.</summary>
    public bool IsOn(RuleInfo rule, RuleLevel? level)
    {
        if (Chosen(rule) is { } chosen)
            return chosen;
        return level is null ? !rule.IsOffByDefault : level != RuleLevel.Off;
    }

    /// <summary>Whether the selection itself puts a rule on or off; null: it does not speak of it.</summary>
    public bool? Chosen(RuleInfo rule)
    {
        var ignored = LongestMatch(_ignore, rule);
        var selected = LongestMatch(_select, rule);
        if (ignored > 0 || selected > 0)
            return selected > ignored;
        return _select.Count == 0 ? null : false;
    }

    /// <summary>Whether a text is the id, the name or the beginning of the id of some rule.</summary>
    public static bool IsKnown(string text) => RuleNames.IsKnown(text);

    private static int LongestMatch(IReadOnlyList<string> texts, RuleInfo rule)
    {
        var longest = 0;
        foreach (var text in texts)
            longest = Math.Max(longest, RuleNames.Match(text, rule));
        return longest;
    }
}

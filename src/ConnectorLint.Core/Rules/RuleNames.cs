using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules;

/// <summary>How a user names rules: by id, by name, or by the beginning of ids (<c>CL4</c>); without regard to case.</summary>
public static class RuleNames
{
    /// <summary>How much of a rule's id a text names: the more, the more it means that rule; 0 when it does not mean it.</summary>
    public static int Match(string text, RuleInfo rule)
    {
        if (string.Equals(text, rule.Name, StringComparison.OrdinalIgnoreCase))
            return rule.Id.Length;
        return text.Length >= 2 && rule.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? text.Length : 0;
    }

    /// <summary>Whether a text names some rule.</summary>
    public static bool IsKnown(string text) => RuleList.All.Any(rule => Match(text, rule.Info) > 0);

    /// <summary>The nearest id or name to a text that names no rule; null when none is near.</summary>
    public static string? Nearest(string text) => Spelling.Nearest(text, RuleList.All.SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name }));
}

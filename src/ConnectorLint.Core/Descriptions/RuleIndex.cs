using System.Text;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;

namespace ConnectorLint.Descriptions;

/// <summary>The list of all rules, by section and by scenario: <c>docs/rules/README.md</c>.</summary>
internal static class RuleIndex
{
    /// <summary>Its file, beside the pages.</summary>
    public const string FileName = "README.md";

    /// <summary>The text of the page.</summary>
    public static string Text()
    {
        var text = new StringBuilder();
        text.Append($"""
            # The rules

            <!-- Generated from the rules by scripts/update; do not edit. -->

            {RuleList.All.Count} rules: {Count(Severity.Error, "error")} (the service refuses it, mail is lost, or let in where it should not be), {Count(Severity.Warning, "warning")} (probably not what was meant), {Count(Severity.Info, "information")} (advice). `connectorlint explain ID` prints the same pages, `connectorlint rules` the list.

            By section: {string.Join(", ", RuleSection.All.Select(section => $"[{section.Id} {section.Word}](#{Anchor(section)})"))}. [By scenario](#by-scenario): {string.Join(", ", RuleScenario.All.Select(scenario => $"[{(scenario.Id == "all" ? "every" : scenario.Id)}](#{Anchor(scenario)})"))}.

            """.ReplaceLineEndings("\n"));
        foreach (var section in RuleSection.All)
        {
            text.Append("\n## ").Append(Heading(section)).Append('\n');
            AppendTable(text, RuleList.All.Select(rule => rule.Info).Where(section.Holds));
        }

        text.Append("\n## By scenario\n\nWhich rules speak to those who are in a scenario; `connectorlint advise` says which scenarios yours are.\n");
        foreach (var scenario in RuleScenario.All)
        {
            text.Append("\n### ").Append(Heading(scenario)).Append("\n\n");
            foreach (var rule in Rules(scenario))
                text.Append("- ").Append(Link(rule)).Append(' ').Append(rule.Name).Append(" (").Append(rule.Severity.Word()).Append("): ").Append(RulePageMarkdown.Escape(rule.Summary)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Where a scenario begins.</summary>
    public static string Anchor(RuleScenario scenario) => Anchor(Heading(scenario));

    private static string Anchor(RuleSection section) => Anchor(Heading(section));

    private static string Heading(RuleSection section) => $"{section.Id} {section.Title}";

    private static string Heading(RuleScenario scenario) => scenario.Id == "all" ? scenario.Title : $"{scenario.Id} {scenario.Title}";

    // As GitHub makes it of a heading.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c));

    private static void AppendTable(StringBuilder text, IEnumerable<RuleInfo> rules)
    {
        text.Append("\n| rule | name | severity | safe fix | what it finds |\n|---|---|---|---|---|\n");
        foreach (var rule in rules)
        {
            text.Append("| ").Append(Link(rule)).Append(" | ").Append(rule.Name).Append(" | ").Append(rule.Severity.Word()).Append(rule.IsOffByDefault ? " (off)" : "")
                .Append(" | ").Append(rule.HasSafeFix ? "yes" : "").Append(" | ").Append(RulePageMarkdown.Escape(rule.Summary).Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }
    }

    private static string Link(RuleInfo rule) => $"[{rule.Id}]({rule.Id}.md)";

    private static IEnumerable<RuleInfo> Rules(RuleScenario scenario) => scenario.Rules.Select(id => RuleList.Find(id)!);

    private static string Count(Severity severity, string word)
    {
        var count = RuleList.All.Count(rule => rule.Info.Severity == severity);
        return $"{count} {word}{(count == 1 ? "" : "s")}";
    }
}

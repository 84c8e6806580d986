using System.Text;
using ConnectorLint.Conversion;
using ConnectorLint.Descriptions;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.LanguageServices.Needs;

/// <summary>Needs and verdicts in words.</summary>
internal static class NeedText
{
    private const int MostNames = 3;

    /// <summary>What a thing needs, on one line: "needs: inbound (met by 'From our servers')", "no connector needed".</summary>
    public static string Line(IReadOnlyList<Need> needs)
    {
        var required = needs.Where(need => need.Verdict == Verdict.Required).ToArray();
        var recommended = needs.Where(need => need.Verdict == Verdict.Recommended).ToArray();
        var forbidden = needs.Where(need => need.Verdict == Verdict.Forbidden).ToArray();
        var parts = new List<string>();
        if (required.Length > 0)
            parts.Add("needs: " + string.Join(", ", required.Select(need => $"{What(need)} ({Status(need)})")));
        if (recommended.Length > 0)
            parts.Add("recommended: " + string.Join(", ", recommended.Select(need => $"{What(need)} ({Status(need)})")));
        if (forbidden.Length > 0)
            parts.Add("must not have: " + string.Join(", ", forbidden.Select(What)));
        return parts.Count == 0 ? "no connector needed" : string.Join("; ", parts);
    }

    /// <summary>A need as Markdown: scenario, verdict, From and To, why, with the source.</summary>
    public static string Markdown(Need need)
    {
        var text = new StringBuilder();
        text.Append("**").Append(Capital(What(need))).Append(need.Kind == NeedKind.AddOnRule ? "" : " connector").Append(": ").Append(AdviceTextWriter.Word(need.Verdict)).Append("**");
        if (need.Verdict <= Verdict.Recommended)
            text.Append(", ").Append(Escape(Status(need)));
        text.Append("  \n").Append(need.Scenario).Append(": ").Append(Escape(need.Title)).Append("\n\n");
        if (need.From != Party.None)
            text.Append("From: ").Append(need.From.Text()).Append(" · To: ").Append(need.To.Text()).Append("\n\n");
        if (need.Reason.Length > 0)
            text.Append(Escape(need.Reason)).Append("\n\n");
        if (need.Verdict <= Verdict.Recommended && need.Fulfilment != Fulfilment.Met)
            text.Append(Escape(WhatToDo(need)));
        foreach (var note in need.Also)
            text.Append("Also ").Append(note.Scenario).Append(" (").Append(Escape(note.Title)).Append("): ").Append(Escape(note.Reason)).Append("\n\n");
        return text.Append("Source: ").Append(SourceLinks.Of(need.Source)).Append('\n').ToString();
    }

    /// <summary>Whether it is met, and by what.</summary>
    public static string Status(Need need) => need.Fulfilment switch
    {
        Fulfilment.Met => "met by " + Names(need.MetBy),
        Fulfilment.Unmet => "missing",
        Fulfilment.Inactive => $"'{need.Waiting!.Name}' is off",
        _ => "not known whether it is met",
    };

    public static string Escape(string text) => RulePageMarkdown.Escape(text);

    private static string WhatToDo(Need need)
    {
        if (need.Change is { } change)
            return $"To meet it: {change}.\n\n";
        if (need.MissingFacts.Count > 0)
            return $"To write the connector down, declare {string.Join("; ", need.MissingFacts)}.\n\n";
        return need.Settings.Count == 0 ? "" : $"It takes: {string.Join(", ", need.Settings)}.\n\n";
    }

    private static string What(Need need) => need.Kind == NeedKind.AddOnRule ? "transport rule" : need.Direction == Direction.Inbound ? "inbound" : "outbound";

    private static string Names(IReadOnlyList<IConnector> connectors) =>
        string.Join(", ", connectors.Take(MostNames).Select(connector => $"'{connector.Name}'")) + (connectors.Count > MostNames ? $" and {connectors.Count - MostNames} more" : "");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

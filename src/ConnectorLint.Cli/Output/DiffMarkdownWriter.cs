using ConnectorLint.Descriptions;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.Cli.Output;

/// <summary>A comparison as a comment of a pull request.</summary>
internal static class DiffMarkdownWriter
{
    public static void Write(DiffReport report, TextWriter output)
    {
        output.Write($"### Mail flow of {Escape(report.Tenant)}\n\n{Escape(report.Summary)}\n");
        foreach (var kind in report.Told.GroupBy(change => change.Change.Kind))
        {
            output.Write($"\n**{DiffReport.Heading(kind.Key)}**\n\n");
            foreach (var change in kind)
                WriteChange(change, output);
        }

        WriteUncertain(report.Uncertain, output);
    }

    /// <summary>Several tenants: what changed first, then what is new or gone, then what is the same.</summary>
    public static void Write(IReadOnlyList<DiffReport> reports, TextWriter output)
    {
        var several = new DiffReports(reports);
        output.Write($"### Mail flow of {reports.Count} tenants\n\n{Escape(several.Summary)}\n");
        foreach (var report in several.Changed)
        {
            output.Write("\n#");
            Write(report, output);
        }

        if (several.NewOrGone.Count > 0)
            output.Write("\n");
        foreach (var report in several.NewOrGone)
            output.Write($"- {Escape(report.Summary)}\n");
        if (several.Same.Count == 0)
            return;
        output.Write($"\n{Escape(several.SameSummary)}\n");
        WriteUncertain(several.Uncertain, output);
    }

    private static void WriteUncertain(IReadOnlyList<TraceStep> steps, TextWriter output)
    {
        if (steps.Count == 0)
            return;
        output.Write("\nIt rests on steps that no page of the vendor states outright:\n\n");
        foreach (var step in steps)
            output.Write($"- {step.Step} ({TraceWords.Of(step.Confidence)}): {Escape(step.What)}\n");
    }

    private static void WriteChange(WordedChange change, TextWriter output)
    {
        output.Write($"- {(change.Change.Kind <= ChangeKind.Opened ? $"**{Escape(change.Class)}**" : Escape(change.Class))}: {Escape(change.Effect)}\n");
        var places = new List<string>();
        if (DiffReport.Cause(change.Change.TraceBefore, change.Change.TraceAfter) is { } before)
            places.Add($"before `{DisplayWidth.Show(DiffReport.PlaceOf(before))}`");
        if (DiffReport.Cause(change.Change.TraceAfter, change.Change.TraceBefore) is { } after)
            places.Add($"after `{DisplayWidth.Show(DiffReport.PlaceOf(after))}`");
        output.Write($"  <br>{(places.Count > 0 ? string.Join(", ", places) + "; " : "")}try `{DisplayWidth.Show(DiffReport.Trace(change.Change.Witness))}`\n");
    }

    // What would be markup in a name stays a text.
    private static string Escape(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        foreach (var c in DisplayWidth.Show(text.ReplaceLineEndings(" ")))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~' or '@' or '&' or '!')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}

using ConnectorLint.Descriptions;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.Cli.Output;

/// <summary>A comparison as people read it: by harm, each change with an example and the properties that decide.</summary>
internal static class DiffTextWriter
{
    public static void Write(DiffReport report, Styles styles, TextWriter output)
    {
        foreach (var kind in report.Told.GroupBy(change => change.Change.Kind))
        {
            var style = kind.Key switch
            {
                ChangeKind.Lost or ChangeKind.Opened => styles.Error,
                ChangeKind.Weakened => styles.Warning,
                _ => styles.Info,
            };
            output.Write($"{style}{DiffReport.Heading(kind.Key)}{styles.Reset}\n");
            foreach (var change in kind)
                WriteChange(change, styles, output);
            output.Write("\n");
        }

        output.Write($"{styles.Bold}{DisplayWidth.Show(report.Summary)}{styles.Reset}\n");
        WriteUncertain(report.Uncertain, output);
    }

    /// <summary>Several tenants: what changed first, then what is new or gone, then what is the same.</summary>
    public static void Write(IReadOnlyList<DiffReport> reports, Styles styles, TextWriter output)
    {
        var several = new DiffReports(reports);
        foreach (var report in several.Changed)
        {
            output.Write($"{styles.Bold}Tenant {DisplayWidth.Show(report.Tenant)}{styles.Reset}\n\n");
            Write(report, styles, output);
            output.Write("\n");
        }

        foreach (var report in several.NewOrGone)
            output.Write($"{DisplayWidth.Show(report.Summary)}\n");
        if (several.NewOrGone.Count > 0)
            output.Write("\n");
        if (several.Same.Count > 0)
        {
            output.Write($"{DisplayWidth.Show(several.SameSummary)}\n");
            WriteUncertain(several.Uncertain, output);
            output.Write("\n");
        }

        output.Write($"{styles.Bold}{several.Summary}{styles.Reset}\n");
    }

    private static void WriteUncertain(IReadOnlyList<TraceStep> steps, TextWriter output)
    {
        if (steps.Count == 0)
            return;
        output.Write("It rests on steps that no page of the vendor states outright:\n");
        foreach (var step in steps)
            output.Write($"  {step.Step} [{TraceWords.Of(step.Confidence)}] {DisplayWidth.Show(step.What)}\n");
    }

    private static void WriteChange(WordedChange change, Styles styles, TextWriter output)
    {
        output.Write($"  {styles.Bold}{DisplayWidth.Show(change.Class)}{styles.Reset}: {DisplayWidth.Show(change.Effect)}\n");
        WriteCause("before", change.Change.TraceBefore, change.Change.TraceAfter, output);
        WriteCause("after", change.Change.TraceAfter, change.Change.TraceBefore, output);
        output.Write($"    try: {DisplayWidth.Show(DiffReport.Trace(change.Change.Witness))}\n");
    }

    private static void WriteCause(string when, TraceResult trace, TraceResult other, TextWriter output)
    {
        if (DiffReport.Cause(trace, other) is { } step)
            output.Write($"    {when}: {DisplayWidth.Show($"{DiffReport.PlaceOf(step)}: {step.What}")}{(trace.IsCertain ? "" : " (not certain)")}\n");
    }
}

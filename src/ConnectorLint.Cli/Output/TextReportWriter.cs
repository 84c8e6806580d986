using System.Globalization;
using ConnectorLint.Cli.Commands;
using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>For people: one block a finding, with the source line, the squiggle, the other places and the way out; a summary last.</summary>
internal sealed class TextReportWriter : IReportWriter
{
    public string Name => "text";

    public void Write(LintReport report, ReportSettings settings, TextWriter output)
    {
        var styles = new Styles(settings.UsesColor);
        foreach (var finding in report.Findings)
            WriteFinding(finding, styles, output);
        if (settings.IsQuiet || Summary.Of(report, settings) is not { } summary)
            return;
        output.Write($"{styles.Bold}{summary}{styles.Reset}\n");
        if (Summary.Stale(report, settings) is { } stale)
            output.Write($"{stale}\n");
        if (Summary.NotChecked(report) is { } line)
            output.Write($"{line}\n");
    }

    /// <summary>Writes one finding and a blank line.</summary>
    public static void WriteFinding(Diagnostic finding, Styles styles, TextWriter output)
    {
        var style = StyleOf(finding.Severity, styles);
        var gutter = GutterOf(finding);
        output.Write($"{style}{finding.Severity.Word()}[{finding.Rule.Id} {finding.Rule.Name}]{styles.Reset}{styles.Bold}: {DisplayWidth.Show(finding.Message)}{styles.Reset}\n");
        WritePlace(finding.Span, "-->", gutter, styles, output);
        if (finding.Span.File.Text.Length > 0)
        {
            Frame(gutter, styles, output, "\n");
            WriteSnippet(finding.Span, '^', "", style, gutter, styles, output);
        }

        // Another place of the same line is marked under it; any other has a line of its own.
        var beside = finding.Related.Where(related => IsBeside(related.Span, finding.Span)).ToArray();
        foreach (var related in beside)
            WriteMark(related.Span, finding.Span, '-', related.Message, styles.Related, gutter, styles, output);
        foreach (var related in finding.Related.Except(beside))
        {
            if (related.Span.IsNone)
                continue;
            WritePlace(related.Span, ":::", gutter, styles, output);
            if (related.Span.File.Text.Length > 0)
                WriteSnippet(related.Span, '-', related.Message, styles.Related, gutter, styles, output);
        }

        var lines = finding.Help.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            output.Write($"{new string(' ', gutter)} {(i == 0 ? $"{styles.Frame}={styles.Reset} help: " : "        ")}{DisplayWidth.Show(lines[i])}\n");
        output.Write("\n");
    }

    private static void WritePlace(SourceSpan span, string arrow, int gutter, Styles styles, TextWriter output)
    {
        var (line, column) = span.File.PositionAt(span.Start);
        output.Write($"{new string(' ', gutter)}{styles.Frame}{arrow}{styles.Reset} {DisplayWidth.Show(span.File.Path)}:{line}:{column}\n");
    }

    private static void WriteSnippet(SourceSpan span, char mark, string label, string style, int gutter, Styles styles, TextWriter output)
    {
        var line = span.File.PositionAt(span.Start).Line;
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(gutter);
        output.Write($"{styles.Frame}{number} |{styles.Reset} {Excerpt.Of(span).Text}\n");
        WriteMark(span, span, mark, label, style, gutter, styles, output);
    }

    // The line of the squiggle, under a line that is shown as it is cut for another span.
    private static void WriteMark(SourceSpan span, SourceSpan shown, char mark, string label, string style, int gutter, Styles styles, TextWriter output)
    {
        var excerpt = Excerpt.Of(span, shown);
        var more = span.File.PositionAt(span.End).Line - span.File.PositionAt(span.Start).Line;
        var tail = $"{DisplayWidth.Show(label)}{(more == 0 ? "" : $" and {more} more line{(more == 1 ? "" : "s")}")}".Trim();
        var marks = new string(mark, Math.Max(1, excerpt.MarkWidth));
        Frame(gutter, styles, output, $" {new string(' ', excerpt.Indent)}{style}{marks}{(tail.Length > 0 ? " " + tail : "")}{styles.Reset}\n");
    }

    private static bool IsBeside(SourceSpan span, SourceSpan primary) =>
        !span.IsNone && span.File == primary.File && span.File.PositionAt(span.Start).Line == span.File.PositionAt(primary.Start).Line && Excerpt.IsShown(span, primary);

    private static void Frame(int gutter, Styles styles, TextWriter output, string rest) =>
        output.Write($"{new string(' ', gutter)} {styles.Frame}|{styles.Reset}{rest}");

    private static int GutterOf(Diagnostic finding)
    {
        var last = finding.Related.Where(related => !related.Span.IsNone).Select(related => related.Span).Append(finding.Span)
            .Max(span => span.File.PositionAt(span.Start).Line);
        return last.ToString(CultureInfo.InvariantCulture).Length;
    }

    private static string StyleOf(Severity severity, Styles styles) => severity switch
    {
        Severity.Error => styles.Error,
        Severity.Warning => styles.Warning,
        _ => styles.Info,
    };
}

using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Descriptions;

/// <summary>A finding as people read it: the source line, the squiggle, the other places and the way out. The report, <c>explain</c> and the rule pages show the same.</summary>
internal static class FindingBlock
{
    /// <summary>Writes one finding and a blank line.</summary>
    public static void Write(Diagnostic finding, Styles styles, TextWriter output) =>
        Write($"{finding.Severity.Word()}[{finding.Rule.Id} {finding.Rule.Name}]", finding.Severity, finding.Message, finding.Span, finding.Related, finding.Help, styles, output);

    /// <summary>Writes what is like a finding, and a blank line.</summary>
    public static void Write(
        string title, Severity severity, string message, SourceSpan span, IReadOnlyList<RelatedSpan> relatedSpans, string help, Styles styles, TextWriter output)
    {
        var style = StyleOf(severity, styles);
        var gutter = GutterOf(span, relatedSpans);
        output.Write($"{style}{title}{styles.Reset}{styles.Bold}: {DisplayWidth.Show(message)}{styles.Reset}\n");
        WritePlace(span, "-->", gutter, styles, output);
        if (span.File.Text.Length > 0)
        {
            Frame(gutter, styles, output, "\n");
            WriteSnippet(span, '^', "", style, gutter, styles, output);
        }

        // Another place of the same line is marked under it; any other has a line of its own.
        var beside = relatedSpans.Where(related => IsBeside(related.Span, span)).ToArray();
        foreach (var related in beside)
            WriteMark(related.Span, span, '-', related.Message, styles.Related, gutter, styles, output);
        foreach (var related in relatedSpans.Except(beside))
        {
            if (related.Span.IsNone)
                continue;
            WritePlace(related.Span, ":::", gutter, styles, output);
            if (related.Span.File.Text.Length > 0)
                WriteSnippet(related.Span, '-', related.Message, styles.Related, gutter, styles, output);
        }

        var lines = help.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            output.Write($"{new string(' ', gutter)} {(i == 0 ? $"{styles.Frame}={styles.Reset} help: " : "        ")}{DisplayWidth.Show(lines[i])}\n");
        output.Write("\n");
    }

    /// <summary>Findings one after the other, without a line end at the end.</summary>
    public static string Text(IReadOnlyList<Diagnostic> findings, Styles styles)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var finding in findings)
            Write(finding, styles, text);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Writes a place and its line with a mark under it; without a blank line.</summary>
    public static void WriteSource(SourceSpan span, char mark, string style, Styles styles, TextWriter output)
    {
        var gutter = GutterOf(span, []);
        WritePlace(span, "-->", gutter, styles, output);
        if (span.File.Text.Length > 0)
            WriteSnippet(span, mark, "", style, gutter, styles, output);
    }

    /// <summary>The color of a severity.</summary>
    public static string StyleOf(Severity severity, Styles styles) => severity switch
    {
        Severity.Error => styles.Error,
        Severity.Warning => styles.Warning,
        _ => styles.Info,
    };

    private static void WritePlace(SourceSpan span, string arrow, int gutter, Styles styles, TextWriter output) =>
        output.Write($"{new string(' ', gutter)}{styles.Frame}{arrow}{styles.Reset} {DisplayWidth.Show(span.Place)}\n");

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

    private static int GutterOf(SourceSpan primary, IReadOnlyList<RelatedSpan> relatedSpans)
    {
        var last = relatedSpans.Where(related => !related.Span.IsNone).Select(related => related.Span).Append(primary)
            .Max(span => span.File.PositionAt(span.Start).Line);
        return last.ToString(CultureInfo.InvariantCulture).Length;
    }
}

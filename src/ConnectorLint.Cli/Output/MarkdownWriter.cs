using System.Text;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>Markdown for a comment of a pull request or the summary of a job: the outcome, then a table of what was found.</summary>
internal sealed class MarkdownWriter : IReportWriter
{
    public string Name => "markdown";

    public void Write(LintReport report, ReportSettings settings, TextWriter output)
    {
        output.Write("## ConnectorLint\n");
        if (!settings.IsQuiet && Summary.Of(report, settings) is { } summary)
            output.Write($"\n{Inline(summary)}\n");
        if (report.Findings.Count > 0)
            output.Write("\n| | Where | What | What to do |\n|---|---|---|---|\n");
        foreach (var finding in report.Findings)
        {
            var line = finding.Span.File.PositionAt(finding.Span.Start).Line;
            output.Write($"| {Mark(finding.Severity)} | {Code($"{finding.Span.File.Path}:{line}")} | {Inline(finding.Message)}<br>{Code($"{finding.Rule.Id} {finding.Rule.Name}")} | {Help(finding.Help)} |\n");
        }
    }

    private static string Mark(Severity severity) => severity switch
    {
        Severity.Error => "❌ error",
        Severity.Warning => "⚠️ warning",
        _ => "ℹ️ info",
    };

    // What is to be added to a file stands as code, so that it can be copied.
    private static string Help(string text) =>
        string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimStart().StartsWith("- {", StringComparison.Ordinal) ? Code(line) : Inline(line)));

    // Text that shows as it is: what Markdown or HTML would take for its own is escaped.
    private static string Inline(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (letter == '<')
                escaped.Append("&lt;");
            else if (letter == '&')
                escaped.Append("&amp;");
            else if (@"\`*_[]|~>".Contains(letter, StringComparison.Ordinal))
                escaped.Append('\\').Append(letter);
            else
                escaped.Append(letter);
        }

        return DisplayWidth.Show(escaped.ToString());
    }

    // A name with a backtick needs a longer fence; a bar would end the cell.
    private static string Code(string text)
    {
        var shown = DisplayWidth.Show(text).Replace("|", "\\|", StringComparison.Ordinal);
        var run = 0;
        var longest = 0;
        foreach (var letter in shown)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return longest == 0 ? $"{fence}{shown}{fence}" : $"{fence} {shown} {fence}";
    }
}

using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>Workflow commands that GitHub shows as annotations of a pull request, one line a finding.</summary>
internal sealed class GitHubWriter : IReportWriter
{
    public string Name => "github";

    public void Write(LintReport report, ReportSettings settings, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            var (line, column) = finding.Span.File.PositionAt(finding.Span.Start);
            var (endLine, endColumn) = finding.Span.File.PositionAt(finding.Span.End);
            output.Write($"::{Command(finding.Severity)} file={Property(finding.Span.File.Path)},line={line},endLine={endLine},");
            // GitHub takes columns only for a finding within one line.
            if (line == endLine)
                output.Write($"col={column},endColumn={endColumn},");
            output.Write($"title={Property(finding.Rule.Id + " " + finding.Rule.Name)}::{Data($"{finding.Message}\n{finding.Help}")}\n");
        }

        if (!settings.IsQuiet && Summary.Of(report, settings) is { } summary)
            output.Write(summary + "\n");
    }

    private static string Command(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    // '%' first: the other escapes contain it.
    private static string Data(string text) => DisplayWidth.Show(text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

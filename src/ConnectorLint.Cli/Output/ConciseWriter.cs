using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>One line a finding, <c>file:line:col: severity CL1001 message</c>, for grep and problem matchers.</summary>
internal sealed class ConciseWriter : IReportWriter
{
    public string Name => "concise";

    public void Write(LintReport report, ReportSettings settings, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            var (line, column) = finding.Span.File.PositionAt(finding.Span.Start);
            output.Write($"{DisplayWidth.Show(finding.Span.File.Path)}:{line}:{column}: {finding.Severity.Word()} {finding.Rule.Id} {DisplayWidth.Show(finding.Message.ReplaceLineEndings(" "))}\n");
        }

        if (settings.IsQuiet || Summary.Of(report, settings) is not { } summary)
            return;
        output.Write(summary + "\n");
        if (Summary.Stale(report, settings) is { } stale)
            output.Write(stale + "\n");
    }
}

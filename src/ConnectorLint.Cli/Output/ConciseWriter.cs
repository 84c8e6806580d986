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
            output.Write(Line(finding));

        if (settings.IsQuiet || Summary.Of(report, settings) is not { } summary)
            return;
        output.Write(summary + "\n");
        if (Summary.Stale(report, settings) is { } stale)
            output.Write(stale + "\n");
    }

    /// <summary>The line of a finding, with its line end; nothing in it drives the terminal.</summary>
    public static string Line(Diagnostic finding) =>
        $"{DisplayWidth.Show($"{finding.Span.Place}: {finding.Severity.Word()} {finding.Rule.Id} {finding.Message.ReplaceLineEndings(" ")}")}\n";
}

using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>Logging commands that Azure Pipelines shows as issues of the run, one line a finding.</summary>
internal sealed class AzureWriter : IReportWriter
{
    public string Name => "azure";

    public void Write(LintReport report, ReportSettings settings, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            var path = finding.Span.File.Path;
            var (line, column) = finding.Span.File.PositionAt(finding.Span.Start);
            // The service knows errors and warnings only; an information in their clothes would be a false alarm.
            output.Write(finding.Severity == Severity.Info
                ? ConciseWriter.Line(finding)
                : $"##vso[task.logissue type={finding.Severity.Word()};sourcepath={Property(path)};linenumber={line};columnnumber={column};code={finding.Rule.Id};]{Data(FindingText.Of(finding))}\n");
        }

        if (!settings.IsQuiet && Summary.Of(report, settings) is { } summary)
            output.Write(summary + "\n");
    }

    // '%' first: the other escapes contain it.
    private static string Data(string text) => DisplayWidth.Show(text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) => Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}

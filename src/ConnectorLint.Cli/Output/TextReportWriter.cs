using ConnectorLint.Configuration;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
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
            FindingBlock.Write(finding, styles, output);
        if (settings.IsQuiet || Summary.Of(report, settings) is not { } summary)
            return;
        output.Write($"{styles.Bold}{summary}{styles.Reset}\n");
        if (Summary.Stale(report, settings) is { } stale)
            output.Write($"{stale}\n");
        if (settings.TellsFixes && Summary.Fixable(report) is { } fixable)
            output.Write($"{fixable}\n");
    }

    /// <summary>Writes a fault of a configuration, as a compiler would, and a blank line.</summary>
    public static void WriteFault(ConfigurationFault fault, Styles styles, TextWriter output)
    {
        var severity = fault.IsError ? Severity.Error : Severity.Warning;
        FindingBlock.Write(severity.Word(), severity, fault.Message, fault.Span, fault.Related, fault.Help, styles, output);
    }
}

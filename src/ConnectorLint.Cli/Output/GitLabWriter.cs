using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>GitLab's code quality report: an array with one entry a finding, which merge requests compare by fingerprint.</summary>
internal sealed class GitLabWriter : IReportWriter
{
    public string Name => "gitlab";

    public void Write(LintReport report, ReportSettings settings, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var finding in report.Findings)
        {
            var file = finding.Span.File;
            json.WriteStartObject();
            // GitLab asks for neither; the Code Climate format, which its own is a part of, for both.
            json.WriteString("type", "issue");
            json.WriteStartArray("categories");
            json.WriteStringValue("Bug Risk");
            json.WriteEndArray();
            json.WriteString("description", FindingText.Of(finding));
            json.WriteString("check_name", $"{finding.Rule.Id} {finding.Rule.Name}");
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteString("severity", Level(finding.Severity));
            json.WriteStartObject("location");
            json.WriteString("path", file.Path);
            json.WriteStartObject("lines");
            json.WriteNumber("begin", file.PositionAt(finding.Span.Start).Line);
            json.WriteNumber("end", file.PositionAt(finding.Span.End).Line);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "critical",
        Severity.Warning => "major",
        _ => "info",
    };
}

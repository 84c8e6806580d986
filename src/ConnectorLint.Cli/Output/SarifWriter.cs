using System.Text.Json;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>SARIF 2.1.0, for code scanning: rules with their help, regions with ends, related places, fingerprints.</summary>
internal sealed class SarifWriter : IReportWriter
{
    private const string Base = "SRCROOT";

    public string Name => "sarif";

    public void Write(LintReport report, ReportSettings settings, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var indexes = WriteTool(json, report);
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteInvocation(json, report);
        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
            WriteResult(json, finding, indexes[finding.Rule.Id]);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static Dictionary<string, int> WriteTool(Utf8JsonWriter json, LintReport report)
    {
        var found = report.Findings.Select(finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal);
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "ConnectorLint");
        json.WriteString("semanticVersion", ProgramVersion.Text);
        json.WriteStartArray("rules");
        foreach (var rule in RuleList.All.Select(r => r.Info).Where(info => found.Contains(info.Id)))
        {
            indexes.Add(rule.Id, indexes.Count);
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", PascalCase(rule.Name));
            WriteText(json, "shortDescription", rule.Summary);
            WriteText(json, "fullDescription", $"{rule.Summary} {rule.Why}");
            json.WriteStartObject("help");
            json.WriteString("text", rule.Help);
            json.WriteString("markdown", $"{rule.Summary}\n\n**Why:** {rule.Why}\n\n**What to do:** {rule.Help}\n\nSource: {rule.Source} ({rule.Confidence}). `connectorlint explain {rule.Id}` shows examples.");
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        return indexes;
    }

    private static void WriteInvocation(Utf8JsonWriter json, LintReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Problems.Count == 0);
        if (report.Problems.Count > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            foreach (var problem in report.Problems)
            {
                json.WriteStartObject();
                json.WriteString("level", "error");
                WriteText(json, "message", $"{problem.Path}: {problem.Message}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding, int index)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", index);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", $"{finding.Message}.\n{finding.Help}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePhysicalLocation(json, finding.Span);
        json.WriteEndObject();
        json.WriteEndArray();
        if (finding.Related.Any(related => !related.Span.IsNone))
        {
            json.WriteStartArray("relatedLocations");
            var id = 0;
            foreach (var related in finding.Related)
            {
                if (related.Span.IsNone)
                    continue;
                json.WriteStartObject();
                json.WriteNumber("id", id++);
                WritePhysicalLocation(json, related.Span);
                WriteText(json, "message", related.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("connectorlint/v1", finding.Fingerprint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePhysicalLocation(Utf8JsonWriter json, SourceSpan span)
    {
        var (line, column) = span.File.PositionAt(span.Start);
        var (endLine, endColumn) = span.File.PositionAt(span.End);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(span.File.Path));
        if (!IsAbsolute(span.File.Path))
            json.WriteString("uriBaseId", Base);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", column);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", endColumn);
        json.WriteNumber("charOffset", span.Start);
        json.WriteNumber("charLength", span.Length);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static bool IsAbsolute(string path) => path.StartsWith('/') || (path.Length > 1 && path[1] == ':');

    private static string Uri(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
        return IsAbsolute(path) ? "file://" + (path.StartsWith('/') ? escaped : "/" + path) : escaped;
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string PascalCase(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

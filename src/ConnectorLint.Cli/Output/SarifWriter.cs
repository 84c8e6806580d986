using System.Text.Json;
using ConnectorLint.Descriptions;
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
        WriteInvocation(json, report, settings);
        var artifacts = WriteArtifacts(json, report, settings);
        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
            WriteResult(json, finding, indexes[finding.Rule.Id], artifacts);
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
        // The validator of code scanning wants an address; the article asks the question that the tool answers.
        json.WriteString("informationUri", SourceKeys.Find("DO-I-NEED")!.Url);
        json.WriteStartArray("rules");
        foreach (var rule in RuleList.All.Select(r => r.Info).Where(info => found.Contains(info.Id)))
        {
            indexes.Add(rule.Id, indexes.Count);
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", PascalCase(rule.Name));
            WriteText(json, "shortDescription", rule.Summary);
            WriteText(json, "fullDescription", $"{rule.Summary} {rule.Why}");
            if (SourceKeys.HelpAddress(rule) is { } address)
                json.WriteString("helpUri", address);
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

    private static void WriteInvocation(Utf8JsonWriter json, LintReport report, ReportSettings settings)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", settings.IsSuccessful);
        var notes = report.Problems.Select(problem => $"{problem.Path}: {problem.Message}").ToList();
        if (report is { Tenants.Count: 0, ElsewhereCount: 0, UntouchedCount: 0 })
            notes.Add($"No tenant file was found; looked at: {report.LookedAt}.");
        if (notes.Count > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            foreach (var note in notes)
            {
                json.WriteStartObject();
                json.WriteString("level", settings.IsSuccessful ? "note" : "error");
                WriteText(json, "message", note);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Where relative paths start, and all files that were judged or are spoken of.
    private static Dictionary<string, int> WriteArtifacts(Utf8JsonWriter json, LintReport report, ReportSettings settings)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Base);
        json.WriteString("uri", Uri(settings.CurrentDirectory.Replace('\\', '/').TrimEnd('/')) + "/");
        json.WriteEndObject();
        json.WriteEndObject();

        var paths = report.Files
            .Concat(report.Findings.Select(finding => finding.Span.File.Path))
            .Concat(report.Findings.SelectMany(finding => finding.Related).Where(related => !related.Span.IsNone).Select(related => related.Span.File.Path))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var judged = report.Files.ToHashSet(StringComparer.Ordinal);
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray("artifacts");
        foreach (var path in paths)
        {
            indexes.Add(path, indexes.Count);
            json.WriteStartObject();
            WriteLocation(json, "location", path);
            json.WriteEndObject();
            if (judged.Contains(path))
            {
                json.WriteStartArray("roles");
                json.WriteStringValue("analysisTarget");
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        return indexes;
    }

    // Left open for what its place adds.
    private static void WriteLocation(Utf8JsonWriter json, string name, string path)
    {
        json.WriteStartObject(name);
        json.WriteString("uri", Uri(path));
        if (!IsAbsolute(path))
            json.WriteString("uriBaseId", Base);
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding, int index, Dictionary<string, int> artifacts)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", index);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", $"{Sentence(finding.Message)}\n{finding.Help}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePhysicalLocation(json, finding.Span, artifacts);
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
                WritePhysicalLocation(json, related.Span, artifacts);
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

    private static void WritePhysicalLocation(Utf8JsonWriter json, SourceSpan span, Dictionary<string, int> artifacts)
    {
        var (line, column) = span.File.PositionAt(span.Start);
        var (endLine, endColumn) = span.File.PositionAt(span.End);
        json.WriteStartObject("physicalLocation");
        WriteLocation(json, "artifactLocation", span.File.Path);
        json.WriteNumber("index", artifacts[span.File.Path]);
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

    private static bool IsAbsolute(string path) => path.StartsWith('/') || (path.Length > 2 && path[1] == ':' && path[2] == '/');

    private static string Uri(string path)
    {
        var drive = IsAbsolute(path) && path[1] == ':' ? path[..2] : "";
        var escaped = drive + string.Join('/', path[drive.Length..].Split('/').Select(System.Uri.EscapeDataString));
        return IsAbsolute(path) || path.Length == 0 ? "file://" + (drive.Length > 0 ? "/" : "") + escaped : escaped;
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Sentence(string message) => message.Length > 0 && message[^1] is '.' or '?' or '!' ? message : message + ".";

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string PascalCase(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

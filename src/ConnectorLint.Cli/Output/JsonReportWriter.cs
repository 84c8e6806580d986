using System.Text.Json;
using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>The report for programs, held by <c>schemas/report.schema.json</c>.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    public string Name => "json";

    public void Write(LintReport report, ReportSettings settings, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartObject("tool");
        json.WriteString("name", "connectorlint");
        json.WriteString("version", ProgramVersion.Text);
        json.WriteEndObject();

        json.WriteStartArray("tenants");
        foreach (var tenant in report.Tenants)
        {
            json.WriteStartObject();
            json.WriteString("name", tenant.Name);
            json.WriteBoolean("hasTopology", tenant.HasTopology);
            json.WriteNumber("inboundConnectors", tenant.InboundCount);
            json.WriteNumber("outboundConnectors", tenant.OutboundCount);
            json.WriteStartArray("files");
            foreach (var file in tenant.Files)
                json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in report.Files)
            json.WriteStringValue(file);
        json.WriteEndArray();

        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
            WriteFinding(json, finding);
        json.WriteEndArray();

        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteString("path", problem.Path);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("summary");
        WriteCounts(json, FindingCounts.Of(report.Findings));
        // A promised key, of the time when none was checked.
        json.WriteNumber("expectationsNotChecked", 0);
        json.WriteEndObject();
        if (settings.HasStatistics)
            WriteStatistics(json, Statistics.Of(report));
        json.WriteEndObject();
    });

    private static void WriteStatistics(Utf8JsonWriter json, Statistics statistics)
    {
        json.WriteStartObject("statistics");
        json.WriteNumber("lookedAt", statistics.LookedAt);
        if (statistics.Shard is { } shard)
        {
            json.WriteString("shard", shard.ToString());
            json.WriteNumber("tenantsInOtherShards", statistics.ElsewhereCount);
        }

        json.WriteStartArray("formats");
        foreach (var format in statistics.Formats)
        {
            json.WriteStartObject();
            json.WriteString("name", format.Name);
            json.WriteNumber("files", format.Files);
            json.WriteNumber("connectors", format.Connectors);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in statistics.Rules)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", rule.Rule.Id);
            json.WriteString("name", rule.Rule.Name);
            WriteCounts(json, rule.Counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tenants");
        foreach (var tenant in statistics.Tenants)
        {
            json.WriteStartObject();
            json.WriteString("name", tenant.Name);
            json.WriteNumber("files", tenant.Files);
            json.WriteNumber("connectors", tenant.Connectors);
            WriteCounts(json, tenant.Counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, FindingCounts counts)
    {
        json.WriteNumber("errors", counts.Errors);
        json.WriteNumber("warnings", counts.Warnings);
        json.WriteNumber("infos", counts.Infos);
    }

    private static void WriteFinding(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Name);
        json.WriteString("severity", finding.Severity.Word());
        json.WriteString("message", finding.Message);
        json.WriteString("help", finding.Help);
        json.WriteString("tenant", finding.Tenant);
        json.WriteString("owner", finding.Owner);
        json.WriteString("property", finding.Property);
        WritePlace(json, finding.Span);
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            if (related.Span.IsNone)
                continue;
            json.WriteStartObject();
            json.WriteString("message", related.Message);
            WritePlace(json, related.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            json.WriteStartObject();
            json.WriteString("title", fix.Title);
            json.WriteBoolean("safe", fix.IsSafe);
            json.WriteString("kind", KindOf(fix.Intent.Kind));
            json.WriteString("owner", fix.Intent.Owner);
            json.WriteString("property", fix.Intent.Property);
            json.WriteString("value", fix.Intent.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteString("file", span.File.Path);
        WritePosition(json, "start", span, span.Start);
        WritePosition(json, "end", span, span.End);
    }

    private static void WritePosition(Utf8JsonWriter json, string name, SourceSpan span, int offset)
    {
        var (line, column) = span.File.PositionAt(offset);
        json.WriteStartObject(name);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteNumber("offset", offset);
        json.WriteEndObject();
    }

    private static string KindOf(FixKind kind) => kind switch
    {
        FixKind.SetProperty => "setProperty",
        FixKind.RemoveProperty => "removeProperty",
        FixKind.RenameProperty => "renameProperty",
        FixKind.ReplaceItem => "replaceItem",
        FixKind.RemoveItem => "removeItem",
        FixKind.AddConnector => "addConnector",
        FixKind.RemoveConnector => "removeConnector",
        _ => "moveToOtherDirection",
    };
}

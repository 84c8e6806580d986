using System.Text.Json;
using ConnectorLint.Descriptions;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Output;

/// <summary>A comparison as JSON.</summary>
internal static class DiffJsonWriter
{
    public static void Write(Utf8JsonWriter json, DiffReport report)
    {
        json.WriteStartObject();
        json.WriteString("tenant", report.Tenant);
        json.WriteString("presence", report.Presence ?? "both");
        json.WriteBoolean("equivalent", report.IsEquivalent);
        json.WriteStartArray("changes");
        foreach (var change in report.Changes)
            WriteChange(json, report.Axes!, change);
        json.WriteEndArray();
        json.WriteStartArray("uncertain");
        foreach (var step in report.Uncertain)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Step);
            json.WriteString("what", step.What);
            json.WriteString("confidence", TraceWords.Of(step.Confidence));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Several tenants: each as one alone, in a list.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DiffReport> reports)
    {
        json.WriteStartObject();
        json.WriteBoolean("equivalent", reports.All(report => report.IsEquivalent));
        json.WriteStartArray("tenants");
        foreach (var report in reports)
            Write(json, report);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, MailAxes axes, WordedChange worded)
    {
        var change = worded.Change;
        json.WriteStartObject();
        json.WriteString("kind", DiffReport.Word(change.Kind));
        json.WriteString("class", worded.Class);
        json.WriteString("effect", worded.Effect);
        json.WriteStartArray("conditions");
        foreach (var region in change.Regions)
            WriteRegion(json, RegionWords.Of(axes, region, change.IsWayOn));
        json.WriteEndArray();
        json.WritePropertyName("witness");
        WriteMessage(json, change.Witness);
        json.WritePropertyName("before");
        TraceJsonWriter.Write(json, change.TraceBefore);
        json.WritePropertyName("after");
        TraceJsonWriter.Write(json, change.TraceAfter);
        json.WriteEndObject();
    }

    // A property of which nothing is said is left out.
    private static void WriteRegion(Utf8JsonWriter json, RegionWords words)
    {
        json.WriteStartObject();
        WriteSet(json, "from", words.Senders);
        WriteSet(json, "to", words.Recipients);
        WriteSet(json, "ip", words.Addresses);
        WriteSet(json, "certificate", words.Certificates);
        if (words.Tls is { } tls)
            json.WriteBoolean("tls", tls);
        WriteList(json, "recipient", words.Kinds.Select(DiffReport.KindWord));
        WriteList(json, "comesFrom", words.Origins.Select(origin => origin switch
        {
            Origin.Mailbox => "mailbox",
            Origin.OwnServers => "ownServers",
            Origin.OwnServersForeign => "ownServersForOthers",
            _ => "internet",
        }));
        json.WriteEndObject();
    }

    private static void WriteSet(Utf8JsonWriter json, string name, AxisWords words)
    {
        if (words.IsAll)
            return;
        json.WriteStartObject(name);
        WriteList(json, words.IsExcept ? "except" : "in", words.Patterns, isAlways: true);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts, bool isAlways = false)
    {
        var list = texts.ToArray();
        if (list.Length == 0 && !isAlways)
            return;
        json.WriteStartArray(name);
        foreach (var text in list)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, TraceMessage message)
    {
        json.WriteStartObject();
        json.WriteString("direction", message.Direction == Direction.Inbound ? "inbound" : "outbound");
        json.WriteString("from", message.From.Length == 0 ? "<>" : $"someone@{message.From}");
        json.WriteString("to", $"someone@{message.To}");
        if (message.IP is { } address)
            json.WriteString("ip", address.ToString());
        if (message.Certificates.Count > 0)
            WriteList(json, "certificates", message.Certificates.Select(name => name.ToString()));
        if (message.Tls is { } tls)
            json.WriteBoolean("tls", tls);
        if (message.Recipient != RecipientKind.NotSaid)
            json.WriteString("recipient", DiffReport.KindWord(message.Recipient));
        json.WriteEndObject();
    }
}

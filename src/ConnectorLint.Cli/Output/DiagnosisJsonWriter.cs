using System.Text.Json;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;
using ConnectorLint.MailFlow.Codes;

namespace ConnectorLint.Cli.Output;

/// <summary>A diagnosis as one JSON object.</summary>
internal static class DiagnosisJsonWriter
{
    public static void Write(Utf8JsonWriter json, Bounce bounce, BounceHints hints, IReadOnlyList<CodeDiagnosis> diagnoses)
    {
        json.WriteStartObject();
        json.WriteStartObject("message");
        WriteText(json, "from", hints.From);
        WriteText(json, "to", hints.To);
        WriteText(json, "ip", hints.IP?.ToString());
        json.WriteStartArray("certificates");
        foreach (var certificate in hints.Certificates)
            json.WriteStringValue(certificate.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("diagnoses");
        foreach (var diagnosis in diagnoses)
            WriteDiagnosis(json, diagnosis);
        json.WriteEndArray();
        json.WriteStartArray("unknown");
        foreach (var code in bounce.Unknown)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteStartArray("nearest");
            foreach (var near in BounceCodes.Nearest(code))
                json.WriteStringValue(near.Code);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDiagnosis(Utf8JsonWriter json, CodeDiagnosis diagnosis)
    {
        var code = diagnosis.Code;
        json.WriteStartObject();
        json.WriteString("code", code.Code);
        json.WriteString("reply", code.Reply);
        json.WriteString("text", code.Text);
        json.WriteString("meaning", code.Meaning);
        json.WriteString("confidence", TraceWords.Of(code.Confidence));
        json.WriteString("source", code.Source);
        if (diagnosis.IsConfirmed is { } isConfirmed)
            json.WriteBoolean("confirmed", isConfirmed);
        else
            json.WriteNull("confirmed");
        json.WritePropertyName("trace");
        if (diagnosis.Traced is { } traced)
            TraceJsonWriter.Write(json, traced);
        else
            json.WriteNullValue();
        json.WriteStartArray("causes");
        foreach (var cause in diagnosis.Causes)
            WriteCause(json, cause);
        json.WriteEndArray();
        json.WriteStartArray("check");
        foreach (var check in code.Checks)
            json.WriteStringValue(check);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCause(Utf8JsonWriter json, Cause cause)
    {
        json.WriteStartObject();
        json.WriteString("likelihood", DiagnosisWords.Of(cause.Likelihood));
        json.WriteString("what", cause.What);
        json.WriteString("help", cause.Help);
        json.WriteString("confidence", TraceWords.Of(cause.Confidence));
        json.WriteString("source", cause.Source);
        WriteText(json, "connector", cause.Connector?.Name);
        WriteText(json, "property", cause.Property);
        TraceJsonWriter.WriteSpan(json, cause.Span);
        json.WriteStartArray("related");
        foreach (var related in cause.Related.Where(related => !related.Span.IsNone))
        {
            json.WriteStartObject();
            json.WriteString("message", related.Message);
            TraceJsonWriter.WriteSpan(json, related.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }
}

using System.Text.Json;
using ConnectorLint.Descriptions;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Syntax;

namespace ConnectorLint.Cli.Output;

/// <summary>A trace as one JSON object; the same whether it stands alone or is a line of a batch.</summary>
internal static class TraceJsonWriter
{
    private static readonly JsonEncodedText Direction = JsonEncodedText.Encode("direction");
    private static readonly JsonEncodedText Result = JsonEncodedText.Encode("result");
    private static readonly JsonEncodedText Connector = JsonEncodedText.Encode("connector");
    private static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText NextHop = JsonEncodedText.Encode("nextHop");
    private static readonly JsonEncodedText Tls = JsonEncodedText.Encode("tls");
    private static readonly JsonEncodedText Certain = JsonEncodedText.Encode("certain");
    private static readonly JsonEncodedText Steps = JsonEncodedText.Encode("steps");
    private static readonly JsonEncodedText Step = JsonEncodedText.Encode("step");
    private static readonly JsonEncodedText What = JsonEncodedText.Encode("what");
    private static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
    private static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    private static readonly JsonEncodedText Span = JsonEncodedText.Encode("span");
    private static readonly JsonEncodedText File = JsonEncodedText.Encode("file");
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");
    private static readonly JsonEncodedText Column = JsonEncodedText.Encode("column");
    private static readonly JsonEncodedText Offset = JsonEncodedText.Encode("offset");

    public static void Write(Utf8JsonWriter json, TraceResult result)
    {
        json.WriteStartObject();
        json.WriteString(Direction, result.Direction == Model.Direction.Inbound ? "inbound" : "outbound");
        json.WriteString(Result, TraceWords.Of(result.Outcome));
        WriteText(json, Connector, result.Connector);
        WriteText(json, Code, result.Code);
        if (result.NextHop is null)
        {
            json.WriteNull(NextHop);
        }
        else if (result.NextHop.IsMx)
        {
            json.WriteString(NextHop, "mx");
        }
        else
        {
            json.WriteStartArray(NextHop);
            foreach (var host in result.NextHop.Hosts)
                json.WriteStringValue(host);
            json.WriteEndArray();
        }

        WriteText(json, Tls, result.Tls);
        json.WriteBoolean(Certain, result.IsCertain);
        json.WriteStartArray(Steps);
        foreach (var step in result.Steps)
            WriteStep(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, TraceStep step)
    {
        json.WriteStartObject();
        json.WriteString(Step, step.Step);
        json.WriteString(What, step.What);
        json.WriteString(Confidence, TraceWords.Of(step.Confidence));
        WriteText(json, Source, step.Source.Length == 0 ? null : step.Source);
        WriteSpan(json, step.Span);
        json.WriteEndObject();
    }

    /// <summary>Writes where something stands, or null, as the property <c>span</c>.</summary>
    public static void WriteSpan(Utf8JsonWriter json, SourceSpan span)
    {
        if (span.IsNone)
        {
            json.WriteNull(Span);
        }
        else
        {
            json.WriteStartObject(Span);
            json.WriteString(File, span.File.Path);
            WritePosition(json, Start, span, span.Start);
            WritePosition(json, End, span, span.End);
            json.WriteEndObject();
        }
    }

    private static void WritePosition(Utf8JsonWriter json, JsonEncodedText name, SourceSpan span, int offset)
    {
        var (line, column) = span.File.PositionAt(offset);
        json.WriteStartObject(name);
        json.WriteNumber(Line, line);
        json.WriteNumber(Column, column);
        json.WriteNumber(Offset, offset);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, JsonEncodedText name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ConnectorLint.LanguageServer.Rpc;

/// <summary>
/// JSON to messages and back. The library's own formatter asks for reflection, and ends the connection at a message that is no JSON;
/// this one turns it into a request that is answered with an error.
/// </summary>
internal sealed class LspFormatter : IJsonRpcMessageTextFormatter
{
    /// <summary>The method that messages go to which are none.</summary>
    public const string MalformedMethod = "$/malformed";

    /// <summary>The largest depth of a message; the default of the JSON library, said here because it guards the stack.</summary>
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64 };

    // What the client was asked and has not answered: the library ends the connection at an answer to nothing.
    private readonly ConcurrentDictionary<RequestId, bool> _asked = new();

    /// <summary>UTF-8, the only one of the protocol.</summary>
    public Encoding Encoding { get; set; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public JsonRpcMessage Deserialize(ReadOnlySequence<byte> contentBuffer, Encoding encoding) => Deserialize(contentBuffer);

    /// <inheritdoc/>
    public JsonRpcMessage Deserialize(ReadOnlySequence<byte> contentBuffer)
    {
        try
        {
            // A copy: the buffer is used again for the next message.
            var bytes = contentBuffer.ToArray();
            MendHalfPairs(bytes);
            using var document = JsonDocument.Parse(bytes, s_options);
            return Read(document.RootElement.Clone());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text in it is not UTF-8.
            return Malformed(JsonRpcErrorCode.ParseError);
        }
    }

    // An editor may write half of a surrogate pair, which is no text here. U+FFFD in its place keeps all offsets as the editor counts them.
    private static void MendHalfPairs(Span<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0;)
        {
            if (UnitAt(json, at) is not { } unit || !char.IsSurrogate(unit))
            {
                at = Next(json, at + 2);
                continue;
            }

            if (char.IsHighSurrogate(unit) && UnitAt(json, at + 6) is { } low && char.IsLowSurrogate(low))
            {
                at = Next(json, at + 12);
                continue;
            }

            "FFFD"u8.CopyTo(json[(at + 2)..]);
            at = Next(json, at + 6);
        }

        static int Next(ReadOnlySpan<byte> json, int from)
        {
            if (from >= json.Length)
                return -1;
            var next = json[from..].IndexOf((byte)'\\');
            return next < 0 ? -1 : from + next;
        }
    }

    private static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var length, 'x') && length == 4 ? (char)unit : null;

    /// <inheritdoc/>
    public void Serialize(IBufferWriter<byte> bufferWriter, JsonRpcMessage message)
    {
        using var writer = new Utf8JsonWriter(bufferWriter);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        switch (message)
        {
            case JsonRpcRequest request:
                if (!request.RequestId.IsEmpty)
                {
                    _asked[request.RequestId] = true;
                    WriteId(writer, request.RequestId);
                }

                writer.WriteString("method"u8, request.Method);
                if (request.ArgumentsList is [OutgoingValue parameters])
                {
                    writer.WritePropertyName("params"u8);
                    parameters.Write(writer);
                }
                else if (request.NamedArguments is { } named && named.TryGetValue("id", out var id) && id is RequestId cancelled)
                {
                    // $/cancelRequest, which the library sends.
                    writer.WriteStartObject("params"u8);
                    WriteId(writer, cancelled);
                    writer.WriteEndObject();
                }

                break;
            case JsonRpcResult result:
                WriteId(writer, result.RequestId);
                writer.WritePropertyName("result"u8);
                (result.Result as OutgoingValue ?? OutgoingValue.Null).Write(writer);
                break;
            case JsonRpcError error:
                WriteId(writer, error.RequestId);
                writer.WriteStartObject("error"u8);
                writer.WriteNumber("code"u8, (int)(error.Error?.Code ?? JsonRpcErrorCode.InternalError));
                writer.WriteString("message"u8, error.Error?.Message ?? "");
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public object GetJsonText(JsonRpcMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Serialize(buffer, message);
        return Encoding.GetString(buffer.WrittenSpan);
    }

    /// <summary>An id as it came; null when it is none.</summary>
    public static object? ReadId(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => new RequestId(id.GetString()),
        JsonValueKind.Number when id.TryGetInt64(out var number) => new RequestId(number),
        _ => null,
    };

    private JsonRpcMessage Read(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
            return Malformed(JsonRpcErrorCode.InvalidRequest);
        var hasId = message.TryGetProperty("id", out var idElement);
        var id = hasId ? ReadId(idElement) as RequestId? : RequestId.NotSpecified;
        if (message.TryGetProperty("method", out var method))
        {
            if (method.ValueKind != JsonValueKind.String || id is null)
                return Malformed(JsonRpcErrorCode.InvalidRequest, id);
            message.TryGetProperty("params", out var parameters);
            return new IncomingRequest { Method = method.GetString(), RequestId = id.Value, Parameters = parameters };
        }

        var isAnswer = message.TryGetProperty("error", out _) || message.TryGetProperty("result", out _);
        if (isAnswer && (id is not { } asked || !_asked.TryRemove(asked, out _)))
            return new IncomingRequest { Method = "$/answerToNothing", RequestId = RequestId.NotSpecified };
        if (message.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            var text = error.TryGetProperty("message", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : "";
            var code = error.TryGetProperty("code", out var number) && number.TryGetInt32(out var value) ? value : (int)JsonRpcErrorCode.InternalError;
            return new JsonRpcError { RequestId = id ?? RequestId.Null, Error = new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)code, Message = text } };
        }

        if (message.TryGetProperty("result", out var result) && id is { } answered)
        {
            var incoming = IncomingResult.Of(result);
            incoming.RequestId = answered;
            return incoming;
        }

        return Malformed(JsonRpcErrorCode.InvalidRequest, id);
    }

    private static IncomingRequest Malformed(JsonRpcErrorCode code, RequestId? id = null) => new()
    {
        Method = MalformedMethod,
        RequestId = id is { IsEmpty: false } known ? known : RequestId.Null,
        Parameters = JsonSerializer.SerializeToElement((int)code, Protocol.ProtocolJson.Default.Int32),
    };

    private static void WriteId(Utf8JsonWriter writer, RequestId id)
    {
        if (id.Number is { } number)
            writer.WriteNumber("id"u8, number);
        else if (id.String is { } text)
            writer.WriteString("id"u8, text);
        else
            writer.WriteNull("id"u8);
    }
}

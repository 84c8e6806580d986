using System.Globalization;
using System.Text.Json;
using ConnectorLint.Diagnosis;
using ConnectorLint.Diagnostics;

namespace ConnectorLint.Cli.Commands;

/// <summary>One line of a batch: a message as a JSON object.</summary>
internal static class TraceLineReader
{
    private static readonly string[] Names = ["direction", "from", "to", "ip", "certificates", "tls", "recipient"];

    /// <summary>Reads it.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public static string? Read(ReadOnlySpan<byte> line, out TraceInput input)
    {
        input = new TraceInput();
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                return "is no JSON object";
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (ReadProperty(ref json, input) is { } fault)
                    return fault;
            }

            // What stands behind the object is read to its end, and must be nothing.
            json.Read();
            return null;
        }
        catch (JsonException exception)
        {
            return $"is not JSON (column {((exception.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture)})";
        }
        catch (InvalidOperationException)
        {
            return "has a text that is not valid UTF-8";
        }
    }

    private static string? ReadProperty(ref Utf8JsonReader json, TraceInput input)
    {
        if (json.ValueTextEquals("from"u8))
            return ReadText(ref json, "from", out var from) ?? Set(from, value => input.From = value);
        if (json.ValueTextEquals("to"u8))
            return ReadText(ref json, "to", out var to) ?? Set(to, value => input.To = value);
        if (json.ValueTextEquals("ip"u8))
            return ReadText(ref json, "ip", out var ip) ?? Set(ip, value => input.IP = value);
        if (json.ValueTextEquals("direction"u8))
            return ReadText(ref json, "direction", out var direction) ?? Set(direction, value => input.Direction = value);
        if (json.ValueTextEquals("recipient"u8))
            return ReadText(ref json, "recipient", out var recipient) ?? Set(recipient, value => input.Recipient = value);
        if (json.ValueTextEquals("tls"u8))
        {
            json.Read();
            if (json.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null))
                return "tls must be true or false";
            input.Tls = json.TokenType == JsonTokenType.Null ? null : json.TokenType == JsonTokenType.True;
            return null;
        }

        if (json.ValueTextEquals("certificates"u8))
            return ReadCertificates(ref json, input.Certificates);
        var name = json.GetString()!;
        var nearest = Spelling.Nearest(name, Names);
        return $"there is no property '{name}'{(nearest is null ? $"; there are {string.Join(", ", Names)}" : $"; did you mean {nearest}?")}";
    }

    private static string? ReadCertificates(ref Utf8JsonReader json, List<string> certificates)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType == JsonTokenType.String)
        {
            certificates.Add(json.GetString()!);
            return null;
        }

        if (json.TokenType != JsonTokenType.StartArray)
            return "certificates must be a list of names";
        while (json.Read() && json.TokenType == JsonTokenType.String)
            certificates.Add(json.GetString()!);
        return json.TokenType == JsonTokenType.EndArray ? null : "certificates must be a list of names";
    }

    private static string? ReadText(ref Utf8JsonReader json, string name, out string? text)
    {
        json.Read();
        text = json.TokenType == JsonTokenType.String ? json.GetString() : null;
        return json.TokenType is JsonTokenType.String or JsonTokenType.Null ? null : $"{name} must be a text";
    }

    private static string? Set(string? text, Action<string?> set)
    {
        set(text);
        return null;
    }
}

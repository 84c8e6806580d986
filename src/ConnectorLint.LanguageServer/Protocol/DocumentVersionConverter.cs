using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>Writes a version as a number or <c>null</c>.</summary>
internal sealed class DocumentVersionConverter : JsonConverter<DocumentVersion>
{
    /// <inheritdoc/>
    public override DocumentVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DocumentVersion value, JsonSerializerOptions options)
    {
        if (value.Value is { } version)
            writer.WriteNumberValue(version);
        else
            writer.WriteNullValue();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ConnectorLint.LanguageServer.Rpc;

/// <summary>The parameters or the result of a message, with what is needed to write it: no reflection.</summary>
internal abstract class OutgoingValue
{
    /// <summary>Nothing: <c>null</c>.</summary>
    public static OutgoingValue Null { get; } = new NullValue();

    /// <summary>A value and how it is written.</summary>
    public static OutgoingValue Of<T>(T value, JsonTypeInfo<T> type) => new TypedValue<T>(value, type);

    /// <summary>Writes it.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    private sealed class NullValue : OutgoingValue
    {
        public override void Write(Utf8JsonWriter writer) => writer.WriteNullValue();
    }

    private sealed class TypedValue<T>(T value, JsonTypeInfo<T> type) : OutgoingValue
    {
        public override void Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, value, type);
    }
}

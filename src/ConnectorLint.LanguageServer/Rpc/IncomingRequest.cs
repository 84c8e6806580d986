using System.Reflection;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ConnectorLint.LanguageServer.Rpc;

/// <summary>A request or notification of the client. Its parameters stay JSON: the endpoint reads them, and says what is wrong with them.</summary>
internal sealed class IncomingRequest : JsonRpcRequest
{
    /// <summary>The parameters; undefined when there are none.</summary>
    public JsonElement Parameters { get; init; }

    /// <inheritdoc/>
    public override bool TryGetArgumentByNameOrIndex(string? name, int position, Type? typeHint, out object? value)
    {
        if (typeHint == typeof(JsonElement))
        {
            value = Parameters;
            return true;
        }

        // What the library itself asks for: which request $/cancelRequest means.
        value = null;
        if (typeHint == typeof(RequestId) && name is not null && Parameters.ValueKind == JsonValueKind.Object && Parameters.TryGetProperty(name, out var id))
            value = LspFormatter.ReadId(id);
        return value is not null;
    }

    /// <inheritdoc/>
    public override ArgumentMatchResult TryGetTypedArguments(ReadOnlySpan<ParameterInfo> parameters, Span<object?> typedArguments)
    {
        if (parameters.Length > 0 && parameters[0].ParameterType == typeof(JsonElement))
        {
            typedArguments[0] = Parameters;
            return ArgumentMatchResult.Success;
        }

        if (parameters.Length > 0 && TryGetArgumentByNameOrIndex(parameters[0].Name, 0, parameters[0].ParameterType, out var only))
        {
            typedArguments[0] = only;
            return ArgumentMatchResult.Success;
        }

        return base.TryGetTypedArguments(parameters, typedArguments);
    }
}

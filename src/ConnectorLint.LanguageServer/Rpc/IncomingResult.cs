using System.Text.Json;
using StreamJsonRpc.Protocol;

namespace ConnectorLint.LanguageServer.Rpc;

/// <summary>The client's answer to a request of the server; asked for as JSON only.</summary>
internal sealed class IncomingResult : JsonRpcResult
{
    /// <inheritdoc/>
    public override T GetResult<T>() => Result is T result ? result : default!;

    /// <summary>Makes the answer.</summary>
    public static IncomingResult Of(JsonElement result) => new() { Result = result };
}

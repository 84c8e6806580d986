using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ConnectorLint.LanguageServer.Rpc;

/// <summary>What answers the client: each method with the types of its parameters and its result.</summary>
/// <param name="rpc">The connection.</param>
/// <param name="refusal">Why a method is not answered now, by its name; null: it is.</param>
/// <param name="log">Takes what went wrong inside.</param>
internal sealed class Endpoints(JsonRpc rpc, Func<string, LocalRpcException?> refusal, Action<string> log)
{
    /// <summary>Adds a request.</summary>
    /// <remarks>The handler runs in the order of the messages up to where it first waits.</remarks>
    public void Request<TParams, TResult>(string method, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result, Func<TParams, CancellationToken, Task<TResult?>> handler) =>
        Add(method, async (json, cancellation) =>
        {
            if (refusal(method) is { } refused)
                throw refused;
            var answer = await handler(Read(method, json, parameters), cancellation).ConfigureAwait(false);
            return answer is null ? OutgoingValue.Null : OutgoingValue.Of(answer, result);
        });

    /// <summary>Adds a request without parameters or result.</summary>
    public void Request(string method, Func<JsonElement, OutgoingValue> handler) =>
        Add(method, (json, _) => refusal(method) is { } refused ? throw refused : Task.FromResult(handler(json)));

    /// <summary>Adds a notification; one with wrong parameters is logged, since nobody waits for an answer.</summary>
    public void Notification<TParams>(string method, JsonTypeInfo<TParams> parameters, Action<TParams> handler) =>
        Add(method, (json, _) =>
        {
            if (refusal(method) is null)
                handler(Read(method, json, parameters));
            return Task.FromResult(OutgoingValue.Null);
        });

    /// <summary>Adds what ends the process, whatever came before.</summary>
    public void Exit(Action handler) =>
        Add("exit", (_, _) =>
        {
            handler();
            return Task.FromResult(OutgoingValue.Null);
        });

    private static T Read<T>(string method, JsonElement json, JsonTypeInfo<T> type)
    {
        try
        {
            var value = json.ValueKind == JsonValueKind.Undefined ? default : json.Deserialize(type);
            return value ?? throw Invalid(method, "they are missing");
        }
        catch (JsonException exception)
        {
            throw Invalid(method, exception.Message);
        }
    }

    private static LocalRpcException Invalid(string method, string why) =>
        new($"the parameters of {method} are wrong: {why}") { ErrorCode = (int)JsonRpcErrorCode.InvalidParams };

    private void Add(string method, Func<JsonElement, CancellationToken, Task<OutgoingValue>> handler)
    {
        var endpoint = new Endpoint(method, handler, log);
        Func<JsonElement, CancellationToken, Task<OutgoingValue>> invoke = endpoint.InvokeAsync;
        rpc.AddLocalRpcMethod(invoke.Method, endpoint, new JsonRpcMethodAttribute(method));
    }

    private sealed class Endpoint(string method, Func<JsonElement, CancellationToken, Task<OutgoingValue>> handler, Action<string> log)
    {
        public async Task<OutgoingValue> InvokeAsync(JsonElement parameters, CancellationToken cancellation)
        {
            try
            {
                return await handler(parameters, cancellation).ConfigureAwait(false);
            }
            catch (LocalRpcException exception)
            {
                log($"{method}: {exception.Message}");
                throw;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log($"{method}: internal error: {exception}");
                throw new LocalRpcException($"internal error in {method}: {exception.GetType().Name}: {exception.Message}") { ErrorCode = (int)JsonRpcErrorCode.InternalError };
            }
        }
    }
}

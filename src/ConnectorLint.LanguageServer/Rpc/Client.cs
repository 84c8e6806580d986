using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ConnectorLint.LanguageServer.Protocol;
using StreamJsonRpc;

namespace ConnectorLint.LanguageServer.Rpc;

/// <summary>The other end: what the server sends of its own accord. A client that is gone is no fault.</summary>
internal sealed class Client(JsonRpc rpc)
{
    /// <summary>Sends a notification.</summary>
    public async Task NotifyAsync<T>(string method, T parameters, JsonTypeInfo<T> type)
    {
        try
        {
            await rpc.NotifyAsync(method, OutgoingValue.Of(parameters, type)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ConnectionLostException or ObjectDisposedException or IOException)
        {
        }
    }

    /// <summary>Asks the client; null when it refused or is gone.</summary>
    public async Task<JsonElement?> AskAsync<T>(string method, T parameters, JsonTypeInfo<T> type)
    {
        try
        {
            return await rpc.InvokeAsync<JsonElement>(method, OutgoingValue.Of(parameters, type)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ConnectionLostException or ObjectDisposedException or IOException or RemoteRpcException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Asks the client for something without parameters.</summary>
    public async Task AskAsync(string method)
    {
        try
        {
            await rpc.InvokeAsync<JsonElement>(method).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ConnectionLostException or ObjectDisposedException or IOException or RemoteRpcException or OperationCanceledException)
        {
        }
    }

    /// <summary>Writes a line to the client's log.</summary>
    public Task LogAsync(MessageType type, string message) =>
        NotifyAsync("window/logMessage", new LogMessageParams(type, message), ProtocolJson.Default.LogMessageParams);

    /// <summary>Shows a message to the user.</summary>
    public Task ShowAsync(MessageType type, string message) =>
        NotifyAsync("window/showMessage", new LogMessageParams(type, message), ProtocolJson.Default.LogMessageParams);
}

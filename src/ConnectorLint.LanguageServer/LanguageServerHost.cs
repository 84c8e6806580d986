using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.Model;
using StreamJsonRpc;

namespace ConnectorLint.LanguageServer;

/// <summary>Speaks the Language Server Protocol over two streams.</summary>
public static class LanguageServerHost
{
    /// <summary>Runs until the client says exit, closes the stream or dies.</summary>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What the client reads; nothing else may write to it.</param>
    /// <param name="log">Takes lines for those who look for a fault.</param>
    /// <param name="version">The version that the client is told.</param>
    /// <param name="asOf">The day that dates are compared with.</param>
    /// <param name="advise">The answer to "do I need a connector?" for some tenants, as text.</param>
    /// <returns>0 after an orderly shutdown, else 1.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, Action<string> log, string version, DateTime asOf, Func<IReadOnlyList<TenantModel>, string> advise)
    {
        using var handler = new HeaderDelimitedMessageHandler(output, input, new LspFormatter());
        using var rpc = new JsonRpc(handler);
        rpc.TraceSource.Switch.Level = System.Diagnostics.SourceLevels.Off;
        using var session = new Session(rpc, log, version, asOf, advise);
        rpc.StartListening();
        var lost = LostAsync(rpc, log);
        await Task.WhenAny(session.Exited, lost).ConfigureAwait(false);
        return session.IsShutDown ? 0 : 1;
    }

    private static async Task LostAsync(JsonRpc rpc, Action<string> log)
    {
        try
        {
            await rpc.Completion.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            log($"the connection ended: {exception.Message}");
        }
    }
}

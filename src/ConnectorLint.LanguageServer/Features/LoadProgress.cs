using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>Shows in the editor that files are read, when that takes long.</summary>
internal sealed class LoadProgress(Client client)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(400);
    private CancellationTokenSource? _loading;
    private int _count;

    /// <summary>Whether the client shows progress.</summary>
    public bool IsShown { get; set; }

    /// <summary>Reading began, or ended.</summary>
    public void Loading(bool begins)
    {
        if (!IsShown)
            return;
        if (!begins)
        {
            _loading?.Cancel();
            return;
        }

        _loading = new CancellationTokenSource();
        _ = ShowAsync($"connectorlint/{++_count}", _loading.Token);
    }

    private async Task ShowAsync(string token, CancellationToken loaded)
    {
        await Task.Delay(s_patience, loaded).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loaded.IsCancellationRequested)
            return;
        await client.AskAsync("window/workDoneProgress/create", new ProgressCreateParams(token), ProtocolJson.Default.ProgressCreateParams).ConfigureAwait(false);
        await Send("begin", "Reading the tenants").ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, loaded).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Send("end", null).ConfigureAwait(false);

        Task Send(string kind, string? title) => client.NotifyAsync("$/progress", new ProgressParams(token, new ProgressValue(kind, title)), ProtocolJson.Default.ProgressParams);
    }
}

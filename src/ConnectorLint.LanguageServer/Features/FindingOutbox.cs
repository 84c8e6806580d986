using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>
/// Findings on their way to the client, one message after the other. While the client is slow, or reads nothing, only the newest of each document waits:
/// what waits is never more than one message a document.
/// </summary>
/// <param name="client">The other end.</param>
internal sealed class FindingOutbox(Client client)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PublishDiagnosticsParams> _waiting = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private bool _isSending;

    /// <summary>How many messages wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _order.Count;
        }
    }

    /// <summary>Sends findings, in the order of their documents, as soon as those before them are gone.</summary>
    public void Post(IReadOnlyList<PublishDiagnosticsParams> findings)
    {
        lock (_gate)
        {
            foreach (var ofDocument in findings)
            {
                if (!_waiting.ContainsKey(ofDocument.Uri))
                    _order.Enqueue(ofDocument.Uri);
                _waiting[ofDocument.Uri] = ofDocument;
            }

            if (_isSending || _order.Count == 0)
                return;
            _isSending = true;
        }

        _ = Task.Run(SendAsync);
    }

    private async Task SendAsync()
    {
        while (Next() is { } findings)
            await client.NotifyAsync("textDocument/publishDiagnostics", findings, ProtocolJson.Default.PublishDiagnosticsParams).ConfigureAwait(false);
    }

    private PublishDiagnosticsParams? Next()
    {
        lock (_gate)
        {
            if (_order.TryDequeue(out var uri) && _waiting.Remove(uri, out var findings))
                return findings;
            _isSending = false;
            return null;
        }
    }
}

using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>Findings: published after each change, or given when the client asks.</summary>
/// <param name="analysis">What judges.</param>
/// <param name="client">The other end.</param>
internal sealed class FindingFeature(Analysis analysis, Client client)
{
    private readonly FindingResults _results = new();
    private readonly FindingOutbox _outbox = new(client);
    private int _isRefreshing;

    /// <summary>Whether the client asks for findings, so that none are published: it would show each twice.</summary>
    public bool IsPulled { get; set; }

    /// <summary>What the client can do.</summary>
    public ClientCapabilities Capabilities { get; set; } = new();

    /// <summary>Adds what it answers.</summary>
    public void AddTo(Endpoints endpoints)
    {
        endpoints.Request("textDocument/diagnostic", ProtocolJson.Default.DocumentDiagnosticParams, ProtocolJson.Default.DiagnosticReport, OfDocumentAsync);
        endpoints.Request("workspace/diagnostic", ProtocolJson.Default.WorkspaceDiagnosticParams, ProtocolJson.Default.WorkspaceDiagnosticReport, OfWorkspaceAsync);
    }

    /// <summary>Tells the client of a new snapshot.</summary>
    public void Judged(Snapshot before, Snapshot now)
    {
        var changed = _results.Update(before, now);
        if (!IsPulled)
            _outbox.Post(changed);

        // The client asks again for the document that it edits; not for those that the edit bears on.
        if (IsPulled && Capabilities.RefreshesDiagnostics && changed.Any(of => now.PathOf(of.Uri) is not { } path || now.VersionOf(path) == before.VersionOf(path)))
            Refresh("workspace/diagnostic/refresh");
        else if (Capabilities.RefreshesInlayHints && now.Open.Count > 1 && changed.Count > 1)
            Refresh("workspace/inlayHint/refresh");
    }

    // One at a time: a client that is slow is not buried.
    private void Refresh(string method)
    {
        if (Interlocked.Exchange(ref _isRefreshing, 1) == 1)
            return;
        _ = Task.Run(async () =>
        {
            await client.AskAsync(method).ConfigureAwait(false);
            Volatile.Write(ref _isRefreshing, 0);
        });
    }

    private async Task<DiagnosticReport?> OfDocumentAsync(DocumentDiagnosticParams parameters, CancellationToken cancellation)
    {
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        var result = snapshot.PathOf(parameters.TextDocument.Uri) is { } path ? _results.Of(path) : FindingResult.None;
        return Report(result, parameters.PreviousResultId);
    }

    private async Task<WorkspaceDiagnosticReport?> OfWorkspaceAsync(WorkspaceDiagnosticParams parameters, CancellationToken cancellation)
    {
        await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        var (snapshot, results) = _results.All();
        var previous = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var known in parameters.PreviousResultIds ?? [])
            previous[known.Uri] = known.Value;
        var reports = new List<DiagnosticReport>();
        foreach (var (path, result) in results)
        {
            var uri = snapshot.UriOf(path);
            previous.Remove(uri, out var before);
            reports.Add(Report(result, before) with { Uri = uri, Version = new DocumentVersion(snapshot.VersionOf(path)) });
        }

        // Where the client knows findings and there are none any more.
        reports.AddRange(previous.Select(gone => Report(FindingResult.None, gone.Value) with { Uri = gone.Key, Version = new DocumentVersion(snapshot.PathOf(gone.Key) is { } path ? snapshot.VersionOf(path) : null) }));
        return new WorkspaceDiagnosticReport([.. reports]);
    }

    private static DiagnosticReport Report(FindingResult result, string? previous) =>
        result.Id == previous ? new DiagnosticReport("unchanged", result.Id, null) : new DiagnosticReport("full", result.Id, result.Items);
}

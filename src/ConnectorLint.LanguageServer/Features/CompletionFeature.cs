using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.LanguageServices;
using CompletionItem = ConnectorLint.LanguageServices.CompletionItem;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>What can be written at a place.</summary>
internal sealed class CompletionFeature(Analysis analysis)
{
    // The documentation of the list that was given last; a client resolves items of no other.
    private (int Number, IReadOnlyList<CompletionItem> Items) _last = (0, []);
    private int _count;

    /// <summary>What the client can do.</summary>
    public ClientCapabilities Capabilities { get; set; } = new();

    /// <summary>Adds what it answers.</summary>
    public void AddTo(Endpoints endpoints)
    {
        endpoints.Request("textDocument/completion", ProtocolJson.Default.PlaceParams, ProtocolJson.Default.CompletionList, AtAsync);
        endpoints.Request("completionItem/resolve", ProtocolJson.Default.CompletionItem, ProtocolJson.Default.CompletionItem, ResolveAsync);
    }

    private async Task<CompletionList?> AtAsync(PlaceParams parameters, CancellationToken cancellation)
    {
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        if (DocumentView.Find(snapshot, parameters.TextDocument.Uri) is not { } view)
            return null;
        CompletionItem[] items = [.. Completions.At(view.Tenant, view.File, view.OffsetOf(parameters.Position), cancellation).Where(item => Capabilities.HasSnippets || !item.IsSnippet)];
        var number = Interlocked.Increment(ref _count);
        _last = (number, items);
        return new CompletionList(IsIncomplete: false, [.. items.Select((item, index) => Convert(item, new CompletionData(number, index)))]);
    }

    private Task<Protocol.CompletionItem?> ResolveAsync(Protocol.CompletionItem item, CancellationToken cancellation)
    {
        var (number, items) = _last;
        if (item.Data is { } data && data.List == number && data.Index >= 0 && data.Index < items.Count && items[data.Index].Documentation is { Length: > 0 } text)
            item = item with { Documentation = new MarkupContent("markdown", text) };
        return Task.FromResult<Protocol.CompletionItem?>(item);
    }

    private static Protocol.CompletionItem Convert(CompletionItem item, CompletionData data) => new()
    {
        Label = item.Label,
        Kind = item.Kind switch
        {
            CompletionKind.Property => 10,
            CompletionKind.Value => 20,
            CompletionKind.Reference => 18,
            CompletionKind.Snippet => 15,
            _ => 21,
        },
        Detail = NullIfEmpty(item.Detail),
        SortText = NullIfEmpty(item.SortText),
        FilterText = NullIfEmpty(item.FilterText),
        InsertTextFormat = item.IsSnippet ? 2 : 1,
        TextEdit = new TextEdit(item.Range.ToProtocol(), item.NewText),
        Data = data,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

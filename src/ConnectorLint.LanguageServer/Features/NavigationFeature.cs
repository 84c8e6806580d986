using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.LanguageServices;
using ConnectorLint.Syntax;
using StreamJsonRpc;
using Hover = ConnectorLint.LanguageServer.Protocol.Hover;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>What a word means, where its thing is declared and used, and renaming it.</summary>
internal sealed class NavigationFeature(Analysis analysis)
{
    private const int RequestFailed = -32803;

    /// <summary>What the client can do.</summary>
    public ClientCapabilities Capabilities { get; set; } = new();

    /// <summary>Adds what it answers.</summary>
    public void AddTo(Endpoints endpoints)
    {
        endpoints.Request("textDocument/hover", ProtocolJson.Default.PlaceParams, ProtocolJson.Default.Hover, HoverAsync);
        endpoints.Request("textDocument/definition", ProtocolJson.Default.PlaceParams, ProtocolJson.Default.LocationArray, DefinitionAsync);
        endpoints.Request("textDocument/references", ProtocolJson.Default.ReferenceParams, ProtocolJson.Default.LocationArray, ReferencesAsync);
        endpoints.Request("textDocument/prepareRename", ProtocolJson.Default.PlaceParams, ProtocolJson.Default.PrepareRenameResult, PrepareRenameAsync);
        endpoints.Request("textDocument/rename", ProtocolJson.Default.RenameParams, ProtocolJson.Default.WorkspaceEdit, RenameAsync);
    }

    private async Task<Hover?> HoverAsync(PlaceParams parameters, CancellationToken cancellation)
    {
        if (await ViewAsync(parameters.TextDocument, cancellation).ConfigureAwait(false) is not { } view)
            return null;
        var offset = view.OffsetOf(parameters.Position);
        var hover = view.Tenants.Select(tenant => Hovers.At(tenant, view.File, offset, cancellation)).FirstOrDefault(hover => hover is not null);
        return hover is null ? null : new Hover(new MarkupContent("markdown", hover.Markdown), hover.Range.ToProtocol());
    }

    private async Task<Location[]?> DefinitionAsync(PlaceParams parameters, CancellationToken cancellation)
    {
        if (await ViewAsync(parameters.TextDocument, cancellation).ConfigureAwait(false) is not { } view)
            return null;
        var offset = view.OffsetOf(parameters.Position);
        return Places(view, view.Tenants.SelectMany(tenant => Navigation.Definitions(tenant, view.File, offset, cancellation)));
    }

    private async Task<Location[]?> ReferencesAsync(ReferenceParams parameters, CancellationToken cancellation)
    {
        if (await ViewAsync(parameters.TextDocument, cancellation).ConfigureAwait(false) is not { } view)
            return null;
        var offset = view.OffsetOf(parameters.Position);
        var withDefinitions = parameters.Context?.IncludeDeclaration ?? true;
        return Places(view, view.Tenants.SelectMany(tenant => Navigation.References(tenant, view.File, offset, withDefinitions, cancellation)));
    }

    private async Task<PrepareRenameResult?> PrepareRenameAsync(PlaceParams parameters, CancellationToken cancellation)
    {
        if (await ViewAsync(parameters.TextDocument, cancellation).ConfigureAwait(false) is not { } view)
            return null;
        var offset = view.OffsetOf(parameters.Position);
        var target = view.Tenants.Select(tenant => Rename.Prepare(tenant, view.File, offset, cancellation)).FirstOrDefault(target => target is not null);
        return target is null ? null : new PrepareRenameResult(target.Range.ToProtocol(), target.Name);
    }

    private async Task<WorkspaceEdit?> RenameAsync(RenameParams parameters, CancellationToken cancellation)
    {
        if (await ViewAsync(parameters.TextDocument, cancellation).ConfigureAwait(false) is not { } view)
            return null;
        var offset = view.OffsetOf(parameters.Position);
        var tenant = view.Tenants.FirstOrDefault(tenant => Rename.Prepare(tenant, view.File, offset, cancellation) is not null) ?? view.Tenant;
        var result = Rename.To(tenant, view.File, offset, parameters.NewName, cancellation);
        if (result.Problem is { } problem)
            throw new LocalRpcException(problem) { ErrorCode = RequestFailed };
        return EditConversion.Of(result.Edits, null, view.Snapshot, Capabilities);
    }

    private static Location[] Places(DocumentView view, IEnumerable<SourceSpan> spans) =>
        [.. spans.Where(span => !span.IsNone).Select(span => new Location(view.Snapshot.UriOf(span.File.Path), FindingConversion.RangeOf(span))).Distinct()];

    private async Task<DocumentView?> ViewAsync(TextDocumentIdentifier document, CancellationToken cancellation) =>
        DocumentView.Find(await analysis.CurrentAsync(cancellation).ConfigureAwait(false), document.Uri);
}

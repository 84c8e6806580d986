using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.LanguageServices;
using CodeAction = ConnectorLint.LanguageServices.CodeAction;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>What can be done at a place.</summary>
internal sealed class ActionFeature(Analysis analysis, Client client)
{
    /// <summary>What the client can do.</summary>
    public ClientCapabilities Capabilities { get; set; } = new();

    /// <summary>Adds what it answers.</summary>
    public void AddTo(Endpoints endpoints)
    {
        endpoints.Request("textDocument/codeAction", ProtocolJson.Default.CodeActionParams, ProtocolJson.Default.CodeActionArray, AtAsync);
        endpoints.Request("codeAction/resolve", ProtocolJson.Default.CodeAction, ProtocolJson.Default.CodeAction, ResolveAsync);
    }

    private async Task<Protocol.CodeAction[]?> AtAsync(CodeActionParams parameters, CancellationToken cancellation)
    {
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        if (DocumentView.Find(snapshot, parameters.TextDocument.Uri) is not { } view)
            return [];
        var (start, end) = (view.OffsetOf(parameters.Range.Start), view.OffsetOf(parameters.Range.End));
        var actions = view.Tenants.SelectMany(tenant => CodeActions.At(tenant, view.File, start, end, cancellation).Select(action => (Tenant: tenant, Action: action)))
            .Where(at => IsWanted(at.Action.Kind, parameters.Context?.Only))
            .DistinctBy(at => (at.Action.Title, at.Action.Finding?.Fingerprint));
        return [.. actions.Select(at => Convert(at.Action, at.Tenant, view, parameters.TextDocument.Uri, cancellation))];
    }

    // Fixes of a whole file judge again and again; they are worked out when one is chosen.
    private async Task<Protocol.CodeAction?> ResolveAsync(Protocol.CodeAction action, CancellationToken cancellation)
    {
        if (action.Data is not { } data)
            return action;
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        if (DocumentView.Find(snapshot, data.Uri) is not { } view)
            return action;
        var notKept = new List<string>();
        var edit = FixAllEdit(view, view.Tenants, new FixAllScope(data.RuleId, data.WithUnsafe), notKept, cancellation);
        if (notKept.Count > 0)
            await client.ShowAsync(MessageType.Info, string.Join("\n", notKept)).ConfigureAwait(false);
        return action with { Edit = edit };
    }

    private Protocol.CodeAction Convert(CodeAction action, EditorTenant tenant, DocumentView view, string uri, CancellationToken cancellation) => new()
    {
        Title = action.Title,
        Kind = action.Kind,
        IsPreferred = action.IsPreferred ? true : null,
        Diagnostics = action.Finding is { } finding ? [FindingConversion.Of(finding, view.Snapshot)] : null,
        Edit = action switch
        {
            { Edits.Count: > 0 } => EditConversion.Of(action.Edits, action.NewFile, view.Snapshot, Capabilities),
            { Scope: { } scope } when !Capabilities.ResolvesActions => FixAllEdit(view, [tenant], scope, [], cancellation),
            _ => null,
        },
        Command = action.Command is { } command ? new Command(action.Title, command.Name, [.. command.Arguments]) : null,
        Data = action.Scope is { } later && Capabilities.ResolvesActions ? new CodeActionData(uri, later.WithUnsafe, later.RuleId) : null,
    };

    // One tenant after the other would write over each other's edits; a file of several is fixed for the first that has something to fix.
    private WorkspaceEdit FixAllEdit(DocumentView view, IReadOnlyList<EditorTenant> tenants, FixAllScope scope, List<string> notKept, CancellationToken cancellation)
    {
        var edits = tenants.Select(tenant => FixAll.Edits(tenant, view.File, scope, notKept.Add, cancellation)).FirstOrDefault(edits => edits.Count > 0) ?? [];
        return EditConversion.Of(edits, null, view.Snapshot, Capabilities);
    }

    // A kind stands for all below it: source.fixAll for source.fixAll.connectorlint.
    private static bool IsWanted(string kind, string[]? only) =>
        only is not { Length: > 0 } || only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));
}

using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.LanguageServices;
using FoldingRange = ConnectorLint.LanguageServer.Protocol.FoldingRange;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>What is shown of a document as a whole: symbols, folds, hints, links, colours.</summary>
internal sealed class OutlineFeature(Analysis analysis)
{
    /// <summary>The kinds of tokens, in the order of <see cref="SemanticTokenKind"/>, by names that themes know.</summary>
    public const string TokenTypes = "\"class\",\"namespace\",\"struct\",\"function\",\"keyword\",\"macro\"";

    // More is no answer to a search.
    private const int MostSymbols = 500;

    /// <summary>Adds what it answers.</summary>
    public void AddTo(Endpoints endpoints)
    {
        endpoints.Request("textDocument/documentSymbol", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.DocumentSymbolArray, (parameters, cancellation) =>
            OfAsync(parameters.TextDocument, view => view.Tenants.Count == 0 ? [] : Symbols.Of(view.Tenant, view.File).Select(Convert).ToArray(), cancellation));
        endpoints.Request("textDocument/foldingRange", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.FoldingRangeArray, (parameters, cancellation) =>
            OfAsync(parameters.TextDocument, view => Folding.Of(view.File).Select(fold => new FoldingRange(fold.StartLine, fold.EndLine, fold.IsComment ? "comment" : "region")).ToArray(), cancellation));
        endpoints.Request("textDocument/inlayHint", ProtocolJson.Default.StretchParams, ProtocolJson.Default.InlayHintArray, (parameters, cancellation) =>
            OfAsync(parameters.TextDocument, view => Hints(view, parameters.Range), cancellation));
        endpoints.Request("textDocument/documentLink", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.DocumentLinkArray, (parameters, cancellation) =>
            OfAsync(parameters.TextDocument, LinksOf, cancellation));
        endpoints.Request("textDocument/semanticTokens/full", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.SemanticTokensResult, (parameters, cancellation) =>
            OfAsync(parameters.TextDocument, view => new SemanticTokensResult(Tokens(view, cancellation)), cancellation));
        endpoints.Request("workspace/symbol", ProtocolJson.Default.WorkspaceSymbolParams, ProtocolJson.Default.SymbolInformationArray, FindAsync);
    }

    private async Task<T?> OfAsync<T>(TextDocumentIdentifier document, Func<DocumentView, T> answer, CancellationToken cancellation)
        where T : class
    {
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        return DocumentView.Find(snapshot, document.Uri) is { } view ? answer(view) : null;
    }

    private async Task<SymbolInformation[]?> FindAsync(WorkspaceSymbolParams parameters, CancellationToken cancellation)
    {
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        var query = parameters.Query ?? "";
        var found = new List<SymbolInformation>();
        foreach (var tenant in snapshot.Tenants)
        {
            foreach (var file in tenant.Files)
            {
                cancellation.ThrowIfCancellationRequested();
                // A name that stands nowhere in the text is no symbol's. What is made for this search is not kept.
                if (!file.Text.Contains(query, StringComparison.OrdinalIgnoreCase))
                    continue;
                var passing = EditorFile.Of(file.Read);
                foreach (var symbol in Flat(Symbols.Of(tenant, passing)).Where(symbol => symbol.Kind is EditorSymbolKind.Connector or EditorSymbolKind.Entry && symbol.Name.Contains(query, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(new SymbolInformation(symbol.Name, KindOf(symbol.Kind), new Location(snapshot.UriOf(file.Path), symbol.SelectionRange.ToProtocol()), tenant.Name));
                    if (found.Count == MostSymbols)
                        return [.. found];
                }
            }
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<EditorSymbol> Flat(IEnumerable<EditorSymbol> symbols) => symbols.SelectMany(symbol => Flat(symbol.Children).Prepend(symbol));

    private static DocumentSymbol Convert(EditorSymbol symbol) => new(
        symbol.Name.Length == 0 ? "(no name)" : symbol.Name,
        symbol.Detail.Length == 0 ? null : symbol.Detail,
        KindOf(symbol.Kind),
        symbol.Range.ToProtocol(),
        symbol.SelectionRange.ToProtocol(),
        symbol.Children.Count == 0 ? null : [.. symbol.Children.Select(Convert)]);

    // Package, namespace, interface, field.
    private static int KindOf(EditorSymbolKind kind) => kind switch
    {
        EditorSymbolKind.Tenant => 4,
        EditorSymbolKind.Section => 3,
        EditorSymbolKind.Connector => 11,
        _ => 8,
    };

    // At the end of the line, where it tears no text apart; behind the name, where a line has several.
    private static InlayHint[] Hints(DocumentView view, Protocol.Range range) =>
    [
        .. view.Tenants.SelectMany(tenant => Lenses.Of(tenant, view.File))
            .Where(lens => lens.Range.Start.Line >= range.Start.Line && lens.Range.Start.Line <= range.End.Line)
            .Distinct().GroupBy(lens => lens.Range.End.Line)
            .SelectMany(line => line.Select(lens => new InlayHint((line.Count() == 1 ? EndOf(view, line.Key) : lens.Range.End).ToProtocol(), lens.Text, PaddingLeft: true))),
    ];

    private static EditorPosition EndOf(DocumentView view, int line) => view.File.PositionAt(view.File.OffsetAt(new EditorPosition(line, int.MaxValue)));

    private static DocumentLink[] LinksOf(DocumentView view)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(view.Path, view.Snapshot.Current)) ?? view.Snapshot.Current;
        return [.. Links.Of(view.File).Where(link => !link.Target.Contains('\0')).Select(link => new DocumentLink(link.Range.ToProtocol(), link.IsPath ? DocumentUri.Of(Path.GetFullPath(link.Target, folder)) : link.Target))];
    }

    // Each token's place is told from the one before it.
    private static int[] Tokens(DocumentView view, CancellationToken cancellation)
    {
        var tokens = view.Tenants.SelectMany(tenant => SemanticTokens.Of(tenant, view.File, cancellation)).DistinctBy(token => token.Start)
            .OrderBy(token => token.Start.Line).ThenBy(token => token.Start.Character).ToArray();
        var data = new int[tokens.Length * 5];
        var before = default(EditorPosition);
        for (var i = 0; i < tokens.Length; i++)
        {
            var at = tokens[i].Start;
            var line = at.Line - before.Line;
            data[i * 5] = line;
            data[(i * 5) + 1] = line == 0 ? at.Character - before.Character : at.Character;
            data[(i * 5) + 2] = tokens[i].Length;
            data[(i * 5) + 3] = (int)tokens[i].Kind;
            data[(i * 5) + 4] = tokens[i].IsDeclaration ? 1 : 0;
            before = at;
        }

        return data;
    }
}

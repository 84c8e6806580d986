using System.Text.Json;

namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>Asks what can be done at a stretch of a document.</summary>
internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext? Context = null);

/// <summary>Which kinds are wanted.</summary>
internal sealed record CodeActionContext(string[]? Only = null);

/// <summary>Something that can be done.</summary>
internal sealed record CodeAction
{
    public required string Title { get; init; }

    public string? Kind { get; init; }

    public Diagnostic[]? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }

    public WorkspaceEdit? Edit { get; init; }

    public Command? Command { get; init; }

    public CodeActionData? Data { get; init; }
}

/// <summary>What is needed to work out an action's edit when it is chosen.</summary>
internal sealed record CodeActionData(string Uri, bool WithUnsafe, string? RuleId = null);

/// <summary>A command that the client may ask the server to run.</summary>
internal sealed record Command(string Title, [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, string[]? Arguments = null);

/// <summary>Runs a command.</summary>
internal sealed record ExecuteCommandParams(string Command, JsonElement[]? Arguments = null);

/// <summary>Changes of several documents. Either form, as the client takes it.</summary>
internal sealed record WorkspaceEdit
{
    public Dictionary<string, TextEdit[]>? Changes { get; init; }

    public DocumentChange[]? DocumentChanges { get; init; }
}

/// <summary>Edits of a document, or (with a kind) a file that is created before them.</summary>
internal sealed record DocumentChange
{
    public string? Kind { get; init; }

    public string? Uri { get; init; }

    public CreateOptions? Options { get; init; }

    public EditedDocument? TextDocument { get; init; }

    public TextEdit[]? Edits { get; init; }
}

/// <summary>A document and its version; the protocol wants <c>null</c> written for one that is not open.</summary>
internal sealed record EditedDocument(string Uri, DocumentVersion Version);

/// <summary>What if the file exists.</summary>
internal sealed record CreateOptions(bool IgnoreIfExists);

/// <summary>Asks the client to make changes.</summary>
internal sealed record ApplyEditParams(string Label, WorkspaceEdit Edit);

/// <summary>What is shown beside the pointer.</summary>
internal sealed record Hover(MarkupContent Contents, Range Range);

/// <summary>What can be put at a place.</summary>
internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);

/// <summary>One thing that can be put there. Its documentation comes when it is chosen.</summary>
internal sealed record CompletionItem
{
    public required string Label { get; init; }

    public int? Kind { get; init; }

    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }

    /// <summary>1 plain, 2 snippet.</summary>
    public int? InsertTextFormat { get; init; }

    public TextEdit? TextEdit { get; init; }

    public CompletionData? Data { get; init; }
}

/// <summary>Which list an item is of, and its place there.</summary>
internal sealed record CompletionData(int List, int Index);

/// <summary>Asks for all uses.</summary>
internal sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext? Context = null);

/// <summary>Whether declarations count.</summary>
internal sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>Renames.</summary>
internal sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName);

/// <summary>What would be renamed.</summary>
internal sealed record PrepareRenameResult(Range Range, string Placeholder);

/// <summary>A thing of a document.</summary>
internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, Range Range, Range SelectionRange, DocumentSymbol[]? Children);

/// <summary>Asks for things by name.</summary>
internal sealed record WorkspaceSymbolParams(string? Query = null);

/// <summary>A thing of the workspace.</summary>
internal sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

/// <summary>Lines that can be folded.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind);

/// <summary>A text beside a place.</summary>
internal sealed record InlayHint(Position Position, string Label, bool PaddingLeft);

/// <summary>A link.</summary>
internal sealed record DocumentLink(Range Range, string Target);

/// <summary>Tokens, five numbers each.</summary>
internal sealed record SemanticTokensResult(int[] Data);

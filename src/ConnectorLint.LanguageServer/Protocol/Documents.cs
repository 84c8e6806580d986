namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>A document was opened.</summary>
internal sealed record DidOpenParams(TextDocumentItem TextDocument);

/// <summary>A document with its text.</summary>
internal sealed record TextDocumentItem(string Uri, int Version, string Text, string? LanguageId = null);

/// <summary>A document was changed.</summary>
internal sealed record DidChangeParams(VersionedDocument TextDocument, ContentChange[] ContentChanges);

/// <summary>One change; without a range the whole text.</summary>
internal sealed record ContentChange(string Text, Range? Range = null);

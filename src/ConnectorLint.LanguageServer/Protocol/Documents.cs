namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>A document was opened.</summary>
internal sealed record DidOpenParams(TextDocumentItem TextDocument);

/// <summary>A document with its text.</summary>
internal sealed record TextDocumentItem(string Uri, string? LanguageId, int Version, string Text);

/// <summary>A document was changed.</summary>
internal sealed record DidChangeParams(VersionedDocument TextDocument, ContentChange[] ContentChanges);

/// <summary>One change; without a range the whole text.</summary>
internal sealed record ContentChange(Range? Range, string Text);

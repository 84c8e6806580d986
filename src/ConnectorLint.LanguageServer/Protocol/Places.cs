namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>A place: line and UTF-16 code unit, both from 0.</summary>
internal readonly record struct Position(int Line, int Character);

/// <summary>A stretch of a text.</summary>
internal readonly record struct Range(Position Start, Position End);

/// <summary>A stretch of a document.</summary>
internal sealed record Location(string Uri, Range Range);

/// <summary>The document that is meant.</summary>
internal sealed record TextDocumentIdentifier(string Uri);

/// <summary>The document that is meant, with the version that edits are for; null: as it is on the disk.</summary>
internal sealed record VersionedDocument(string Uri, int? Version = null);

/// <summary>A request about a document.</summary>
internal sealed record DocumentParams(TextDocumentIdentifier TextDocument);

/// <summary>A request about a place in a document.</summary>
internal sealed record PlaceParams(TextDocumentIdentifier TextDocument, Position Position);

/// <summary>A request about a stretch of a document.</summary>
internal sealed record StretchParams(TextDocumentIdentifier TextDocument, Range Range);

/// <summary>A change of a text.</summary>
internal sealed record TextEdit(Range Range, string NewText);

/// <summary>Text with a format: "markdown" or "plaintext".</summary>
internal sealed record MarkupContent(string Kind, string Value);

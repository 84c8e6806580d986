using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServer.State;

/// <summary>A document that is open in the editor: its buffer counts, not the disk. Immutable.</summary>
/// <param name="Uri">The address, as the client writes it.</param>
/// <param name="FullPath">The path; null for a document that is in no file.</param>
/// <param name="LanguageId">What the editor takes it for.</param>
/// <param name="Version">The client's number of this text.</param>
/// <param name="Text">The text, with its line index.</param>
internal sealed record OpenDocument(string Uri, string? FullPath, string? LanguageId, int Version, SourceText Text);

using System.Collections.Immutable;
using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServices;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServer.State;

/// <summary>The open documents. Changed by one message at a time, read from any thread.</summary>
internal sealed class OpenDocuments
{
    private ImmutableDictionary<string, OpenDocument> _byUri = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    /// <summary>What is open now.</summary>
    public IReadOnlyCollection<OpenDocument> All => [.. Volatile.Read(ref _byUri).Values];

    /// <summary>A document; null when it is not open.</summary>
    public OpenDocument? Find(string uri) => Volatile.Read(ref _byUri).GetValueOrDefault(uri);

    /// <summary>Opens a document.</summary>
    public OpenDocument Open(TextDocumentItem item)
    {
        var document = new OpenDocument(item.Uri, DocumentUri.ToPath(item.Uri), item.LanguageId, item.Version, new SourceText(item.Uri, item.Text));
        Volatile.Write(ref _byUri, _byUri.SetItem(item.Uri, document));
        return document;
    }

    /// <summary>Makes changes, one after the other; null when the document is not open.</summary>
    public OpenDocument? Change(VersionedDocument target, IReadOnlyList<ContentChange> changes)
    {
        if (Find(target.Uri) is not { } document)
            return null;
        var text = document.Text;
        foreach (var change in changes)
        {
            var changed = change.Range is { } range ? EditorFile.TextWith(text, range.ToEditor(), change.Text) : change.Text;
            text = new SourceText(document.Text.Path, changed);
        }

        document = document with { Version = target.Version ?? document.Version, Text = text };
        Volatile.Write(ref _byUri, _byUri.SetItem(target.Uri, document));
        return document;
    }

    /// <summary>Closes a document.</summary>
    public OpenDocument? Close(string uri)
    {
        var document = Find(uri);
        Volatile.Write(ref _byUri, _byUri.Remove(uri));
        return document;
    }
}

using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.LanguageServices;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>Changes of files as editors make them.</summary>
internal static class EditConversion
{
    /// <summary>Converts changes; with the versions that they are for, where the client takes them, so that none is made in a text that has moved on.</summary>
    public static WorkspaceEdit Of(IReadOnlyList<EditorEdit> edits, string? newFile, Snapshot snapshot, ClientCapabilities client)
    {
        var byUri = edits.GroupBy(edit => edit.Path).Select(file => (Path: file.Key, Uri: snapshot.UriOf(file.Key), Edits: file.Select(edit => new TextEdit(edit.Range.ToProtocol(), edit.NewText)).ToArray())).ToArray();
        if (!client.TakesDocumentChanges)
            return new WorkspaceEdit { Changes = byUri.ToDictionary(file => file.Uri, file => file.Edits) };
        var changes = new List<DocumentChange>();
        if (newFile is not null)
            changes.Add(new DocumentChange { Kind = "create", Uri = snapshot.UriOf(newFile), Options = new CreateOptions(IgnoreIfExists: true) });
        changes.AddRange(byUri.Select(file => new DocumentChange { TextDocument = new EditedDocument(file.Uri, new DocumentVersion(snapshot.VersionOf(file.Path))), Edits = file.Edits }));
        return new WorkspaceEdit { DocumentChanges = [.. changes] };
    }
}

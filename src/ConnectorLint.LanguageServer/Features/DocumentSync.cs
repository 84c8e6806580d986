using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.LanguageServices;
using ConnectorLint.Workspace;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>Documents, folders and files, as the client tells of them.</summary>
internal sealed class DocumentSync(OpenDocuments documents, Analysis analysis, Action<string> log)
{
    private readonly List<string> _folders = [];

    /// <summary>Adds what it answers.</summary>
    public void AddTo(Endpoints endpoints)
    {
        endpoints.Notification("textDocument/didOpen", ProtocolJson.Default.DidOpenParams, Open);
        endpoints.Notification("textDocument/didChange", ProtocolJson.Default.DidChangeParams, Change);
        endpoints.Notification("textDocument/didSave", ProtocolJson.Default.DocumentParams, Save);
        endpoints.Notification("textDocument/didClose", ProtocolJson.Default.DocumentParams, Close);
        endpoints.Notification("workspace/didChangeWorkspaceFolders", ProtocolJson.Default.DidChangeWorkspaceFoldersParams, parameters => ChangeFolders(parameters.Event));
        endpoints.Notification("workspace/didChangeWatchedFiles", ProtocolJson.Default.DidChangeWatchedFilesParams, FilesChanged);
        endpoints.Notification("workspace/didChangeConfiguration", ProtocolJson.Default.JsonElement, _ => analysis.Change(disk: true));
    }

    /// <summary>The folders at the start.</summary>
    public void SetFolders(InitializeParams parameters)
    {
        // An empty list of folders is one; rootUri is for clients that don't know folders.
        string?[] folders = parameters switch
        {
            { WorkspaceFolders: { } several } => [.. several.Select(folder => DocumentUri.ToPath(folder.Uri))],
            { RootUri: { } uri } => [DocumentUri.ToPath(uri)],
            { RootPath: { Length: > 0 } path } => [Path.GetFullPath(path)],
            _ => [],
        };
        _folders.AddRange(folders.OfType<string>().Distinct(StringComparer.Ordinal));
    }

    /// <summary>Looks at the folders for the first time.</summary>
    public void Begin() => analysis.Change(disk: true, folders: [.. _folders]);

    private void Open(DidOpenParams parameters)
    {
        var document = documents.Open(parameters.TextDocument);
        analysis.Change(disk: document.FullPath is { } path && !analysis.Knows(path));
    }

    private void Change(DidChangeParams parameters)
    {
        if (documents.Change(parameters.TextDocument, parameters.ContentChanges) is { } document)
            analysis.Change(disk: IsConfiguration(document.FullPath));
        else
            log($"a change of {parameters.TextDocument.Uri}, which is not open, was left out");
    }

    private void Save(DocumentParams parameters) => analysis.Change(disk: true, stale: DocumentUri.ToPath(parameters.TextDocument.Uri) is { } path ? [path] : []);

    private void Close(DocumentParams parameters)
    {
        if (documents.Close(parameters.TextDocument.Uri) is { } document)
            analysis.Change(disk: true, stale: document.FullPath is { } path ? [path] : []);
    }

    private void ChangeFolders(WorkspaceFoldersChange change)
    {
        foreach (var folder in change.Removed ?? [])
            _folders.RemoveAll(known => known == DocumentUri.ToPath(folder.Uri));
        foreach (var folder in change.Added ?? [])
        {
            if (DocumentUri.ToPath(folder.Uri) is { } path && !_folders.Contains(path, DisplayPaths.Comparer))
                _folders.Add(path);
        }

        analysis.Change(disk: true, folders: [.. _folders]);
    }

    private void FilesChanged(DidChangeWatchedFilesParams parameters) =>
        analysis.Change(disk: true, stale: parameters.Changes.Select(change => DocumentUri.ToPath(change.Uri)).OfType<string>());

    private static bool IsConfiguration(string? path) => path is not null && EditorFile.IsConfigurationPath(path);
}

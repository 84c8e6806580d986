using System.Text.Json;

namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>How a client begins. What of its capabilities matters is read by <see cref="ClientCapabilities"/>.</summary>
internal sealed record InitializeParams
{
    public int? ProcessId { get; init; }

    public string? RootUri { get; init; }

    public string? RootPath { get; init; }

    public JsonElement Capabilities { get; init; }

    public JsonElement InitializationOptions { get; init; }

    public WorkspaceFolder[]? WorkspaceFolders { get; init; }
}

/// <summary>A folder that is open in the editor.</summary>
internal sealed record WorkspaceFolder(string Uri, string Name);

/// <summary>What the server can do.</summary>
internal sealed record InitializeResult(JsonElement Capabilities, ServerInfo ServerInfo);

/// <summary>Who the server is.</summary>
internal sealed record ServerInfo(string Name, string Version);

/// <summary>A notification or request without content.</summary>
internal sealed record Nothing;

/// <summary>Folders that were opened and closed.</summary>
internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChange Event);

/// <summary>Folders that were opened and closed.</summary>
internal sealed record WorkspaceFoldersChange(WorkspaceFolder[]? Added = null, WorkspaceFolder[]? Removed = null);

/// <summary>Files that changed on the disk.</summary>
internal sealed record DidChangeWatchedFilesParams(FileEvent[] Changes);

/// <summary>A file that was created (1), changed (2) or deleted (3).</summary>
internal sealed record FileEvent(string Uri, int Type);

/// <summary>Asks the client for more notifications.</summary>
internal sealed record RegistrationParams(Registration[] Registrations);

/// <summary>One thing that is asked for.</summary>
internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);

/// <summary>Which files are to be watched.</summary>
internal sealed record WatchOptions(FileSystemWatcher[] Watchers);

/// <summary>A glob of files.</summary>
internal sealed record FileSystemWatcher(string GlobPattern);

/// <summary>A line for the client's log, or for the user.</summary>
internal sealed record LogMessageParams(MessageType Type, string Message);

/// <summary>How important a message is.</summary>
internal enum MessageType
{
    Error = 1,
    Warning = 2,
    Info = 3,
    Log = 4,
}

/// <summary>Something that takes long is about to begin.</summary>
internal sealed record ProgressCreateParams(string Token);

/// <summary>How far it is.</summary>
internal sealed record ProgressParams(string Token, ProgressValue Value);

/// <summary>Its beginning or end.</summary>
internal sealed record ProgressValue(string Kind, string? Title = null, string? Message = null);

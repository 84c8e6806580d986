using System.Collections.Concurrent;

namespace ConnectorLint.Workspace;

/// <summary>Tells when something below some folders changed that a lint depends on.</summary>
/// <remarks>What a walk skips (<c>.git</c>, <c>node_modules</c>) is no change. Where the system refuses to watch, <see cref="Wait"/> returns once a second instead.</remarks>
public sealed class FolderWatch : IDisposable
{
    // An editor saves in several steps (write, rename, set permissions), a checkout writes many files: they are one change.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan s_pollEvery = TimeSpan.FromSeconds(1);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly BlockingCollection<string> _changes = [];
    private readonly Func<string, bool> _isLeftOut;

    /// <summary>Begins to watch.</summary>
    /// <param name="folders">Full paths of folders; each is watched with all below it.</param>
    /// <param name="isLeftOut">Whether the change of a file, by its full path, is of no interest: what the run writes itself.</param>
    public FolderWatch(IReadOnlyList<string> folders, Func<string, bool> isLeftOut)
    {
        _isLeftOut = isLeftOut;
        foreach (var folder in folders)
            Watch(folder);
    }

    /// <summary>Whether the system refuses to tell of changes, so that one has to look again and again.</summary>
    public bool IsPolling { get; private set; }

    /// <summary>The folders to watch for a lint of some paths: the root of each, since a tenant's files may be anywhere below it.</summary>
    /// <param name="paths">The paths of the command line; none means the current folder.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    public static IReadOnlyList<string> FoldersOf(IReadOnlyList<string> paths, string currentDirectory)
    {
        var finder = new RootFinder();
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Count == 0 ? ["."] : paths)
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, currentDirectory));
            var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
            folders.Add(finder.Above(folder).Root is { } root && DisplayPaths.IsBelow(folder, root) ? root : folder);
        }

        return [.. folders.Where(folder => !folders.Any(other => other != folder && DisplayPaths.IsBelow(folder, other)))];
    }

    /// <summary>Waits for a change, and for the moment when no more follow.</summary>
    /// <returns>The full paths that changed; empty when it is not known what did.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public IReadOnlyList<string> Wait(CancellationToken cancellation)
    {
        if (!_changes.TryTake(out var change, IsPolling ? (int)s_pollEvery.TotalMilliseconds : Timeout.Infinite, cancellation))
            return [];
        var changed = new SortedSet<string>(StringComparer.Ordinal) { change };
        while (_changes.TryTake(out change, (int)s_quiet.TotalMilliseconds, cancellation))
            changed.Add(change);
        return changed.Contains("") ? [] : [.. changed];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
        _changes.Dispose();
    }

    private void Watch(string folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, change) => Add(change.FullPath, change.ChangeType);
            watcher.Created += (_, change) => Add(change.FullPath, change.ChangeType);
            watcher.Deleted += (_, change) => Add(change.FullPath, change.ChangeType);
            watcher.Renamed += (_, change) =>
            {
                // An editor that saves by a rename has written a file of another name before, which is no change of its own.
                Add(change.OldFullPath, Directory.Exists(change.FullPath) ? WatcherChangeTypes.Deleted : WatcherChangeTypes.Changed);
                Add(change.FullPath, WatcherChangeTypes.Created);
            };
            watcher.Error += (_, error) =>
            {
                // Too many at once: what changed is unknown. Anything else ends the watch, as when the folder itself went.
                IsPolling |= error.GetException() is not InternalBufferOverflowException;
                Tell("");
            };
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            IsPolling = true;
        }
    }

    private void Add(string path, WatcherChangeTypes kind)
    {
        if (IsSkipped(path) || _isLeftOut(path))
            return;
        var name = Path.GetFileName(path.AsSpan());
        var isRead = FileDiscovery.IsCandidate(name) || name is RootFinder.ConfigurationName or IgnoreScope.FileName;
        // A folder that comes or goes brings or takes its files; of what is gone nobody can say any more what it was.
        if (isRead || (kind == WatcherChangeTypes.Deleted && !Path.HasExtension(path)) || (kind == WatcherChangeTypes.Created && Directory.Exists(path)))
            Tell(path);
    }

    private void Tell(string path)
    {
        try
        {
            _changes.Add(path);
        }
        catch (ObjectDisposedException)
        {
            // A last event, after the end.
        }
    }

    private static bool IsSkipped(string path)
    {
        foreach (var part in path.AsSpan().Split(Path.DirectorySeparatorChar))
        {
            if (FileDiscovery.IsSkippedFolder(path.AsSpan(part)))
                return true;
        }

        return false;
    }
}

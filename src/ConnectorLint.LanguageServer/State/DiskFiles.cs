using ConnectorLint.Workspace;

namespace ConnectorLint.LanguageServer.State;

/// <summary>Reads files, and keeps what it read until they change. Used by one thread at a time.</summary>
internal sealed class DiskFiles
{
    private Dictionary<string, (DateTime Changed, long Length, LintFile File)> _read = new(StringComparer.Ordinal);

    /// <summary>Forgets files: they may have changed within the grain of the clock.</summary>
    public void Forget(IEnumerable<string> fullPaths)
    {
        foreach (var path in fullPaths)
            _read.Remove(path);
    }

    /// <summary>Reads what was found; what is not found any more is forgotten.</summary>
    public LintFile[] Read(IReadOnlyList<FoundFile> found, CancellationToken cancellation)
    {
        var known = _read;
        var all = ReadingBudget.Unlimited(describes: false);
        var read = ParallelFiles.Map(found, 0, file =>
        {
            var (changed, length) = Stamp(file.FullPath);
            return known.TryGetValue(file.FullPath, out var before) && before.Changed == changed && before.Length == length
                && before.File.Path == file.DisplayPath && before.File.Root == file.Root
                ? before
                : (Changed: changed, Length: length, File: LintFile.Read(file, all));
        }, cancellation: cancellation);
        _read = new(read.Length, StringComparer.Ordinal);
        foreach (var entry in read)
            _read[entry.File.FullPath] = entry;
        return [.. read.Select(entry => entry.File)];
    }

    private static (DateTime Changed, long Length) Stamp(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }
}

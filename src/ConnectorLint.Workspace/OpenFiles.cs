using ConnectorLint.Readers;

namespace ConnectorLint.Workspace;

/// <summary>The files of the tenants that are being judged, read in full; each is let go when the last of its tenants is done.</summary>
internal sealed class OpenFiles
{
    private readonly Dictionary<LintFile, SharedFile> _shared = [];
    private readonly Lock _gate = new();
    private readonly Dictionary<LintFile, FileContent> _surprises = [];

    /// <summary>Counts who needs which file.</summary>
    public OpenFiles(IReadOnlyList<TenantGroup> groups)
    {
        // Most files are of one tenant: only the others are kept count of.
        var once = new HashSet<LintFile>();
        foreach (var file in groups.SelectMany(group => group.Files.Distinct()))
        {
            if (once.Add(file))
                continue;
            if (!_shared.TryGetValue(file, out var shared))
                _shared.Add(file, shared = new SharedFile { Users = 1 });
            shared.Users++;
        }
    }

    /// <summary>Files that say something else now than when they were first looked at, with what was read.</summary>
    public IReadOnlyDictionary<LintFile, FileContent> Surprises => _surprises;

    /// <summary>A file in full; null when it is not what it was taken for.</summary>
    public ReadFile? Open(LintFile file)
    {
        if (!_shared.TryGetValue(file, out var shared))
            return Read(file);
        lock (shared)
            return shared.File ??= Read(file);
    }

    /// <summary>A tenant is done with a file.</summary>
    public void Close(LintFile file)
    {
        if (!_shared.TryGetValue(file, out var shared))
            return;
        lock (shared)
        {
            if (--shared.Users == 0)
                shared.File = null;
        }
    }

    private ReadFile? Read(LintFile file)
    {
        if (file.File is { } kept)
            return kept;
        var content = file.ReadAgain(out var read);
        if (read is not null && file.Outline!.Agrees(FileOutline.Of(read)))
            return read;
        lock (_gate)
            _surprises[file] = content;
        return null;
    }

    private sealed class SharedFile
    {
        public int Users { get; set; }

        public ReadFile? File { get; set; }
    }
}

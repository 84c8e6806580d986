namespace ConnectorLint.Workspace;

/// <summary>What a run is narrowed to.</summary>
/// <param name="Since">What git compares the working tree with: the place where HEAD and this revision parted; null: no such narrowing.</param>
/// <param name="IsStaged">Whether what is staged is judged, and compared with HEAD.</param>
/// <param name="IsOnlyNew">Whether findings that were there before are left out.</param>
public sealed record ChangeChoice(string? Since, bool IsStaged, bool IsOnlyNew);

/// <summary>
/// Narrows a run to the tenants that a change touches. Each is still judged whole: a changed connector must not hide
/// what it breaks in another file.
/// </summary>
public sealed class ChangeScope : IDisposable
{
    private readonly ChangeChoice _choice;
    private readonly LintRequest _asked;
    private readonly IReadOnlyList<string> _paths;
    private readonly GitTree? _staged;
    private GitTree? _before;

    private ChangeScope(LintRequest asked, ChangeChoice choice, IReadOnlyList<string> paths, GitTree? staged, GitTree? before, string top)
    {
        (_asked, _choice, _paths, _staged, _before) = (asked, choice, paths, staged, before);
        var root = staged?.Root ?? top;
        Request = (staged is null ? asked : In(staged)) with { Touched = Touched(root, TenantsBefore(root)) };
    }

    /// <summary>The request to run.</summary>
    public LintRequest Request { get; }

    /// <summary>Finds out what changed.</summary>
    /// <param name="request">The request as it is without the change.</param>
    /// <param name="choice">What changed.</param>
    /// <param name="fault">What is wrong: no repository, no such revision, no git; null when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public static ChangeScope? Open(LintRequest request, ChangeChoice choice, out string? fault)
    {
        var folder = request.CurrentDirectory;
        if (Git.Ask(folder, out var up, "rev-parse", "--show-cdup") is { } outside)
        {
            fault = outside.Length > 0 ? outside : $"{folder} is not in a git repository";
            return null;
        }

        var top = Path.TrimEndingDirectorySeparator(Path.GetFullPath(up, folder));
        // Before the first commit there is nothing to compare with: all is new.
        var start = choice.IsStaged && Git.Ask(folder, out _, "rev-parse", "--verify", "--quiet", "HEAD") is not null ? null : "HEAD";
        if (choice.Since is { } since && Git.Ask(folder, out start, "merge-base", "--end-of-options", since, "HEAD") is not null)
        {
            fault = Git.Ask(folder, out _, "rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}") is null
                ? $"'{since}' and HEAD have no common past"
                : $"there is no git revision called '{since}'";
            return null;
        }

        var paths = ChangedPaths(top, start, choice);
        GitTree? staged = null;
        GitTree? before = null;
        fault = null;
        if (choice.IsStaged)
            staged = GitTree.OpenIndex(folder, request.Cancellation, out fault);
        // The state before is written out only where it is asked for: it costs as much as the repository is large.
        if (fault is null && start is not null && (choice.IsOnlyNew || paths.Any(path => IsGone(path, staged?.Root ?? top))))
            before = GitTree.Open(folder, start, request.Cancellation, out fault);
        if (fault is null)
            return new ChangeScope(request, choice, paths, staged, before, top);
        staged?.Dispose();
        before?.Dispose();
        return null;
    }

    /// <summary>The report without what was there before, when only what is new was asked for.</summary>
    public LintReport Narrow(LintReport report)
    {
        if (!_choice.IsOnlyNew || _before is null)
            return report;
        var names = report.Tenants.Select(tenant => tenant.Name).Concat(Request.Touched!.Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = LintBefore(names).Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var added = report.Findings.Where(finding => !known.Contains(finding.Fingerprint)).ToArray();
        return report with { Findings = added, BeforeCount = report.Findings.Count - added.Length };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _staged?.Dispose();
        _before?.Dispose();
        _before = null;
    }

    private static string[] ChangedPaths(string top, string? start, ChangeChoice choice)
    {
        if (start is null)
            return Paths(top, "ls-files", "-z", "--full-name");
        return choice.IsStaged
            ? Paths(top, "diff", "--cached", "--name-only", "--no-renames", "-z", start, "--")
            : [.. Paths(top, "diff", "--name-only", "--no-renames", "-z", start, "--"), .. Paths(top, "ls-files", "--others", "--exclude-standard", "-z")];
    }

    private static string[] Paths(string top, params string[] arguments) =>
        Git.Ask(top, out var answer, arguments) is null ? answer.Split('\0', StringSplitOptions.RemoveEmptyEntries) : [];

    // A file that is gone belongs to the tenant that it belonged to.
    private HashSet<string> TenantsBefore(string root)
    {
        var none = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (_before is null || !_paths.Any(path => IsGone(path, root)))
            return none;
        return LintBefore(none).Tenants.Select(tenant => tenant.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsGone(string path, string root) => GitTree.Holds(path) && !File.Exists(Path.GetFullPath(path, root));

    private LintReport LintBefore(HashSet<string> names) =>
        LintRun.Run(In(_before!) with { Touched = Touched(_before!.Root, names), Clock = null, KeepsModels = false, Baseline = null, BaselineUse = BaselineUse.Compare });

    private LintRequest In(GitTree tree)
    {
        var paths = _asked.Paths.Select(path => tree.PathOf(_asked.CurrentDirectory, path)).ToArray();
        var existing = paths.Where(path => File.Exists(path) || Directory.Exists(path)).ToArray();
        return _asked with { CurrentDirectory = tree.CurrentDirectory, Paths = tree == _before ? existing : paths };
    }

    private TouchedTenants Touched(string root, HashSet<string> names)
    {
        var files = _paths.Select(path => Path.GetFullPath(path, root)).ToHashSet(DisplayPaths.Comparer);
        var folders = files.Where(file => Path.GetFileName(file) == RootFinder.ConfigurationName).Select(file => Path.GetDirectoryName(file)!).ToArray();
        return new TouchedTenants(files, folders, names);
    }
}

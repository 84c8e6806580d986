using System.IO.Enumeration;

namespace ConnectorLint.Workspace;

/// <summary>Finds the files to look at.</summary>
public static class FileDiscovery
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Finds the files that the paths of a command line mean.</summary>
    /// <remarks>
    /// A file is taken whatever it is called; a folder is walked for <c>.yaml</c>, <c>.yml</c>, <c>.json</c> and
    /// <c>.winget</c> files that are not ignored, links to folders included, unless they lead out of the repository and of
    /// all named folders. The configuration is never among the files. A file that has
    /// several names is taken once: by the name it was given on the command line, else by its own, else by the first
    /// link's.
    /// </remarks>
    /// <param name="paths">Files, folders, or <c>-</c>; none means the current folder.</param>
    /// <param name="options">How to look.</param>
    /// <exception cref="OperationCanceledException">The walk was cancelled.</exception>
    public static DiscoveryResult Find(IReadOnlyList<string> paths, DiscoveryOptions options)
    {
        var walk = new Walk(options);
        walk.Add(paths.Count == 0 ? ["."] : paths);
        return walk.Result();
    }

    /// <summary>Whether a file of that name is looked at when a folder is walked.</summary>
    /// <param name="name">The name of the file.</param>
    public static bool IsCandidate(ReadOnlySpan<char> name)
        => (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".winget", StringComparison.OrdinalIgnoreCase))
            && !name.SequenceEqual(RootFinder.ConfigurationName);

    internal static bool IsSkippedFolder(ReadOnlySpan<char> name)
        => name is ".git" or ".hg" or ".svn" or "node_modules";

    private sealed class Walk(DiscoveryOptions options)
    {
        private static readonly EnumerationOptions s_all = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

        private readonly string _current = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.CurrentDirectory));
        private readonly RootFinder _roots = new();
        private readonly RealPaths _real = new();
        private readonly List<string> _given = [];
        private readonly List<FoundFile> _files = [];
        private readonly Dictionary<string, FoundFile> _named = new(DisplayPaths.Comparer);
        private readonly HashSet<string> _visited = new(DisplayPaths.Comparer);
        private readonly HashSet<DiscoveryProblem> _problems = [];
        private readonly SortedSet<string> _configurations = new(StringComparer.Ordinal);
        private readonly Stack<Folder> _folders = new();
        private readonly List<Link> _links = [];
        private readonly List<Entry> _entries = [];
        private bool _readsStandardInput;
        private int _ignored;

        private enum EntryKind
        {
            Other,
            File,
            Folder,
            Git,
            IgnoreFile,
            Configuration,
        }

        public void Add(IReadOnlyList<string> paths)
        {
            var files = new List<string>();
            foreach (var path in paths)
            {
                if (path == StandardInput)
                    _readsStandardInput = true;
                else if (FullPath(path) is not { } full)
                    Report(path, DiscoveryProblemKind.Missing, "does not exist", isNamed: true);
                else if (Directory.Exists(full))
                    _given.Add(full);
                else if (File.Exists(full))
                    files.Add(full);
                else
                    ReportMissing(full);
            }

            foreach (var file in files)
                AddNamedFile(file);
            foreach (var folder in _given)
            {
                if (RealPath(folder, isNamed: true) is { } real)
                    WalkFrom(NamedFolder(folder, real));
            }

            // What has a name of its own was taken by it; now what only links lead to, which can bring new links.
            FollowLinks();
        }

        public DiscoveryResult Result()
        {
            _files.Sort(static (a, b) => string.CompareOrdinal(DisplayPaths.Slashed(a.FullPath), DisplayPaths.Slashed(b.FullPath)));
            var problems = _problems.ToArray();
            Array.Sort(problems, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
            return new DiscoveryResult(_files, problems, [.. _configurations], _readsStandardInput, _ignored);
        }

        private string? FullPath(string path)
        {
            if (path.Length == 0 || path.Contains('\0'))
                return null;
            var full = Path.GetFullPath(path, _current);
            return Path.TrimEndingDirectorySeparator(full);
        }

        private string? RealPath(string path, bool isNamed)
        {
            try
            {
                return _real.Of(path);
            }
            catch (RealPaths.LinkLoopException)
            {
                Report(Show(path), DiscoveryProblemKind.Loop, "is a symbolic link in a circle of links", isNamed);
                return null;
            }
        }

        private void AddNamedFile(string path)
        {
            if (Path.GetFileName(path.AsSpan()).SequenceEqual(RootFinder.ConfigurationName))
            {
                _configurations.Add(path);
                return;
            }

            if (RealPath(path, isNamed: true) is not { } real || _named.ContainsKey(real))
                return;

            // A link that leads nowhere exists, to .NET.
            if (!File.Exists(real))
            {
                Report(Show(path), DiscoveryProblemKind.BrokenLink, LeadsNowhere(real), isNamed: true);
                return;
            }

            var file = new FoundFile(path, _current, _roots.RootOf(path, Given(path)), isNamed: true);
            _named.Add(real, file);
            _files.Add(file);
        }

        // The outermost of the named folders, so that the order of the arguments is all the same.
        private string? Given(string path)
        {
            string? outermost = null;
            foreach (var folder in _given)
            {
                if (DisplayPaths.IsBelow(path, folder) && (outermost is null || folder.Length < outermost.Length))
                    outermost = folder;
            }

            return outermost;
        }

        private Folder NamedFolder(string path, string real)
        {
            var above = Path.GetDirectoryName(path);
            var (scope, ignoreCase) = above is null ? default : ScopeOf(above);
            var roots = above is null ? default : _roots.Above(above);
            return new Folder(path, real, scope, ignoreCase, roots, Given(path) ?? path, IsNamed: true) { Configuration = options.ConfigurationOf?.Invoke(path) };
        }

        // The ignore files above a named folder hold when they are of its repository.
        private (IgnoreScope? Scope, bool IgnoreCase) ScopeOf(string folder)
        {
            if (!options.UseIgnoreFiles || _roots.Above(folder).Repository is not { } repository)
                return default;
            var chain = new Stack<string>();
            for (var f = folder; f.Length > repository.Length; f = Path.GetDirectoryName(f)!)
                chain.Push(f);
            var ignoreCase = false;
            var scope = IgnoreScope.Enter(null, repository, isRepository: true, hasIgnoreFile: true, ref ignoreCase);
            foreach (var f in chain)
                scope = IgnoreScope.Enter(scope, f, isRepository: false, hasIgnoreFile: true, ref ignoreCase);
            return (scope, ignoreCase);
        }

        private void WalkFrom(Folder folder)
        {
            _folders.Push(folder);
            while (_folders.TryPop(out var next))
            {
                options.Cancellation.ThrowIfCancellationRequested();
                if (_visited.Add(next.Real))
                    Look(next);
                options.OnFound?.Invoke(_files.Count);
            }
        }

        private void Look(Folder folder)
        {
            _entries.Clear();
            var isRepository = false;
            var hasIgnoreFile = false;
            var isConfigured = false;
            var configuration = folder.Configuration;
            try
            {
                var entries = new FileSystemEnumerable<Entry>(folder.Path, ToEntry, s_all) { ShouldIncludePredicate = IsOfInterest };
                foreach (var entry in entries)
                {
                    isRepository |= entry.Kind == EntryKind.Git;
                    hasIgnoreFile |= entry.Kind == EntryKind.IgnoreFile;
                    if (entry.Kind == EntryKind.Configuration)
                    {
                        _configurations.Add(Path.Join(folder.Path, RootFinder.ConfigurationName));
                        isConfigured = RootFinder.HasRootConfiguration(folder.Path);
                        configuration = options.ConfigurationOf?.Invoke(folder.Path);
                    }

                    if (entry.Kind is EntryKind.File or EntryKind.Folder)
                        _entries.Add(entry);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Report(Show(folder.Path), DiscoveryProblemKind.Unreadable, FileReader.Reason(e), folder.IsNamed);
            }

            var ignoreCase = folder.IgnoreCase;
            var scope = options.UseIgnoreFiles
                ? IgnoreScope.Enter(folder.Scope, folder.Path, isRepository, hasIgnoreFile, ref ignoreCase)
                : null;
            var roots = folder.Roots.Enter(folder.Path, isConfigured, isRepository);
            var root = roots.Root ?? folder.Given;
            foreach (var entry in _entries)
            {
                var path = Path.Join(folder.Path, entry.Name);
                var isFolder = entry.Kind == EntryKind.Folder;
                if ((scope is not null && scope.IsIgnored(path, isFolder && !entry.IsLink))
                    || (options.Exclude is not null && options.Exclude(path, isFolder))
                    || (configuration is not null && configuration.LeavesOut(path, isFolder)))
                {
                    _ignored++;
                    continue;
                }

                if (!isFolder && !entry.IsLink)
                {
                    AddFile(path, folder, root, entry.IsEmpty);
                    continue;
                }

                var real = ReferenceEquals(folder.Path, folder.Real) ? path : Path.Join(folder.Real, entry.Name);
                var below = new Folder(path, real, scope, ignoreCase, roots, folder.Given, IsNamed: false) { Configuration = configuration };
                if (entry.IsLink)
                    _links.Add(new Link(below, root));
                else
                    _folders.Push(below);
            }
        }

        private void AddFile(string path, Folder folder, string root, bool isEmpty)
        {
            if (_named.Count > 0 && _named.ContainsKey(Path.Join(folder.Real, Path.GetFileName(path.AsSpan()))))
                return;
            _files.Add(new FoundFile(path, _current, root, isNamed: false) { IsKnownEmpty = isEmpty });
        }

        private void FollowLinks()
        {
            if (_links.Count == 0)
                return;
            var taken = new HashSet<string>(DisplayPaths.Comparer);
            var known = 0;
            while (_links.Count > 0)
            {
                var links = _links.ToArray();
                _links.Clear();
                Array.Sort(links, static (a, b) => string.CompareOrdinal(a.At.Path, b.At.Path));

                // Folders first: what they hold has a name of its own there.
                foreach (var link in links)
                    FollowFolder(link);
                for (; known < _files.Count; known++)
                    taken.Add(_real.Of(_files[known].FullPath));
                foreach (var link in links)
                    FollowFile(link, taken);
            }
        }

        private void FollowFolder(Link link)
        {
            if (!Directory.Exists(link.At.Path) || RealPath(link.At.Path, isNamed: false) is not { } target)
                return;
            if (link.At.Real == target || DisplayPaths.IsBelow(link.At.Real, target))
            {
                Report(Show(link.At.Path), DiscoveryProblemKind.Loop, $"is a symbolic link back to {Show(target)}, which it is in", isNamed: false);
                return;
            }

            if (_visited.Contains(target) || !LeadsOut(link, target))
                WalkFrom(link.At with { Real = target });
        }

        private void FollowFile(Link link, HashSet<string> taken)
        {
            var path = link.At.Path;
            if (Directory.Exists(path))
                return;
            if (RealPath(path, isNamed: false) is not { } target)
                return;
            var info = new FileInfo(target);
            if (!info.Exists)
                Report(Show(path), DiscoveryProblemKind.BrokenLink, LeadsNowhere(target), isNamed: false);
            else if (info.Name != RootFinder.ConfigurationName && !taken.Contains(target) && !LeadsOut(link, target) && taken.Add(target))
                _files.Add(new FoundFile(path, _current, link.Root, isNamed: false) { IsKnownEmpty = info.Length == 0 });
        }

        // Whoever can put a link into a repository does not get to say which other files of the machine are read and shown.
        private bool LeadsOut(Link link, string target)
        {
            var root = RealRoot(link.Root);
            if (IsWithin(target, root) || _given.Exists(given => IsWithin(target, RealRoot(given))))
                return false;
            Report(Show(link.At.Path), DiscoveryProblemKind.LeadsOut, $"is a symbolic link to {Show(target)}, outside of {Show(link.Root)}, and not followed unless it is named", isNamed: false);
            return true;
        }

        private string RealRoot(string folder)
        {
            try
            {
                return _real.Of(folder);
            }
            catch (RealPaths.LinkLoopException)
            {
                return folder;
            }
        }

        private static bool IsWithin(string path, string folder) => DisplayPaths.Comparer.Equals(path, folder) || DisplayPaths.IsBelow(path, folder);

        private void ReportMissing(string path)
        {
            try
            {
                // Throws what is wrong.
                _ = File.GetAttributes(path);
                Report(Show(path), DiscoveryProblemKind.Unreadable, "can't be read", isNamed: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                var kind = e is FileNotFoundException or DirectoryNotFoundException ? DiscoveryProblemKind.Missing : DiscoveryProblemKind.Unreadable;
                Report(Show(path), kind, FileReader.Reason(e), isNamed: true);
            }
        }

        private void Report(string path, DiscoveryProblemKind kind, string message, bool isNamed)
            => _problems.Add(new DiscoveryProblem(path, kind, message, isNamed));

        private string LeadsNowhere(string target) => $"is a symbolic link to {Show(target)}, which does not exist";

        private string Show(string path) => path == _current ? "." : DisplayPaths.Show(path, _current);

        private static bool IsOfInterest(ref FileSystemEntry entry) => KindOf(ref entry) != EntryKind.Other;

        private static EntryKind KindOf(ref FileSystemEntry entry)
        {
            var name = entry.FileName;
            if (name is ".git")
                return EntryKind.Git;
            if (entry.IsDirectory)
                return IsSkippedFolder(name) ? EntryKind.Other : EntryKind.Folder;
            if (name is IgnoreScope.FileName)
                return EntryKind.IgnoreFile;
            if (name is RootFinder.ConfigurationName)
                return EntryKind.Configuration;
            return IsCandidate(name) ? EntryKind.File : EntryKind.Other;
        }

        private static Entry ToEntry(ref FileSystemEntry entry)
        {
            var kind = KindOf(ref entry);
            if (kind is not (EntryKind.File or EntryKind.Folder))
                return new Entry("", kind, IsLink: false, IsEmpty: false);
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            return new Entry(entry.FileName.ToString(), kind, isLink, kind == EntryKind.File && !isLink && entry.Length == 0);
        }

        private readonly record struct Entry(string Name, EntryKind Kind, bool IsLink, bool IsEmpty);

        private sealed record Folder(
            string Path,
            string Real,
            IgnoreScope? Scope,
            bool IgnoreCase,
            RootFinder.FolderRoots Roots,
            string Given,
            bool IsNamed)
        {
            // The nearest at or above the folder.
            public ResolvedConfiguration? Configuration { get; init; }
        }

        private readonly record struct Link(Folder At, string Root);
    }
}

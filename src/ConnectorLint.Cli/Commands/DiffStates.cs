using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>One side of a comparison.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="CurrentDirectory">The folder that they start from.</param>
/// <param name="IsRevision">Whether the other side is told by a revision: then the tenant may be missing on this one.</param>
internal sealed record DiffState(IReadOnlyList<string> Paths, string CurrentDirectory, bool IsRevision);

/// <summary>What is compared, as the command line says: two files or folders; <c>A..B</c> or <c>A...B</c> and paths; or a revision and paths, against the files as they are.</summary>
internal sealed class DiffStates : IDisposable
{
    private readonly List<GitTree> _trees = [];

    private DiffStates()
    {
    }

    public DiffState Before { get; private set; } = null!;

    public DiffState After { get; private set; } = null!;

    public static DiffStates? Open(CliEnvironment environment, IReadOnlyList<string> states, out string? fault)
    {
        var opened = new DiffStates();
        fault = opened.Understand(environment, states);
        if (fault is null)
            return opened;
        opened.Dispose();
        return null;
    }

    public void Dispose()
    {
        foreach (var tree in _trees)
            tree.Dispose();
    }

    private string? Understand(CliEnvironment environment, IReadOnlyList<string> states)
    {
        var here = environment.CurrentDirectory;
        if (Exists(here, states[0]))
        {
            if (states.Count == 1)
                return "NEW is missing; OLD and NEW are two files or folders, or revisions (main..HEAD)";
            if (states.Count > 2)
                return $"'{states[2]}' is one argument too many: two files or folders are compared";
            if (!Exists(here, states[1]))
                return $"there is no file or folder called '{states[1]}'";
            Before = new DiffState([states[0]], here, IsRevision: false);
            After = new DiffState([states[1]], here, IsRevision: false);
            return null;
        }

        if (Split(states[0]) is var (old, next))
            return Revisions(environment, old, next, [.. states.Skip(1)]);
        return states.Count > 1 && !Exists(here, states[1])
            ? Revisions(environment, states[0], states[1], [.. states.Skip(2)])
            : Revisions(environment, states[0], null, [.. states.Skip(1)]);
    }

    // The new side is the files as they are where no revision is named.
    private string? Revisions(CliEnvironment environment, string old, string? next, string[] paths)
    {
        var here = environment.CurrentDirectory;
        if (Tree(environment, old, out var before) is { } fault)
            return fault;
        GitTree? after = null;
        if (next is not null && Tree(environment, next, out after) is { } otherFault)
            return otherFault;
        if (paths.FirstOrDefault(path => !Exists(before!.CurrentDirectory, before.PathOf(here, path)) && !(after is null ? Exists(here, path) : Exists(here, after.PathOf(here, path)))) is { } missing)
            return $"there is no file or folder called '{missing}' on either side";
        Before = State(before!, here, paths);
        After = after is null ? new DiffState(paths.Where(path => Exists(here, path)).DefaultIfEmpty(here).ToArray(), here, IsRevision: true) : State(after, here, paths);
        return null;
    }

    private string? Tree(CliEnvironment environment, string revision, out GitTree? tree)
    {
        tree = GitTree.Open(environment.CurrentDirectory, revision, environment.Cancellation, out var fault);
        if (tree is not null)
            _trees.Add(tree);
        return fault;
    }

    private static DiffState State(GitTree tree, string here, string[] paths)
    {
        var there = paths.Select(path => tree.PathOf(here, path)).Where(path => Exists(here, path)).ToArray();
        // Where none of the paths is there yet, nor is the tenant: an empty folder.
        return new DiffState(there.Length > 0 || paths.Length == 0 ? there : [Empty(tree)], tree.CurrentDirectory, IsRevision: true);
    }

    private static string Empty(GitTree tree) => Directory.CreateDirectory(Path.Join(tree.Root, ".git", "none")).FullName;

    private static (string Old, string New)? Split(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return null;
        var isPast = text.AsSpan(dots).StartsWith("...");
        var old = text[..dots] is { Length: > 0 } named ? named : "HEAD";
        var next = text[(dots + (isPast ? 3 : 2))..] is { Length: > 0 } other ? other : "HEAD";
        return (isPast ? $"{old}...{next}" : old, next);
    }

    private static bool Exists(string here, string path) => Path.Exists(Path.GetFullPath(path, here));
}

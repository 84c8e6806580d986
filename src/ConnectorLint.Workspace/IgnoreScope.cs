using System.Text;

namespace ConnectorLint.Workspace;

/// <summary>The ignore files that hold in a folder: its own, then those of the folders above.</summary>
/// <remarks>
/// Below a repository's root nothing from above it holds, as in git. Outside of repositories the files found while
/// walking hold, from the named folder down. The user's global excludes are not read: the same tree gives the same
/// files on every machine. Nor is the index: a tracked file that a pattern excludes is left out unless it is named.
/// </remarks>
internal sealed class IgnoreScope
{
    public const string FileName = ".gitignore";

    // Git itself refuses absurd ones too (at 100 MB).
    private const long FileBytes = 16 * 1024 * 1024;

    private readonly IgnoreScope? _above;
    private readonly IgnoreRules _rules;
    private readonly int _folderBytes;

    private IgnoreScope(IgnoreScope? above, IgnoreRules rules, string folder)
    {
        _above = above;
        _rules = rules;
        _folderBytes = Encoding.UTF8.GetByteCount(folder) + (Path.EndsInDirectorySeparator(folder) ? 0 : 1);
    }

    /// <summary>What holds in a folder that is reached from above or named.</summary>
    /// <param name="above">What holds in the folder above it.</param>
    /// <param name="folder">The full path.</param>
    /// <param name="isRepository">Whether the folder is the root of a repository.</param>
    /// <param name="hasIgnoreFile">Whether the folder has an ignore file of its own.</param>
    /// <param name="ignoreCase">Whether case matters in this repository.</param>
    public static IgnoreScope? Enter(IgnoreScope? above, string folder, bool isRepository, bool hasIgnoreFile, ref bool ignoreCase)
    {
        if (isRepository)
        {
            above = null;
            var git = GitFolder(folder);
            ignoreCase = SaysIgnoreCase(Path.Join(git, "config"));
            if (Load(Path.Join(git, "info", "exclude"), ignoreCase, mayBeLink: true) is { } exclude)
                above = new IgnoreScope(null, exclude, folder);
        }

        return hasIgnoreFile && Load(Path.Join(folder, FileName), ignoreCase, mayBeLink: false) is { } rules
            ? new IgnoreScope(above, rules, folder)
            : above;
    }

    /// <summary>Whether a path directly in the folder, or further down, is ignored by itself.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="isFolder">Whether it is a folder (and no link).</param>
    public bool IsIgnored(string path, bool isFolder)
    {
        Span<byte> buffer = stackalloc byte[1024];
        var bytes = path.Length * 3 <= buffer.Length ? buffer[..Encoding.UTF8.GetBytes(path, buffer)] : Encoding.UTF8.GetBytes(path);
        if (OperatingSystem.IsWindows())
            bytes.Replace((byte)'\\', (byte)'/');
        for (var scope = this; scope is not null; scope = scope._above)
        {
            var match = scope._rules.Match(bytes[scope._folderBytes..], isFolder);
            if (match != IgnoreMatch.None)
                return match == IgnoreMatch.Ignored;
        }

        return false;
    }

    private static IgnoreRules? Load(string path, bool ignoreCase, bool mayBeLink)
    {
        try
        {
            // Git does not follow a .gitignore that is a link.
            var info = new FileInfo(path);
            if (!info.Exists || info.Length is 0 or > FileBytes || (!mayBeLink && info.LinkTarget is not null))
                return null;
            var rules = IgnoreRules.Parse(File.ReadAllBytes(path), ignoreCase);
            return rules.Count == 0 ? null : rules;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As git does: a file that can't be read ignores nothing.
            return null;
        }
    }

    // ".git" is a file in a worktree and in a submodule; what worktrees share is in the common folder.
    private static string GitFolder(string repository)
    {
        var git = Path.Join(repository, ".git");
        try
        {
            if (!File.Exists(git))
                return git;
            var line = File.ReadAllText(git).Trim();
            const string Prefix = "gitdir:";
            if (!line.StartsWith(Prefix, StringComparison.Ordinal))
                return git;
            var folder = Path.GetFullPath(line[Prefix.Length..].Trim(), repository);
            var common = Path.Join(folder, "commondir");
            return File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), folder) : folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return git;
        }
    }

    // Git writes this key when a repository is made on a file system that does not tell case.
    private static bool SaysIgnoreCase(string configuration)
    {
        try
        {
            if (!File.Exists(configuration))
                return false;
            var isCore = false;
            foreach (var raw in File.ReadLines(configuration))
            {
                var line = raw.AsSpan().Trim();
                if (line.StartsWith('['))
                    isCore = line.StartsWith("[core]", StringComparison.OrdinalIgnoreCase);
                else if (isCore && line.StartsWith("ignorecase", StringComparison.OrdinalIgnoreCase))
                    return line["ignorecase".Length..].TrimStart().TrimStart('=').Trim() is "" or "true" or "yes" or "on" or "1";
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then case tells.
        }

        return false;
    }
}

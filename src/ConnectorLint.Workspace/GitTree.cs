using System.Globalization;
using System.Text;

namespace ConnectorLint.Workspace;

/// <summary>Writes what tenants may be made of, as a revision has it, into a folder of its own. Git is called with plain arguments, without a shell; nothing of the repository is changed.</summary>
public sealed class GitTree : IDisposable
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".winget", ".gitignore"];

    private readonly string _temporary;

    private GitTree(string temporary, string root, string currentDirectory) => (_temporary, Root, CurrentDirectory) = (temporary, root, currentDirectory);

    /// <summary>The folder that stands for the repository's.</summary>
    public string Root { get; }

    /// <summary>The folder that stands for the current one.</summary>
    public string CurrentDirectory { get; }

    /// <summary>Whether a file of this name is written out: others are no tenant's.</summary>
    public static bool Holds(string path) => Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes a revision out.</summary>
    /// <param name="currentDirectory">A folder of the repository.</param>
    /// <param name="revision">The revision, in any of git's spellings; "A...B" is where both parted.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    /// <returns>The revision; null when it could not be had.</returns>
    public static GitTree? Open(string currentDirectory, string revision, CancellationToken cancellation, out string? fault)
    {
        if (Git.Ask(currentDirectory, out var top, "rev-parse", "--show-toplevel") is { } outside)
        {
            fault = outside.Length == 0 ? $"{currentDirectory} is not in a git repository, and there is no file or folder called '{revision}'" : outside;
            return null;
        }

        var dots = revision.IndexOf("...", StringComparison.Ordinal);
        string commit;
        if (dots >= 0 ? Git.Ask(currentDirectory, out commit, "merge-base", "--", Or(revision[..dots]), Or(revision[(dots + 3)..])) is not null
            : Git.Ask(currentDirectory, out commit, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}") is not null)
        {
            fault = dots >= 0 ? $"'{revision}' are no two revisions with a common past" : $"there is no file, folder or git revision called '{revision}'";
            return null;
        }

        return Make(currentDirectory, top, $"'{revision}'", ["ls-tree", "-r", "-z", "--full-tree", commit], cancellation, out fault);
    }

    /// <summary>Writes out what is staged.</summary>
    /// <param name="currentDirectory">A folder of the repository.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    /// <returns>What is staged; null when it could not be had.</returns>
    public static GitTree? OpenIndex(string currentDirectory, CancellationToken cancellation, out string? fault)
    {
        if (Git.Ask(currentDirectory, out var top, "rev-parse", "--show-toplevel") is not { } outside)
            return Make(currentDirectory, top, "what is staged", ["ls-files", "--stage", "-z"], cancellation, out fault);
        fault = outside.Length == 0 ? $"{currentDirectory} is not in a git repository" : outside;
        return null;
    }

    private static GitTree? Make(string currentDirectory, string top, string what, string[] list, CancellationToken cancellation, out string? fault)
    {
        _ = Git.Ask(currentDirectory, out var prefix, "rev-parse", "--show-prefix");
        var temporary = Directory.CreateTempSubdirectory("connectorlint-").FullName;
        // A tenant without a name is called after its folder.
        var root = Path.Join(temporary, Path.GetFileName(top) is { Length: > 0 } name ? name : "repository");
        var tree = new GitTree(temporary, root, Path.TrimEndingDirectorySeparator(Path.Join(root, prefix)));
        try
        {
            Directory.CreateDirectory(tree.CurrentDirectory);
            Directory.CreateDirectory(Path.Join(root, ".git"));
            Write(top, list, root, cancellation);
            fault = null;
            return tree;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            tree.Dispose();
            fault = $"{what} could not be written to a temporary folder: {exception.Message}";
            return null;
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <summary>Where a path of the working tree is in the revision.</summary>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <param name="path">The path.</param>
    public string PathOf(string currentDirectory, string path) => Path.GetFullPath(Path.IsPathRooted(path) ? Path.GetRelativePath(currentDirectory, path) : path, CurrentDirectory);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_temporary, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system clears its temporary folder some day.
        }
    }

    private static string Or(string revision) => revision.Length == 0 ? "HEAD" : revision;

    private static void Write(string top, string[] list, string root, CancellationToken cancellation)
    {
        using var listing = Git.Start(top, list);
        using var batch = Git.Start(top, "cat-file", "--batch");
        listing.StandardInput.Close();
        var entries = listing.StandardOutput.ReadToEnd();
        var output = batch.StandardOutput.BaseStream;
        foreach (var entry in entries.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            cancellation.ThrowIfCancellationRequested();
            // "100644 blob ID\tPATH" of a revision, "100644 ID 0\tPATH" of what is staged; links, submodules and conflicts are left out.
            var tab = entry.IndexOf('\t', StringComparison.Ordinal);
            var path = entry[(tab + 1)..];
            var id = entry[..tab].Split(' ') switch
            {
                ["100644" or "100755", "blob", var blob] => blob,
                ["100644" or "100755", var staged, "0"] => staged,
                _ => null,
            };
            if (id is null || !Holds(path))
                continue;
            batch.StandardInput.Write(id + "\n");
            batch.StandardInput.Flush();
            var file = Path.GetFullPath(path, root);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var target = File.Create(file);
            Copy(output, target);
        }

        batch.StandardInput.Close();
        batch.WaitForExit();
        listing.WaitForExit();
    }

    // "ID blob SIZE", a line end, the bytes, a line end.
    private static void Copy(Stream from, FileStream to)
    {
        var head = new StringBuilder();
        for (var value = from.ReadByte(); value is not ('\n' or -1); value = from.ReadByte())
            head.Append((char)value);
        if (head.ToString().Split(' ') is not [_, "blob", var size] || !long.TryParse(size, CultureInfo.InvariantCulture, out var left))
            throw new IOException($"git answered '{head}'");
        var buffer = new byte[64 * 1024];
        while (left > 0)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
                throw new IOException("git ended early");
            to.Write(buffer, 0, read);
            left -= read;
        }

        from.ReadByte();
    }
}

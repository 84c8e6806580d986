namespace ConnectorLint.Workspace;

/// <summary>Full paths without symbolic links, so that one file by two names is seen to be one.</summary>
internal sealed class RealPaths
{
    private const int MaxLinks = 40;

    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>The real path of a file or folder; the path itself where it can't be told.</summary>
    /// <exception cref="LinkLoopException">Links lead to each other.</exception>
    public string Of(string path) => Resolve(path, 0);

    private string Resolve(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        if (!_folders.TryGetValue(parent, out var folder))
        {
            folder = Resolve(parent, links);
            _folders.Add(parent, folder);
        }

        var full = folder == parent ? path : Path.Join(folder, Path.GetFileName(path));
        if (LinkTarget(full) is not { } target)
            return full;
        if (links >= MaxLinks)
            throw new LinkLoopException();
        return Resolve(Path.GetFullPath(target, folder), links + 1);
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Links lead to each other.</summary>
    public sealed class LinkLoopException : IOException;
}

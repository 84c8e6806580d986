namespace ConnectorLint.Analyzers;

/// <summary>Paths as the compiler gives them, without a look at the disk. All have forward slashes.</summary>
internal static class CodePaths
{
    /// <summary>A path with forward slashes.</summary>
    public static string Slashed(string path) => path.Replace('\\', '/');

    /// <summary>The folder of a file or folder; empty for what has none above it.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path.Substring(0, slash);
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>Whether a path lies in a folder or below.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>A path that is relative to a folder, made whole.</summary>
    public static string Combine(string folder, string path)
    {
        path = Slashed(path);
        if (path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':'))
            return path;
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
                folder = FolderOf(folder);
            else if (part is not ("." or ""))
                folder += "/" + part;
        }

        return folder;
    }
}

namespace ConnectorLint.Workspace;

/// <summary>How paths are shown.</summary>
internal static class DisplayPaths
{
    /// <summary>How paths are compared here when they tell one file from another.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>With forward slashes, relative to a folder when below it.</summary>
    public static string Show(string fullPath, string folder)
    {
        var shown = IsBelow(fullPath, folder) ? fullPath[PrefixLength(folder)..] : fullPath;
        return Slashed(shown);
    }

    /// <summary>Whether a full path is below a folder.</summary>
    public static bool IsBelow(string fullPath, string folder)
    {
        var prefix = PrefixLength(folder);
        return fullPath.Length > prefix
            && fullPath.StartsWith(folder, Comparison)
            && IsSeparator(fullPath[prefix - 1]);
    }

    /// <summary>The path with forward slashes.</summary>
    public static string Slashed(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    private static int PrefixLength(string folder) => folder.Length > 0 && IsSeparator(folder[^1]) ? folder.Length : folder.Length + 1;

    private static bool IsSeparator(char c) => c == Path.DirectorySeparatorChar || c == Path.AltDirectorySeparatorChar;
}

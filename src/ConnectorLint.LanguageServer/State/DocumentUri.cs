namespace ConnectorLint.LanguageServer.State;

/// <summary>From the addresses that editors use to paths, and back.</summary>
internal static class DocumentUri
{
    /// <summary>The full path of a file address; null for any other (an unsaved document, a file in an archive).</summary>
    public static string? ToPath(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
            return null;
        var path = parsed.LocalPath;
        return path.Contains('\0') || path.Length == 0 ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    /// <summary>The address of a full path.</summary>
    // Segment by segment, since "#" and "%" are letters in the name of a file.
    public static string Of(string fullPath) =>
        (OperatingSystem.IsWindows() ? "file:///" : "file://") + string.Join('/', fullPath.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString));
}

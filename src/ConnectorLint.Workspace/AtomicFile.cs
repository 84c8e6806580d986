namespace ConnectorLint.Workspace;

/// <summary>Writes a file so that whoever looks sees the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes the content to a temporary file beside the target and renames it over the target.</summary>
    /// <remarks>
    /// A symbolic link stays and its target is replaced. The permissions of a file that exists are kept. What is no
    /// regular file (<c>/dev/stdout</c>, a pipe) is written to as it is.
    /// </remarks>
    /// <param name="path">The file to write; its folder must exist.</param>
    /// <param name="content">The whole new content.</param>
    /// <param name="flush">Wait until the content is on the disk before the rename.</param>
    /// <exception cref="IOException">The file can't be written; the old one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the old one is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool flush = false)
    {
        var target = Target(Path.GetFullPath(path));
        if (IsSpecial(target))
        {
            using var special = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            special.Write(content);
            return;
        }

        var info = new FileInfo(target);
        if (info.Exists && info.IsReadOnly)
            throw new UnauthorizedAccessException($"Access to the path '{path}' is denied: it is read-only.");
        var temporary = Path.Join(Path.GetDirectoryName(target), $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                if (info.Exists && !OperatingSystem.IsWindows())
                    File.SetUnixFileMode(stream.SafeFileHandle, info.UnixFileMode);
                stream.Write(content);
                if (flush)
                    stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static string Target(string path)
        => new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>Whether a path is a device or a pipe, by its place: nothing there is to be replaced by a file.</summary>
    internal static bool IsSpecial(string path)
    {
        if (OperatingSystem.IsWindows())
            return path.StartsWith(@"\\.\", StringComparison.Ordinal);
        return path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }
}

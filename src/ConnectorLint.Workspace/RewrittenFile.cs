using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>Writes the new text of a file that was read, in its own encoding, unless it changed meanwhile.</summary>
internal static class RewrittenFile
{
    /// <summary>Writes.</summary>
    /// <param name="old">The file as it was read.</param>
    /// <param name="text">What it is to hold.</param>
    /// <returns>Why it was not written; null when it was.</returns>
    public static string? TryWrite(LintFile old, string text)
    {
        try
        {
            // Once more from the disk: for its encoding, and because it may have changed meanwhile.
            var content = FileReader.Read(old.FullPath);
            if (content.Status != FileStatus.Text || new SourceText(old.Path, content.Text!).Text != old.File!.File.Text)
                return "was left alone: it changed while it was linted";
            AtomicFile.Write(old.FullPath, FileReader.Encode(text, content.Encoding));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"could not be written: {(e is UnauthorizedAccessException ? "permission denied" : e.Message)}";
        }
    }
}

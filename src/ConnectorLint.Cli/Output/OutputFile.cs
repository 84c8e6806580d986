using System.Text;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>Writes a text to a file that the command line names.</summary>
internal static class OutputFile
{
    /// <summary>Why it could not be written; null when it was.</summary>
    /// <param name="environment">Where relative paths start from.</param>
    /// <param name="file">The file as it was named.</param>
    /// <param name="what">What is written: "the report".</param>
    /// <param name="text">The text.</param>
    public static string? TryWrite(CliEnvironment environment, string file, string what, string text)
    {
        var path = Path.GetFullPath(file, environment.CurrentDirectory);
        try
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? "it is a folder"
                : !Directory.Exists(Path.GetDirectoryName(path)) ? $"there is no folder {Path.GetDirectoryName(path)}"
                : exception is UnauthorizedAccessException ? "permission denied" : exception.Message;
            return $"{file}: {what} could not be written: {reason}";
        }
    }
}

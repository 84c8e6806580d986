using ConnectorLint.Engine;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>A baseline on the disk.</summary>
public static class BaselineFile
{
    /// <summary>The name that it has when none is given.</summary>
    public const string DefaultName = ".connectorlint-baseline.json";

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="shownPath">The path as it is shown.</param>
    /// <param name="mayBeAbsent">Whether a file that is not there is a baseline without entries.</param>
    /// <param name="fault">Why there is none: "FILE:LINE:COLUMN: what is wrong".</param>
    public static Baseline? Read(string path, string shownPath, bool mayBeAbsent, out string? fault)
    {
        fault = null;
        if (mayBeAbsent && !Path.Exists(path))
            return Baseline.Empty;
        var content = FileReader.Read(path);
        if (content.Status != FileStatus.Text)
        {
            fault = $"{shownPath}: the baseline {content.Message ?? "could not be read"}{(Path.Exists(path) ? "" : "; --write-baseline writes it")}";
            return null;
        }

        var baseline = BaselineReader.Read(new SourceText(shownPath, content.Text!), out var wrong);
        if (wrong is null)
            return baseline;
        var (line, column) = wrong.Span.File.PositionAt(wrong.Span.Start);
        fault = $"{shownPath}:{line}:{column}: {wrong.Message}";
        return null;
    }
}

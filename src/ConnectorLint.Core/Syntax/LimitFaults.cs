using System.Globalization;

namespace ConnectorLint.Syntax;

/// <summary>The words for what goes past a limit.</summary>
internal static class LimitFaults
{
    public static SyntaxError TooDeep(SourceText file, int offset) => new(
        SyntaxErrorKind.Limit,
        file.Span(offset, Math.Min(offset + 1, file.Text.Length)),
        $"The file nests more than {SyntaxLimits.Depth} levels deep here; it was read up to line {Line(file, offset)}.",
        "Nest less deeply.");

    public static SyntaxError TooManyNodes(SourceText file, int start, int end) => new(
        SyntaxErrorKind.Limit,
        file.Span(start, Math.Min(end, file.Text.Length)),
        $"The file has more than {SyntaxLimits.Nodes.ToString("N0", CultureInfo.InvariantCulture)} values once its aliases are followed; it was read up to line {Line(file, start)}.",
        "Split the file, or use fewer aliases of aliases.");

    /// <summary>The number of the line that holds an offset.</summary>
    public static string Line(SourceText file, int offset) => file.PositionAt(offset).Line.ToString(CultureInfo.InvariantCulture);
}

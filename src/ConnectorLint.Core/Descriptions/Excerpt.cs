using ConnectorLint.Syntax;

namespace ConnectorLint.Descriptions;

/// <summary>The line in which a span begins as it is shown, cut around the span when it is very long.</summary>
/// <param name="Text">The shown text.</param>
/// <param name="Indent">How many columns stand before the marked part.</param>
/// <param name="MarkWidth">How many columns the marked part takes.</param>
internal readonly record struct Excerpt(string Text, int Indent, int MarkWidth)
{
    private const int Longest = 160;
    private const int Before = 60;

    /// <summary>Makes the excerpt for a span.</summary>
    public static Excerpt Of(SourceSpan span) => Of(span, span);

    /// <summary>Makes the excerpt for a span in a line that is cut for another one.</summary>
    /// <param name="span">The span to mark.</param>
    /// <param name="shown">A span that begins in the same line.</param>
    public static Excerpt Of(SourceSpan span, SourceSpan shown)
    {
        var line = LineOf(span);
        var (from, to) = Cut(shown, line);
        var (start, end) = Columns(span, line);
        start = Math.Clamp(start, from, to);
        end = Math.Clamp(end, start, to);
        var before = (from > 0 ? "…" : "") + DisplayWidth.Show(line[from..start]);
        var marked = DisplayWidth.Show(line[start..end]);
        var after = DisplayWidth.Show(line[end..to]) + (to < line.Length ? "…" : "");
        return new Excerpt((before + marked + after).TrimEnd(), DisplayWidth.Of(before), DisplayWidth.Of(marked));
    }

    /// <summary>Whether a span begins in the part of the line that is shown for another one.</summary>
    public static bool IsShown(SourceSpan span, SourceSpan shown)
    {
        var line = LineOf(span);
        var (from, to) = Cut(shown, line);
        var start = Columns(span, line).Start;
        return start >= from && start < Math.Max(to, from + 1);
    }

    private static string LineOf(SourceSpan span) => span.File.LineText(span.File.PositionAt(span.Start).Line);

    // The part of the line that the span takes; all that is left of it when the span goes on in the next.
    private static (int Start, int End) Columns(SourceSpan span, string line)
    {
        var (first, column) = span.File.PositionAt(span.Start);
        var (last, endColumn) = span.File.PositionAt(span.End);
        var start = Math.Min(column - 1, line.Length);
        var end = last == first ? Math.Min(endColumn - 1, line.Length) : line.TrimEnd().Length;
        return (start, Math.Max(start, end));
    }

    private static (int From, int To) Cut(SourceSpan shown, string line)
    {
        if (line.Length <= Longest)
            return (0, line.Length);
        var from = Whole(line, Math.Max(0, Math.Min(Columns(shown, line).Start - Before, line.Length - Longest)));
        return (from, Whole(line, Math.Min(line.Length, from + Longest)));
    }

    // A pair of surrogates is not torn apart.
    private static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at + 1 : at;
}

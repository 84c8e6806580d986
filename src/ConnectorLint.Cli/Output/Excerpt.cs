namespace ConnectorLint.Cli.Output;

/// <summary>A line of a file as it is shown, cut around the marked part when it is very long.</summary>
/// <param name="Text">The shown text.</param>
/// <param name="Indent">How many columns stand before the marked part.</param>
/// <param name="MarkWidth">How many columns the marked part takes.</param>
internal readonly record struct Excerpt(string Text, int Indent, int MarkWidth)
{
    private const int Longest = 160;
    private const int Before = 60;

    /// <summary>Makes the excerpt.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="start">Where the marked part begins.</param>
    /// <param name="end">Where it ends.</param>
    public static Excerpt Of(string line, int start, int end)
    {
        var from = 0;
        var to = line.Length;
        if (line.Length > Longest)
        {
            from = Whole(line, Math.Max(0, Math.Min(start - Before, line.Length - Longest)));
            to = Whole(line, Math.Min(line.Length, from + Longest));
        }

        end = Math.Min(end, to);
        var lead = from > 0 ? "…" : "";
        var before = lead + DisplayWidth.Show(line[from..Math.Min(start, to)]);
        var marked = DisplayWidth.Show(line[Math.Min(start, to)..end]);
        var after = DisplayWidth.Show(line[end..to]) + (to < line.Length ? "…" : "");
        return new Excerpt((before + marked + after).TrimEnd(), DisplayWidth.Of(before), DisplayWidth.Of(marked));
    }

    // A pair of surrogates is not torn apart.
    private static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at + 1 : at;
}

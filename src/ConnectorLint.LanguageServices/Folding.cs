using ConnectorLint.LanguageServices.Outlines;

namespace ConnectorLint.LanguageServices;

/// <summary>Lines that can be folded away.</summary>
/// <param name="StartLine">The line that stays, from 0.</param>
/// <param name="EndLine">The last line that goes, from 0.</param>
/// <param name="IsComment">Whether it is a block of comments.</param>
public sealed record FoldingRange(int StartLine, int EndLine, bool IsComment);

/// <summary>What can be folded in a file: mappings, lists and their items, blocks of comments.</summary>
public static class Folding
{
    /// <summary>The ranges, by their first line; at most one begins on a line.</summary>
    public static IReadOnlyList<FoldingRange> Of(EditorFile file)
    {
        var ranges = new SortedDictionary<int, FoldingRange>();
        foreach (var document in file.Outline.Documents)
            Add(file, document.Root, ranges);
        AddComments(file, ranges);
        return [.. ranges.Values];
    }

    private static void Add(EditorFile file, OutlineNode? node, SortedDictionary<int, FoldingRange> ranges)
    {
        switch (node)
        {
            case OutlineMapping mapping:
                if (mapping.IsFlow)
                    Add(file, mapping.Start, mapping.End, ranges);
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Value is OutlineScalar { Quote: '|' } or OutlineMapping { IsFlow: false } or OutlineSequence { IsFlow: false })
                        Add(file, entry.Key.Start, entry.End, ranges);
                    Add(file, entry.Value, ranges);
                }

                break;
            case OutlineSequence sequence:
                if (sequence.IsFlow)
                    Add(file, sequence.Start, sequence.End, ranges);
                foreach (var item in sequence.Items)
                {
                    Add(file, item.Start, item.End, ranges);
                    Add(file, item.Value, ranges);
                }

                break;
        }
    }

    private static void Add(EditorFile file, int start, int end, SortedDictionary<int, FoldingRange> ranges)
    {
        var first = file.PositionAt(start).Line;
        var last = file.PositionAt(end).Line;
        // The outer of two that begin on one line.
        if (last > first && !ranges.ContainsKey(first))
            ranges.Add(first, new FoldingRange(first, last, false));
    }

    private static void AddComments(EditorFile file, SortedDictionary<int, FoldingRange> ranges)
    {
        var lines = file.Outline.Comments.Where(comment => IsAlone(file, comment)).Select(comment => file.PositionAt(comment.Start).Line).ToArray();
        for (var i = 0; i < lines.Length;)
        {
            var end = i;
            while (end + 1 < lines.Length && lines[end + 1] == lines[end] + 1)
                end++;
            if (end > i)
                ranges[lines[i]] = new FoldingRange(lines[i], lines[end], true);
            i = end + 1;
        }
    }

    private static bool IsAlone(EditorFile file, OutlineComment comment)
    {
        var at = comment.Start;
        while (at > 0 && file.Text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || file.Text[at - 1] is '\n' or '\r';
    }
}

using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Puts an entry or an item behind another of its collection.</summary>
internal static class PartInsertion
{
    /// <summary>The edits; null when there is no room for it.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="index">The part that it comes behind.</param>
    /// <param name="inserted">The new part; further lines come with their indentation.</param>
    /// <param name="comma">What stands between two parts on one line.</param>
    public static List<TextEdit>? Behind(Collection collection, int index, string inserted, string comma)
    {
        var part = collection.Parts[index];
        if (collection.IsBare || !part.IsOwnText)
            return null;
        if (collection.HasBrackets)
            return collection.IsReadable(index) ? IntoFlow(collection, index, inserted, comma) : null;
        var text = collection.Text;
        var rest = LineRest.At(text, part.End, collection.IsJson);
        // What follows a block of text may be part of it.
        if (!rest.IsFree || part.Value is ScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded })
            return null;
        return [TextEdit.Insert(rest.End, Lines.BreakOf(text) + IndentOf(collection, index) + inserted)];
    }

    /// <summary>Whether a part begins a line of its own, in a collection of several lines.</summary>
    public static bool IsOnOwnLine(Collection collection, int index)
    {
        var lineStart = Lines.StartOf(collection.Text, collection.Parts[index].Start);
        return collection.Node.Start < lineStart && Lines.IsBlank(collection.Text, lineStart, collection.Parts[index].Start);
    }

    /// <summary>The indentation of a part's line, in blanks where something stands before it.</summary>
    public static string IndentOf(Collection collection, int index)
    {
        var start = collection.Parts[index].Start;
        var before = collection.Text.Substring(Lines.StartOf(collection.Text, start), start - Lines.StartOf(collection.Text, start));
        if (before.Trim(' ', '\t').Length == 0)
            return before;
        return new string([.. before.Select(c => c == '\t' ? '\t' : ' ')]);
    }

    private static List<TextEdit>? IntoFlow(Collection collection, int index, string inserted, string comma)
    {
        var text = collection.Text;
        var part = collection.Parts[index];
        var gap = collection.GapBehind(index);
        if (!gap.IsKnown)
            return null;
        var rest = LineRest.At(text, gap.Comma >= 0 ? gap.Comma + 1 : part.End, collection.IsJson);
        if (!IsOnOwnLine(collection, index) || !rest.IsFree)
            return [TextEdit.Insert(part.End, comma + inserted)];
        var line = Lines.BreakOf(text) + IndentOf(collection, index) + inserted;
        if (gap.Comma >= 0)
            return [TextEdit.Insert(rest.End, line + ",")];
        return rest.End == part.End
            ? [TextEdit.Insert(part.End, "," + line)]
            : [TextEdit.Insert(part.End, ","), TextEdit.Insert(rest.End, line)];
    }
}

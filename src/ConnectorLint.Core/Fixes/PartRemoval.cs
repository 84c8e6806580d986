using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Takes an entry or an item out of a collection. Comments stay; where one stands within the part, nothing is done.</summary>
internal static class PartRemoval
{
    /// <summary>The edits; null when it can't be taken out cleanly.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="index">Which part.</param>
    /// <param name="listKey">The key whose value a list is.</param>
    public static List<TextEdit>? Render(Collection collection, int index, ScalarNode? listKey = null)
    {
        var part = collection.Parts[index];
        if (collection.IsBare || !part.IsOwnText || collection.HasCommentWithin(part))
            return null;
        if (collection.HasBrackets)
            return collection.IsReadable(index) ? FromFlow(collection, index) : null;
        return collection.Node is MappingNode ? FromMapping(collection, index) : FromSequence(collection, index, listKey);
    }

    private static List<TextEdit>? FromMapping(Collection collection, int index)
    {
        var text = collection.Text;
        var part = collection.Parts[index];
        var lineStart = Lines.StartOf(text, part.Start);
        var before = text.Substring(lineStart, part.Start - lineStart);
        var rest = LineRest.At(text, part.End, collection.IsJson);
        if (before.Trim(' ', '\t', '-').Length > 0 || !rest.IsFree)
            return null;
        if (collection.Node.Start == part.Start && collection.End == part.End)
            return [new TextEdit(part.Start, part.End - part.Start, "{}")];
        if (rest.Comment >= 0)
            return [TextEdit.Delete(part.Start, rest.Comment)];
        var dash = before.LastIndexOf('-');
        if (dash < 0)
            return [WholeLines(text, lineStart, rest.End)];

        // The first entry stands behind the dash of its item: the next one moves there.
        if (index + 1 < collection.Parts.Count && collection.Parts[index + 1].Start is var next && next > rest.End && text.Substring(rest.End, next - rest.End).Trim().Length == 0)
            return [TextEdit.Delete(part.Start, next)];
        return [TextEdit.Delete(lineStart + dash + 1, rest.End)];
    }

    private static List<TextEdit>? FromSequence(Collection collection, int index, ScalarNode? listKey)
    {
        var text = collection.Text;
        var part = collection.Parts[index];
        var dash = Lines.DashBefore(text, part.Start);
        if (dash < 0)
            return null;
        var lineStart = Lines.StartOf(text, dash);
        var rest = LineRest.At(text, part.End, collection.IsJson);
        if (!Lines.IsBlank(text, lineStart, dash) || !rest.IsFree)
            return null;
        var edits = new List<TextEdit> { rest.Comment >= 0 ? TextEdit.Delete(dash, rest.Comment) : WholeLines(text, lineStart, rest.End) };
        if (collection.Parts.Count > 1)
            return edits;
        if (listKey is null || BehindColon(text, listKey) is not (>= 0 and var colon) || colon > edits[0].Start)
            return null;
        // At the end of a text without a last line break the two meet.
        if (colon == edits[0].Start)
            return [edits[0] with { NewText = " []" }];
        edits.Insert(0, TextEdit.Insert(colon, " []"));
        return edits;
    }

    private static List<TextEdit>? FromFlow(Collection collection, int index)
    {
        var text = collection.Text;
        var part = collection.Parts[index];
        var before = collection.GapBefore(index);
        var behind = collection.GapBehind(index);
        if (!before.IsKnown || !behind.IsKnown)
            return null;
        if (behind.Comma >= 0)
            return [WithCommaBehind(collection, index, behind)];
        if (before.Comma >= 0 && !before.HasComment)
            return [TextEdit.Delete(before.Comma, part.End)];
        if (before.Comma >= 0)
            return [TextEdit.Delete(before.Comma, before.Comma + 1), WithoutComma(collection, part)];
        return before.HasComment || behind.HasComment
            ? [TextEdit.Delete(part.Start, part.End)]
            : [TextEdit.Delete(collection.Node.Start + 1, collection.End - 1)];
    }

    private static TextEdit WithCommaBehind(Collection collection, int index, FlowGap behind)
    {
        var text = collection.Text;
        var part = collection.Parts[index];
        var end = behind.Comma + 1;
        var lineStart = Lines.StartOf(text, part.Start);
        var rest = LineRest.At(text, end, collection.IsJson);
        if (rest.Comment >= 0)
        {
            // A "#" needs a blank before it.
            var needsBlank = part.Start > 0 && text[part.Start - 1] is not (' ' or '\t' or '\n' or '\r');
            return TextEdit.Delete(part.Start, needsBlank ? rest.Comment - 1 : rest.Comment);
        }

        if (!rest.IsFree)
            return TextEdit.Delete(part.Start, Lines.SkipBlank(text, end));
        if (Lines.IsBlank(text, lineStart, part.Start))
            return WholeLines(text, lineStart, rest.End);
        return TextEdit.Delete(part.Start, !behind.HasComment && index + 1 < collection.Parts.Count ? collection.Parts[index + 1].Start : end);
    }

    private static TextEdit WithoutComma(Collection collection, Part part)
    {
        var lineStart = Lines.StartOf(collection.Text, part.Start);
        var rest = LineRest.At(collection.Text, part.End, collection.IsJson);
        return Lines.IsBlank(collection.Text, lineStart, part.Start) && rest is { IsFree: true, Comment: < 0 }
            ? WholeLines(collection.Text, lineStart, rest.End)
            : TextEdit.Delete(part.Start, part.End);
    }

    // With the line break; in a text that does not end with one, with the one before.
    private static TextEdit WholeLines(string text, int lineStart, int lineEnd) => lineEnd < text.Length
        ? TextEdit.Delete(lineStart, Lines.BehindBreak(text, lineEnd))
        : TextEdit.Delete(Lines.EndOfPrevious(text, lineStart), lineEnd);

    /// <summary>The offset behind a key's colon; -1 when none follows it.</summary>
    public static int BehindColon(string text, ScalarNode key)
    {
        var colon = Lines.SkipBlank(text, key.Start + key.Length);
        return colon < text.Length && text[colon] == ':' ? colon + 1 : -1;
    }
}

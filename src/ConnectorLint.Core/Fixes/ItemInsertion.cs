using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Puts a whole new entry into a list, behind another one and written like it.</summary>
internal static class ItemInsertion
{
    /// <summary>The edits; null when there is no room for it.</summary>
    public static List<TextEdit>? Behind(SequenceNode list, int index, MappingNode entry)
    {
        var items = Collection.Of(list, isInFlow: false);
        if (!items.Parts[index].IsOwnText || items.Parts[index].Value is not MappingNode model)
            return null;
        var modelEntries = Collection.Of(model, items.HasBrackets);
        var style = FixStyle.Of(model, modelEntries);
        var text = new ConnectorText(style, Lines.BreakOf(items.Text), model);
        if (!items.HasBrackets)
        {
            // A list in block style begins with its first dash.
            if (items.Text[list.Start] != '-')
                return null;
            var rest = LineRest.At(items.Text, items.Parts[index].End, items.IsJson);
            if (!rest.IsFree)
                return null;
            var indent = new string(' ', list.Start - Lines.StartOf(items.Text, list.Start));
            var gap = HasBlankLines(items, index) ? text.Break + text.Break : text.Break;
            return [TextEdit.Insert(rest.End, gap + (modelEntries.HasBrackets ? $"{indent}- {text.FlowItem(entry)}" : text.BlockItem(entry, indent)))];
        }

        var hasLines = modelEntries.Parts.Count > 0 && PartInsertion.IsOnOwnLine(modelEntries, 0);
        var item = hasLines
            ? text.FlowItem(entry, PartInsertion.IndentOf(modelEntries, 0), Lines.IndentAt(items.Text, model.Start))
            : text.FlowItem(entry);
        return PartInsertion.Behind(items, index, item, style.Comma);
    }

    // As before the model; the first one of the list is followed by one.
    private static bool HasBlankLines(Collection items, int index)
    {
        var part = items.Parts[Math.Max(0, index - 1)];
        if (!part.IsOwnText || items.Parts.Count == 1)
            return false;
        var next = Lines.BehindBreak(items.Text, Lines.EndOf(items.Text, part.End));
        return Lines.IsBlank(items.Text, next, Lines.EndOf(items.Text, next));
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Puts other items in the place of one.</summary>
internal static class ReplaceItem
{
    public static List<TextEdit>? Render(FixOwner owner, FixIntent intent, int offset)
    {
        if (FixValue.Items(intent.Value) is not { Count: > 0 } items)
            return null;
        var style = FixStyle.Of(owner.Node, owner.Entries);
        if (ListItems.Single(owner, intent, intent.Item) is { } single)
            return [new TextEdit(single.Start, single.Length, items.Count == 1 ? style.Text(items[0], single.Style) : style.List(items))];
        if (ListItems.Find(owner, intent, intent.Item, offset) is not { } place || !place.List.Parts[place.Index].IsOwnText)
            return null;

        var old = (ScalarNode)place.List.Parts[place.Index].Value;
        var texts = items.Select(item => style.Text(item, old.Style)).ToArray();
        var edits = new List<TextEdit> { new(old.Start, old.Length, texts[0]) };
        if (texts.Length == 1)
            return edits;
        if (place.List.HasBrackets)
        {
            // On lines of their own, where the items have them.
            var separator = PartInsertion.IsOnOwnLine(place.List, place.Index) ? "," + Lines.BreakOf(place.List.Text) + PartInsertion.IndentOf(place.List, place.Index) : style.Comma;
            return [edits[0] with { NewText = string.Join(separator, texts) }];
        }

        var text = place.List.Text;
        var lineStart = Lines.StartOf(text, old.Start);
        var dash = text.Substring(lineStart, old.Start - lineStart);
        var rest = LineRest.At(text, old.Start + old.Length, place.List.IsJson);
        if (dash.Trim(' ', '\t') != "-" || !rest.IsFree)
            return null;
        var more = string.Concat(texts.Skip(1).Select(item => Lines.BreakOf(text) + dash + item));
        if (rest.End == old.Start + old.Length)
            return [edits[0] with { NewText = texts[0] + more }];
        edits.Add(TextEdit.Insert(rest.End, more));
        return edits;
    }
}

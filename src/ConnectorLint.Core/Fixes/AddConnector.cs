using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Writes a connector (or another entry) into a list of the document, in the style of what stands there; the list's key is added where it is missing.</summary>
internal static class AddConnector
{
    /// <summary>The edits.</summary>
    /// <param name="root">The document.</param>
    /// <param name="intent">Its property is the list ("inboundConnectors", "topology.transportRules"), its value the entry as JSON.</param>
    /// <param name="shared">What is used in several places.</param>
    public static List<TextEdit>? Render(FixOwner root, FixIntent intent, SharedText shared)
    {
        if (FixValue.Object(intent.Value) is not { Entries.Count: > 0 } entry)
            return null;
        var parent = root;
        var keys = intent.Property.Split('.');
        for (var i = 0; i + 1 < keys.Length; i++)
        {
            if (parent.Find(keys[i]) is not { Value: MappingNode inner } || shared.Holds(inner) || inner.Start < parent.Node.Start || parent.Entries.IsBare)
                return null;
            parent = new FixOwner(inner, parent.Shape, parent.Entries.HasBrackets);
        }

        var key = keys[keys.Length - 1];
        if (!parent.Has(key))
            return AddList(parent, key, entry);
        if (parent.Find(key) is not { } place || !parent.Entries.Parts[parent.IndexOf(place)].IsOwnText || shared.Holds(place.Value))
            return null;
        return place.Value switch
        {
            SequenceNode { Items.Count: > 0 } list => ItemInsertion.Behind(list, list.Items.Count - 1, entry),
            SequenceNode or ScalarNode { IsNull: true } => Fill(parent, place, entry),
            _ => null,
        };
    }

    private static List<TextEdit>? AddList(FixOwner parent, string key, MappingNode entry)
    {
        var entries = parent.Entries;
        if (entries.Parts.Count == 0)
            return null;
        var last = entries.Parts.Count - 1;
        var style = FixStyle.Of(parent.Node, entries);
        var text = new ConnectorText(style, Lines.BreakOf(entries.Text));
        if (!entries.HasBrackets)
        {
            var indent = PartInsertion.IndentOf(entries, last);
            return PartInsertion.Behind(entries, last, $"{key}:{text.Break}{text.BlockItem(entry, indent + "  ")}", style.Comma);
        }

        return PartInsertion.Behind(entries, last, style.Entry(key, FlowList(entries, last, text, entry)), style.Comma);
    }

    // "inboundConnectors: []" or nothing behind the colon.
    private static List<TextEdit>? Fill(FixOwner parent, MappingEntry place, MappingNode entry)
    {
        var entries = parent.Entries;
        var index = parent.IndexOf(place);
        var style = FixStyle.Of(parent.Node, entries);
        var text = new ConnectorText(style, Lines.BreakOf(entries.Text));
        var value = place.Value;
        if (entries.HasBrackets)
            return value.Length == 0 ? null : [new TextEdit(value.Start, value.Length, FlowList(entries, index, text, entry))];
        var colon = PartRemoval.BehindColon(entries.Text, place.Key);
        if (colon < 0 || value.Start < colon || !Lines.IsBlank(entries.Text, colon, value.Start) || (value is SequenceNode && entries.Text.Substring(value.Start, value.Length).Trim('[', ']', ' ').Length > 0))
            return null;
        var rest = LineRest.At(entries.Text, value.Start + value.Length, entries.IsJson);
        if (!rest.IsFree)
            return null;
        var lines = text.Break + text.BlockItem(entry, PartInsertion.IndentOf(entries, index) + "  ");
        var end = value.Start + value.Length;
        return rest.End == end ? [new TextEdit(colon, end - colon, lines)] : [TextEdit.Delete(colon, end), TextEdit.Insert(rest.End, lines)];
    }

    // In a document of several lines each level has its own.
    private static string FlowList(Collection entries, int index, ConnectorText text, MappingNode entry)
    {
        if (!PartInsertion.IsOnOwnLine(entries, index))
            return $"[{text.FlowItem(entry)}]";
        var indent = PartInsertion.IndentOf(entries, index);
        var outer = Lines.IndentAt(entries.Text, entries.Node.Start);
        var unit = indent.StartsWith(outer, StringComparison.Ordinal) && indent.Length > outer.Length ? indent.Substring(outer.Length) : "  ";
        return $"[{text.Break}{indent}{unit}{text.FlowItem(entry, indent + unit + unit, indent + unit)}{text.Break}{indent}]";
    }
}

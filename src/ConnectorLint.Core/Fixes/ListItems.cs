using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Finds the item of a list that a fix speaks of.</summary>
internal static class ListItems
{
    /// <summary>The value of the property when it is one text and no list; null else.</summary>
    public static ScalarNode? Single(FixOwner owner, FixIntent intent, string item) =>
        owner.Find(intent.Property) is { Value: ScalarNode text } entry && text.Text == item && owner.Entries.Parts[owner.IndexOf(entry)].IsOwnText ? text : null;

    /// <summary>The list and the place in it of the item at an offset, or the only one of that text; null when it is not clear which is meant.</summary>
    public static (Collection List, int Index, ScalarNode Key)? Find(FixOwner owner, FixIntent intent, string item, int offset)
    {
        if (owner.Find(intent.Property) is not { Value: SequenceNode list } entry || !owner.Entries.Parts[owner.IndexOf(entry)].IsOwnText)
            return null;
        var equal = Enumerable.Range(0, list.Items.Count).Where(i => list.Items[i] is ScalarNode text && text.Text == item).ToArray();
        var here = equal.Where(i => list.Items[i].Start <= offset && offset <= list.Items[i].Start + list.Items[i].Length).ToArray();
        if (here.Length != 1 && equal.Length != 1)
            return null;
        return (Collection.Of(list, owner.IsInFlow || owner.Entries.HasBrackets), here.Length == 1 ? here[0] : equal[0], entry.Key);
    }
}

using ConnectorLint.Diagnostics;

namespace ConnectorLint.Fixes;

/// <summary>Takes one item out of a list; the last one leaves the empty list.</summary>
internal static class RemoveItem
{
    public static List<TextEdit>? Render(FixOwner owner, FixIntent intent, int offset)
    {
        if (ListItems.Single(owner, intent, intent.Value) is { } single)
            return [new TextEdit(single.Start, single.Length, "[]")];
        return ListItems.Find(owner, intent, intent.Value, offset) is { } place ? PartRemoval.Render(place.List, place.Index, place.Key) : null;
    }
}

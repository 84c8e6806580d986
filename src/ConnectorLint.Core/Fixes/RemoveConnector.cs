namespace ConnectorLint.Fixes;

/// <summary>Takes a connector out of its list. One with comments in it is left to people, who know what they are worth.</summary>
internal static class RemoveConnector
{
    public static List<TextEdit>? Render(FixOwner owner)
    {
        if (owner.List is not { } list || owner.ListKey is not { } key)
            return null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (ReferenceEquals(list.Items[i], owner.Node))
                return PartRemoval.Render(Collection.Of(list, owner.IsInFlow && list.File.Text[list.Start] == '['), i, key);
        }

        return null;
    }
}

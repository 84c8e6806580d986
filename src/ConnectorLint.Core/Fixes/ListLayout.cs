using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>How the lists of an entry are written.</summary>
/// <param name="IsBlock">Whether each item has a dash and a line.</param>
/// <param name="Indent">How far the dash stands to the right of its key.</param>
/// <param name="IsOfLines">Whether each item has a line, in brackets.</param>
internal readonly record struct ListLayout(bool IsBlock, string Indent, bool IsOfLines)
{
    /// <summary>The layout of the first list in an entry; on one line where it has none.</summary>
    public static ListLayout In(MappingNode? entry)
    {
        foreach (var (key, value, isMerged) in entry?.Entries ?? [])
        {
            if (isMerged || value.Start < key.Start)
                continue;
            if (value is SequenceNode { Items.Count: > 0, Length: > 0 } list)
                return Of(key, list);
            if (value is MappingNode inner && In(inner) is var found && found != default)
                return found;
        }

        return default;
    }

    private static ListLayout Of(ScalarNode key, SequenceNode list)
    {
        var text = list.File.Text;
        if (text[list.Start] != '-')
            return new ListLayout(false, "", text.IndexOf('\n', list.Start, list.Length) >= 0);
        return new ListLayout(true, new string(' ', Math.Max(0, Lines.ColumnOf(text, list.Start) - Lines.ColumnOf(text, key.Start))), false);
    }
}

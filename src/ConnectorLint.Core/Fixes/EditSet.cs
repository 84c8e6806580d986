namespace ConnectorLint.Fixes;

/// <summary>Edits of one text that can be made at once.</summary>
internal sealed class EditSet
{
    // In the order of the text; none touches another.
    private readonly List<TextEdit> _edits = [];

    /// <summary>Adds the edits of one fix; none of them where one meets what is there.</summary>
    public bool TryAdd(IReadOnlyList<TextEdit> edits)
    {
        foreach (var edit in edits)
        {
            var at = PlaceOf(edit);
            if ((at > 0 && _edits[at - 1].Touches(edit)) || (at < _edits.Count && _edits[at].Touches(edit)))
                return false;
        }

        foreach (var edit in edits)
            _edits.Insert(PlaceOf(edit), edit);
        return true;
    }

    private int PlaceOf(TextEdit edit)
    {
        var low = 0;
        var high = _edits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_edits[middle].Start < edit.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

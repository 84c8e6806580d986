namespace ConnectorLint.LanguageServices;

/// <summary>Two versions of a text as the edit that leads from one to the other.</summary>
internal static class TextChange
{
    /// <summary>One edit of what differs, without what is the same before and behind it; none when nothing does.</summary>
    public static IReadOnlyList<EditorEdit> Between(EditorFile file, string newText)
    {
        var old = file.Text;
        if (old == newText)
            return [];
        var most = Math.Min(old.Length, newText.Length);
        var start = old.AsSpan(0, most).CommonPrefixLength(newText.AsSpan(0, most));
        var tail = 0;
        while (tail < most - start && old[^(tail + 1)] == newText[^(tail + 1)])
            tail++;
        // Neither within a surrogate pair nor within a line end.
        while (start > 0 && (char.IsHighSurrogate(old[start - 1]) || old[start - 1] == '\r'))
            start--;
        while (tail > 0 && (char.IsLowSurrogate(old[^tail]) || old[^tail] == '\n'))
            tail--;
        return [new EditorEdit(file.Path, file.RangeOf(start, old.Length - tail), newText[start..^tail])];
    }
}

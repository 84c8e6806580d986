using System.Text;

namespace ConnectorLint.Tests.Testing;

/// <summary>A text with markers <c>{|CL2012:...|}</c> taken off, and where they stood. Markers may be nested; several ids are separated by commas.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<Marker> Markers)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var markers = new List<Marker>();
        var open = new Stack<(string[] Ids, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (IsAt(marked, i, "{|CL"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon].Split(','), text.Length));
                i = colon;
            }
            else if (open.Count > 0 && IsAt(marked, i, "|}"))
            {
                var (ids, start) = open.Pop();
                markers.AddRange(ids.Select(id => new Marker(id.Trim(), start, text.Length - start)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new ArgumentException($"a marker is not closed: {marked}");
        return new MarkedText(text.ToString(), markers);
    }

    /// <summary>The same with a text put in at a place; the markers move along.</summary>
    public MarkedText Insert(int at, string inserted) => new(
        Text.Insert(at, inserted),
        Markers.Select(m => m.Start >= at ? m with { Start = m.Start + inserted.Length } : m).ToArray());

    private static bool IsAt(string text, int at, string part) => string.CompareOrdinal(text, at, part, 0, part.Length) == 0;
}

/// <summary>Where a finding of a rule is expected.</summary>
internal readonly record struct Marker(string Id, int Start, int Length);

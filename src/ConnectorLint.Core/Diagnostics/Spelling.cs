namespace ConnectorLint.Diagnostics;

/// <summary>Finds the known word that an unknown one was probably meant to be.</summary>
internal static class Spelling
{
    /// <summary>The nearest word within a third of the text's length (at least 1 and at most 3 changed letters); null when none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> words)
    {
        var limit = Math.Max(1, Math.Min(3, text.Length / 3));
        string? nearest = null;
        foreach (var word in words)
        {
            var distance = Distance(text, word, limit);
            if (distance <= limit)
            {
                nearest = word;
                limit = distance - 1;
                if (limit < 0)
                    break;
            }
        }

        return nearest;
    }

    // Optimal string alignment: a swap of two neighbours counts as one change.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        var before = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Lower(a[i - 1]) == Lower(b[j - 1]);
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) && Lower(a[i - 2]) == Lower(b[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    private static char Lower(char c) => char.ToLowerInvariant(c);
}

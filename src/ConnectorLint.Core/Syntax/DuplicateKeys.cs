namespace ConnectorLint.Syntax;

/// <summary>Finds keys that a mapping has twice.</summary>
internal sealed class DuplicateKeys
{
    // Comparing a few short strings costs less than hashing them.
    private const int Few = 12;

    // Clearing a dictionary costs as much as it has room for.
    private const int Many = 1000;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Reports each key that an earlier one of the same mapping equals.</summary>
    public void Report(List<MappingEntry> entries, int from, List<SyntaxError> errors)
    {
        var count = entries.Count - from;
        if (count <= Few)
            ReportFew(entries, from, errors);
        else
            ReportMany(entries, from, count > Many ? new Dictionary<string, int>(count, StringComparer.Ordinal) : _seen, errors);
    }

    private static void ReportFew(List<MappingEntry> entries, int from, List<SyntaxError> errors)
    {
        for (var i = from + 1; i < entries.Count; i++)
        {
            var key = entries[i].Key.Text;
            for (var j = from; j < i; j++)
            {
                var other = entries[j].Key.Text;
                if (other.Length != key.Length || !string.Equals(other, key, StringComparison.Ordinal))
                    continue;
                errors.Add(Error(entries[i].Key, entries[j].Key));
                break;
            }
        }
    }

    private static void ReportMany(List<MappingEntry> entries, int from, Dictionary<string, int> seen, List<SyntaxError> errors)
    {
        seen.Clear();
        for (var i = from; i < entries.Count; i++)
        {
            var key = entries[i].Key;
            if (seen.TryGetValue(key.Text, out var first))
                errors.Add(Error(key, entries[first].Key));
            else
                seen.Add(key.Text, i);
        }
    }

    private static SyntaxError Error(ScalarNode key, ScalarNode first) => new(
        SyntaxErrorKind.DuplicateKey,
        key.Span,
        $"The key {Quoted.Text(key.Text)} stands twice in this mapping.",
        "Keep one of the two.",
        first.Span);
}

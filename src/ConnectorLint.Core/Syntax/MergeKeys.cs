namespace ConnectorLint.Syntax;

/// <summary>The merge key <c>&lt;&lt;</c>: the entries of other mappings, where the mapping has no entry of its own.</summary>
internal static class MergeKeys
{
    public static bool IsMerge(ScalarNode key) => key is { Text: "<<", Style: ScalarStyle.Plain, IsString: false };

    /// <summary>Takes the merge keys out of a mapping's entries and puts what they bring behind them.</summary>
    public static void Apply(List<MappingEntry> entries, YamlFrame frame, Action<SyntaxError> report)
    {
        var merges = new List<MappingEntry>();
        var write = frame.First;
        for (var i = frame.First; i < entries.Count; i++)
        {
            if (IsMerge(entries[i].Key))
                merges.Add(entries[i]);
            else
                entries[write++] = entries[i];
        }

        entries.RemoveRange(write, entries.Count - write);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = frame.First; i < entries.Count; i++)
            known.Add(entries[i].Key.Text);
        foreach (var merge in merges)
        {
            if (merge.Value is SequenceNode sources)
            {
                frame.IsTruncated |= sources.IsTruncated;
                foreach (var source in sources.Items)
                    Merge(source, source.Span, entries, known, frame, report);
            }
            else
            {
                Merge(merge.Value, merge.Key.Span, entries, known, frame, report);
            }
        }
    }

    private static void Merge(SyntaxNode source, SourceSpan place, List<MappingEntry> entries, HashSet<string> known, YamlFrame frame, Action<SyntaxError> report)
    {
        if (source is not MappingNode mapping)
        {
            frame.IsTruncated = true;
            report(YamlFaults.MergeOfNoMapping(place));
            return;
        }

        frame.IsTruncated |= mapping.IsTruncated;
        foreach (var entry in mapping.Entries)
        {
            if (known.Add(entry.Key.Text))
                entries.Add(entry with { IsMerged = true });
        }
    }
}

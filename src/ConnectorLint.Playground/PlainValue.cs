using System.Globalization;
using ConnectorLint.Conversion;
using ConnectorLint.Syntax;

namespace ConnectorLint.Playground;

/// <summary>A mapping as plain values, in its order. A value is null, a <see cref="bool"/>, an <see cref="int"/>, a <see cref="string"/>, a list of values or a mapping.</summary>
internal sealed class PlainMap : List<KeyValuePair<string, object?>>
{
    public object? Find(string key) => this.FirstOrDefault(entry => entry.Key == key).Value;

    /// <summary>Puts a value in the place of the old one, or at the end; null takes it away.</summary>
    public void Set(string key, object? value)
    {
        var at = FindIndex(entry => entry.Key == key);
        if (value is null && at >= 0)
            RemoveAt(at);
        else if (value is not null && at >= 0)
            this[at] = new(key, value);
        else if (value is not null)
            Add(new(key, value));
    }
}

/// <summary>Values of a manifest, apart from how they are written.</summary>
internal static class PlainValue
{
    public static object? Of(SyntaxNode? node) => node switch
    {
        MappingNode mapping => OfMapping(mapping),
        SequenceNode list => list.Items.Select(Of).ToList(),
        ScalarNode { IsNull: true } => null,
        ScalarNode { Boolean: { } flag } => flag,
        ScalarNode { IsString: false } scalar when int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        ScalarNode scalar => scalar.Text,
        _ => null,
    };

    private static PlainMap OfMapping(MappingNode mapping)
    {
        var map = new PlainMap();
        foreach (var entry in mapping.Entries)
        {
            if (!entry.IsMerged)
                map.Add(new(entry.Key.Text, Of(entry.Value)));
        }

        return map;
    }

    public static object? Of(object? value) => value switch
    {
        ConvertedEntry entry => OfEntry(entry),
        IReadOnlyList<ConvertedEntry> entries => entries.Select(entry => (object?)OfEntry(entry)).ToList(),
        IReadOnlyList<string> texts => texts.Select(text => (object?)text).ToList(),
        _ => value,
    };

    public static PlainMap OfEntry(ConvertedEntry entry)
    {
        var map = new PlainMap();
        foreach (var (property, value) in entry.Settings)
            map.Set(property.Name, Of(value));
        return map;
    }

    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (PlainMap one, PlainMap other) => one.Count == other.Count && one.All(entry => AreEqual(entry.Value, other.Find(entry.Key))),
        (List<object?> one, List<object?> other) => one.Count == other.Count && one.Zip(other).All(pair => AreEqual(pair.First, pair.Second)),
        _ => Equals(left, right),
    };

    /// <summary>What is written, with what changed between two other values; all else of it stays.</summary>
    public static object? Changed(object? written, object? before, object? after)
    {
        if (AreEqual(before, after))
            return written;
        if (after is PlainMap next)
        {
            var result = new PlainMap();
            result.AddRange(written as PlainMap ?? []);
            var old = before as PlainMap ?? [];
            foreach (var key in old.Concat(next).Select(entry => entry.Key).Distinct())
                result.Set(key, Changed(result.Find(key), old.Find(key), next.Find(key)));
            return result.Count > 0 ? result : null;
        }

        return after is List<object?> { Count: > 0 } list && list.All(item => item is PlainMap)
            ? ChangedList(written as List<object?> ?? [], before as List<object?> ?? [], list)
            : after is null && before is List<object?> gone && gone.All(item => item is PlainMap)
                ? ChangedList(written as List<object?> ?? [], gone, []) is { Count: > 0 } rest ? rest : null
                : after;
    }

    // Entries are known by their names; where as many remain, by their order, so that a new name is no new entry.
    private static List<object?> ChangedList(List<object?> written, List<object?> before, List<object?> after)
    {
        var result = new List<object?>();
        var taken = new HashSet<int>();
        foreach (var item in written)
        {
            var at = before.FindIndex(entry => NameOf(entry) is { } name && name == NameOf(item)?.Trim());
            if (at < 0)
            {
                result.Add(item);
                continue;
            }

            var next = before.Count == after.Count ? at : after.FindIndex(entry => NameOf(entry) == NameOf(before[at]));
            if (next >= 0 && taken.Add(next))
                result.Add(Changed(item, before[at], after[next]));
        }

        for (var i = 0; i < after.Count; i++)
        {
            if (!taken.Contains(i))
                result.Add(after[i]);
        }

        return result;
    }

    private static string? NameOf(object? item) => (item as PlainMap)?.Find("name") as string;
}

using System.Globalization;
using System.Text;
using ConnectorLint.LanguageServices;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Playground;

/// <summary>Writes one key of the topology into the text, where all else stays as it was typed.</summary>
internal static class ManifestAnswers
{
    private const string NewManifest = "connectorlint: 1\ntenant: contoso\ntopology:\n";
    private const int LongestLine = 110;

    /// <summary>Writes a value of the topology; null takes it away. Gives what is wrong, or the new text.</summary>
    public static string? Write(EditorFile file, string key, object? value, out string text)
    {
        text = file.Text;
        if (Fault(file, out var topology) is { } fault)
            return fault;
        text = Written(file, topology, key, value);
        // What is written in ways that this does not know (anchors, tags) is left to whoever wrote it.
        return Fault(EditorFile.Parse(file.Path, text), out var changed) is null && Says(changed, key, value) ? null : $"{key} is written in a way that the questions can't change; change it in the text";
    }

    /// <summary>Why the questions can't write into a file; null when they can.</summary>
    public static string? Fault(EditorFile file, out MappingNode? topology)
    {
        topology = null;
        if (file.Text.Trim().Length == 0)
            return null;
        if (file.IsJson)
            return "The questions write YAML, and this file is JSON: choose or start a YAML manifest";
        if (file.Read.Format is not null)
            return "This file is a deployment, which is read and not written: choose or start a manifest";
        if (file.Tree.Errors.Count > 0 || !file.Tree.IsComplete)
            return "The text can't be read as it is: mend what is underlined, and the questions come back";
        if (file.Tree.Documents.Count == 0 || file.Tree.Documents[0].Root is not { } root)
            return null;
        if (root is not MappingNode manifest || manifest.Find(ManifestProperties.Version.Name) is null)
            return "The text is no manifest: it has no connectorlint: 1";
        var found = manifest.Find("topology");
        topology = found as MappingNode;
        return found is null or MappingNode or ScalarNode { IsNull: true } ? null : "The topology is no mapping: mend it in the text";
    }

    private static string Written(EditorFile file, MappingNode? topology, string key, object? value)
    {
        var text = file.Text;
        if (topology is null || topology.Entries.Count == 0 || text[topology.Start] == '{')
            return WithWholeTopology(file, topology, key, value);
        var indent = file.PositionAt(topology.Start).Character;
        var place = topology.Entries.FirstOrDefault(entry => !entry.IsMerged && entry.Key.Text == key);
        if (place.Key is null)
            return value is null ? text : Inserted(text, topology, key, Block(key, value, indent), indent);
        var start = place.Key.Start;
        var end = Math.Max(place.Key.Start + place.Key.Length, place.Value.Start + place.Value.Length);
        if (value is not null)
            return string.Concat(text.AsSpan(0, start), Block(key, value, indent).TrimStart(' '), text.AsSpan(end));
        // The last answer leaves an empty topology, which is none.
        var lineStart = start - indent;
        var lineEnd = LineEnd(text, end);
        return string.Concat(text.AsSpan(0, lineStart), text.AsSpan(Math.Min(text.Length, lineEnd + 1)));
    }

    private static string Inserted(string text, MappingNode topology, string key, string block, int indent)
    {
        var order = OrderOf(key);
        var before = topology.Entries.LastOrDefault(entry => !entry.IsMerged && OrderOf(entry.Key.Text) < order);
        if (before.Key is null)
            return string.Concat(text.AsSpan(0, topology.Start), block.TrimStart(' '), "\n" + new string(' ', indent), text.AsSpan(topology.Start));
        var end = LineEnd(text, Math.Max(before.Key.Start + before.Key.Length, before.Value.Start + before.Value.Length));
        return string.Concat(text.AsSpan(0, end), "\n" + block, text.AsSpan(end));
    }

    private static string WithWholeTopology(EditorFile file, MappingNode? topology, string key, object? value)
    {
        var block = new StringBuilder();
        var isWritten = false;
        foreach (var entry in topology?.Entries ?? [])
        {
            var isIt = entry.Key.Text == key;
            isWritten |= isIt;
            if (!isIt || value is not null)
                block.Append(Block(entry.Key.Text, isIt ? value : PlainValue.Of(entry.Value), 2)).Append('\n');
        }

        if (!isWritten && value is not null)
            block.Append(Block(key, value, 2)).Append('\n');
        if (file.Text.Trim().Length == 0)
            return NewManifest + block;
        var root = (MappingNode?)file.Tree.Documents.FirstOrDefault()?.Root;
        if (root is null)
            return file.Text.TrimEnd() + "\n" + NewManifest + block;
        var place = root.Entries.FirstOrDefault(entry => entry.Key.Text == "topology");
        if (place.Key is null)
        {
            var first = root.Entries.Where(entry => entry.Key.Text is "connectorlint" or "tenant").Max(entry => entry.Value.Start + entry.Value.Length);
            var after = LineEnd(file.Text, first);
            return string.Concat(file.Text.AsSpan(0, after), "\ntopology:\n" + block.ToString().TrimEnd('\n'), file.Text.AsSpan(after));
        }

        var end = Math.Max(place.Key.Start + place.Key.Length, place.Value.Start + place.Value.Length);
        // "topology:" with nothing behind it keeps its colon in what is replaced.
        if (place.Value.Length == 0)
            end = LineEnd(file.Text, end);
        return string.Concat(file.Text.AsSpan(0, place.Key.Start), "topology:\n" + block.ToString().TrimEnd('\n'), file.Text.AsSpan(end));
    }

    private static bool Says(MappingNode? topology, string key, object? value) => PlainValue.AreEqual(PlainValue.Of(topology?.Find(key)), value);

    /// <summary>The edit that makes one text of another; null when they are the same.</summary>
    public static JsonFields? Difference(EditorFile file, string text)
    {
        var old = file.Text;
        if (old == text)
            return null;
        var start = old.AsSpan().CommonPrefixLength(text);
        var tail = 0;
        while (tail < Math.Min(old.Length, text.Length) - start && old[^(tail + 1)] == text[^(tail + 1)])
            tail++;
        return new JsonFields(("path", file.Path), ("start", start), ("end", old.Length - tail), ("text", text[start..^tail]));
    }

    private static int OrderOf(string key)
    {
        var properties = TopologyProperties.Shape.Properties;
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].Name == key)
                return i;
        }

        return int.MaxValue;
    }

    private static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', Math.Min(from, text.Length));
        return end < 0 ? text.Length : end;
    }

    // A key and its value as lines, the last without its line end.
    private static string Block(string key, object? value, int indent)
    {
        var lead = new string(' ', indent) + ScalarText.Plain(key) + ":";
        var flow = Flow(value);
        if (value is List<object?> list && list.Any(item => item is PlainMap))
            return lead + string.Concat(list.Select(item => "\n" + Item(item, indent + 2)));
        if (value is PlainMap { Count: > 0 } map && (lead.Length + flow.Length > 60 || map.Any(entry => entry.Value is PlainMap)))
            return lead + string.Concat(map.Select(entry => "\n" + Block(entry.Key, entry.Value, indent + 2)));
        return $"{lead} {flow}";
    }

    private static string Item(object? item, int indent)
    {
        var flow = Flow(item);
        if (item is not PlainMap map || (!map.Any(entry => entry.Value is PlainMap) && indent + flow.Length < LongestLine))
            return new string(' ', indent) + "- " + flow;
        var lines = string.Join('\n', map.Select(entry => Block(entry.Key, entry.Value, indent + 2)));
        return new string(' ', indent) + "- " + lines.TrimStart(' ');
    }

    private static string Flow(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text => ScalarText.Plain(text),
        PlainMap map => $"{{{string.Join(", ", map.Select(entry => $"{ScalarText.Plain(entry.Key)}: {Flow(entry.Value)}"))}}}",
        List<object?> list => $"[{string.Join(", ", list.Select(Flow))}]",
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };
}

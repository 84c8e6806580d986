using System.Globalization;
using System.Text;
using System.Text.Json;
using ConnectorLint.LanguageServices;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Playground;

/// <summary>The questions and the manifest: reads the topology for the questions, and writes one answer into the text, where all else stays as it was typed.</summary>
internal static class ManifestAnswers
{
    private const string NewManifest = "connectorlint: 1\ntenant: contoso\ntopology:\n";
    private const int LongestLine = 110;

    public static PageTopology Read(EditorFile file)
    {
        var fault = Fault(file, out var topology);
        using var document = JsonDocument.Parse(topology is null ? "{}" : Json(topology));
        return new PageTopology(fault, document.RootElement.Clone());
    }

    /// <summary>Writes a value of the topology; null takes it away.</summary>
    public static PageAnswer Write(EditorFile file, string key, JsonElement value)
    {
        if (Fault(file, out var topology) is { } fault)
            return new PageAnswer(fault, null);
        var text = Written(file, topology, key, value);
        var after = EditorFile.Parse(file.Path, text);
        // What is written in ways that this does not know (anchors, tags) is left to whoever wrote it.
        if (Fault(after, out var changed) is not null || !Says(changed, key, value))
            return new PageAnswer($"{key} is written in a way that the questions can't change; change it in the text", null);
        return new PageAnswer(null, Difference(file, text));
    }

    private static string? Fault(EditorFile file, out MappingNode? topology)
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

    private static string Written(EditorFile file, MappingNode? topology, string key, JsonElement value)
    {
        var text = file.Text;
        if (topology is null || topology.Entries.Count == 0 || text[topology.Start] == '{')
            return WithWholeTopology(file, topology, key, value);
        var indent = file.PositionAt(topology.Start).Character;
        var place = topology.Entries.FirstOrDefault(entry => !entry.IsMerged && entry.Key.Text == key);
        if (place.Key is null)
            return value.ValueKind == JsonValueKind.Null ? text : Inserted(text, topology, key, Block(key, value, indent), indent);
        var start = place.Key.Start;
        var end = Math.Max(place.Key.Start + place.Key.Length, place.Value.Start + place.Value.Length);
        if (value.ValueKind != JsonValueKind.Null)
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

    private static string WithWholeTopology(EditorFile file, MappingNode? topology, string key, JsonElement value)
    {
        var block = new StringBuilder();
        var isWritten = false;
        foreach (var entry in topology?.Entries ?? [])
        {
            using var old = JsonDocument.Parse(Json(entry.Value));
            var isIt = entry.Key.Text == key;
            isWritten |= isIt;
            if (!isIt || value.ValueKind != JsonValueKind.Null)
                block.Append(Block(entry.Key.Text, isIt ? value : old.RootElement, 2)).Append('\n');
        }

        if (!isWritten && value.ValueKind != JsonValueKind.Null)
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

    private static bool Says(MappingNode? topology, string key, JsonElement value)
    {
        var found = topology?.Find(key);
        if (value.ValueKind == JsonValueKind.Null)
            return found is null;
        if (found is null)
            return false;
        using var document = JsonDocument.Parse(Json(found));
        return JsonElement.DeepEquals(document.RootElement, value);
    }

    private static PageEdit? Difference(EditorFile file, string text)
    {
        var old = file.Text;
        if (old == text)
            return null;
        var start = old.AsSpan().CommonPrefixLength(text);
        var tail = 0;
        while (tail < Math.Min(old.Length, text.Length) - start && old[^(tail + 1)] == text[^(tail + 1)])
            tail++;
        return new PageEdit(file.Path, start, old.Length - tail, text[start..^tail]);
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
    private static string Block(string key, JsonElement value, int indent)
    {
        var lead = new string(' ', indent) + ScalarText.Plain(key) + ":";
        var flow = Flow(value);
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object))
            return lead + string.Concat(value.EnumerateArray().Select(item => "\n" + Item(item, indent + 2)));
        if (value.ValueKind == JsonValueKind.Object && (lead.Length + flow.Length > 60 || value.EnumerateObject().Any(property => property.Value.ValueKind == JsonValueKind.Object)) && value.EnumerateObject().Any())
            return lead + string.Concat(value.EnumerateObject().Select(property => "\n" + Block(property.Name, property.Value, indent + 2)));
        return $"{lead} {flow}";
    }

    private static string Item(JsonElement item, int indent)
    {
        var flow = Flow(item);
        var isFlat = item.ValueKind != JsonValueKind.Object || !item.EnumerateObject().Any(property => property.Value.ValueKind == JsonValueKind.Object);
        if (isFlat && indent + flow.Length < LongestLine)
            return new string(' ', indent) + "- " + flow;
        var lines = string.Join('\n', item.EnumerateObject().Select(property => Block(property.Name, property.Value, indent + 2)));
        return new string(' ', indent) + "- " + lines.TrimStart(' ');
    }

    private static string Flow(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(property => $"{ScalarText.Plain(property.Name)}: {Flow(property.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Flow))}]",
        JsonValueKind.String => ScalarText.Plain(value.GetString()!),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => "null",
    };

    private static string Json(SyntaxNode node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, node);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, SyntaxNode node)
    {
        if (node is MappingNode mapping)
        {
            json.WriteStartObject();
            foreach (var entry in mapping.Entries)
            {
                json.WritePropertyName(entry.Key.Text);
                Write(json, entry.Value);
            }

            json.WriteEndObject();
        }
        else if (node is SequenceNode list)
        {
            json.WriteStartArray();
            foreach (var item in list.Items)
                Write(json, item);
            json.WriteEndArray();
        }
        else if (node is ScalarNode scalar)
        {
            WriteScalar(json, scalar);
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, ScalarNode scalar)
    {
        if (scalar.IsNull)
            json.WriteNullValue();
        else if (scalar.Boolean is { } flag)
            json.WriteBooleanValue(flag);
        else if (!scalar.IsString && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(scalar.Text);
    }
}

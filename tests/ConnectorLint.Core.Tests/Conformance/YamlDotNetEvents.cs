using System.Text;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scalar = YamlDotNet.Core.Events.Scalar;

namespace ConnectorLint.Tests.Conformance;

/// <summary>What YamlDotNet's own parser makes of a text: its events, and the values that they come to.</summary>
internal sealed class YamlDotNetEvents
{
    private readonly Dictionary<AnchorName, string> _anchors = [];
    private readonly IReadOnlyList<ParsingEvent> _events;
    private int _at;

    private YamlDotNetEvents(IReadOnlyList<ParsingEvent> events) => _events = events;

    /// <summary>The events; null: it refuses the text.</summary>
    public static IReadOnlyList<ParsingEvent>? Of(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            var events = new List<ParsingEvent>();
            while (parser.MoveNext())
                events.Add(parser.Current!);
            return events;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            // Some texts end it with another exception than its own.
            return null;
        }
    }

    /// <summary>The values, in the form of <see cref="Values"/>, a line a document; null: an alias leads to nothing.</summary>
    public static string? ValuesOf(IReadOnlyList<ParsingEvent> events)
    {
        var reader = new YamlDotNetEvents(events);
        var text = new StringBuilder();
        try
        {
            for (; reader._at < events.Count; reader._at++)
            {
                if (events[reader._at] is DocumentStart)
                {
                    reader._at++;
                    text.Append(reader.Node()).Append('\n');
                }
            }
        }
        catch (KeyNotFoundException)
        {
            return null;
        }

        return text.ToString();
    }

    private string Node()
    {
        var current = _events[_at++];
        var value = current switch
        {
            AnchorAlias alias => _anchors[alias.Value],
            Scalar scalar => Values.Unordered(Read(scalar)),
            SequenceStart => Sequence(),
            _ => Mapping(),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
            _anchors[anchored.Anchor] = value;
        return value;
    }

    private string Sequence()
    {
        var items = new List<string>();
        while (_events[_at] is not SequenceEnd)
            items.Add(Node());
        _at++;
        return "[" + string.Join(',', items) + "]";
    }

    private string Mapping()
    {
        var entries = new List<(string Key, string Value)>();
        while (_events[_at] is not MappingEnd)
        {
            var key = _events[_at] is Scalar text ? text.Value : null;
            var written = Node();
            entries.Add((key ?? written.Trim('"'), Node()));
        }

        _at++;
        return Values.Mapping(entries);
    }

    // The scalar as our tree would have it, so that both are read by the same rules of the core schema.
    private static SyntaxNode? Read(Scalar scalar)
    {
        var isText = scalar.Style != YamlDotNet.Core.ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == "!!str");
        if (!scalar.Tag.IsEmpty && scalar.Tag.Value is "tag:yaml.org,2002:str" or "!")
            isText = true;
        var source = isText ? "[" + System.Text.Json.JsonSerializer.Serialize(scalar.Value) + "]" : "[" + scalar.Value + "]";
        if (isText)
            return ((SequenceNode)SyntaxReader.Read(new SourceText("value.json", source)).Documents[0].Root!).Items[0];
        if (scalar.Value.Length == 0)
            return null;
        // A plain text that is no word of the core schema is a text, whatever stands in it.
        var tree = SyntaxReader.Read(new SourceText("value.yaml", scalar.Value));
        return tree.Errors.Count == 0 && tree.Documents is [{ Root: ScalarNode node }] && node.Text == scalar.Value
            ? node
            : ((SequenceNode)SyntaxReader.Read(new SourceText("value.json", "[" + System.Text.Json.JsonSerializer.Serialize(scalar.Value) + "]")).Documents[0].Root!).Items[0];
    }
}

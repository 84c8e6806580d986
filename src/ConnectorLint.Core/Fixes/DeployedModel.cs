using ConnectorLint.Properties;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>An item of a deployment document after which a new one is written.</summary>
/// <param name="List">The list that it stands in.</param>
/// <param name="Index">Its place there.</param>
internal sealed record DeployedModel(DeployedList List, int Index)
{
    private const string Ensure = "Ensure";

    private ItemForm Form => List.Form;

    private MappingNode Node => (MappingNode)List.Node.Items[Index];

    private RecordKind Kind => List.KindOf(List.Node.Items[Index]);

    /// <summary>Whether it holds a record of ours.</summary>
    public bool IsUsable => Kind != RecordKind.None && Form.RecordOf(Node) is not null;

    /// <summary>How like it is to a record of a kind; the highest is the best.</summary>
    public int Likeness(RecordKind kind)
    {
        var isRemoved = Form.RecordOf(Node)!.Find(Ensure) is ScalarNode ensure && ensure.Text.Equals("Absent", StringComparison.OrdinalIgnoreCase);
        return (Kind == kind ? 4 : Kind is RecordKind.Inbound or RecordKind.Outbound ? 2 : 0) + (isRemoved ? 0 : 1);
    }

    /// <summary>A new item like it; null when the format has no place for one of its properties.</summary>
    /// <param name="kind">What the new one is about.</param>
    /// <param name="entry">Its properties, as a manifest has them.</param>
    public MappingNode? Item(RecordKind kind, MappingNode entry)
    {
        if (Record(kind, entry) is not { } record)
            return null;
        if (Form.RecordKey is null)
            return Form.TypeKey is null ? record : Mapping([.. record.Entries, new(Text(Form.TypeKey), TypeOf(kind))]);
        var entries = new List<MappingEntry>();
        foreach (var (key, value, _) in Node.Entries)
        {
            if (Same(key, Form.TypeKey))
                entries.Add(new(key, TypeOf(kind)));
            else if (Same(key, Form.RecordKey))
                entries.Add(new(key, record));
            else if (Same(key, Form.LabelKey))
                entries.Add(new(key, Text(Label(kind, NameIn(entry)))));
            else if (Same(key, "requireVersion") || Same(key, "apiVersion"))
                entries.Add(new(key, value));
            else if (Same(key, "directives") && value is MappingNode directives)
                entries.Add(new(key, Mapping([.. directives.Entries.Select(directive => Same(directive.Key, "description") ? new(directive.Key, Text(NameIn(entry))) : directive)])));
        }

        return Mapping(entries);
    }

    private MappingNode? Record(RecordKind kind, MappingNode entry)
    {
        var shape = kind switch
        {
            RecordKind.Inbound => InboundProperties.Shape,
            RecordKind.Outbound => OutboundProperties.Shape,
            _ => TransportRuleProperties.Shape,
        };
        var like = Form.RecordOf(Node)!;
        var entries = new List<MappingEntry>();
        foreach (var (key, value, _) in entry.Entries)
        {
            if (shape.Find(key.Text) is not { } property || (Form.IsResource && DscProperties.Missing.Contains(property)))
                return null;
            var name = key.Text == "name" && kind != RecordKind.TransportRule ? Form.NameKey : property.CmdletParameter;
            // Some spell a parameter with other capitals than the cmdlet.
            var spelt = like.Entries.FirstOrDefault(other => Same(other.Key, name)).Key?.Text ?? name;
            entries.Add(new(Text(spelt), Form.DoublesBrackets ? Doubled(value) : value));
        }

        var isListed = Kind is RecordKind.Inbound or RecordKind.Outbound or RecordKind.AcceptedDomain or RecordKind.TransportRule;
        if (Form.IsResource && (!isListed || like.Find(Ensure) is not null))
            entries.Add(new(Text(Ensure), Text("Present")));
        entries.AddRange(like.Entries.Where(other => Dialect.IsSignIn(other.Key.Text)));
        return Mapping(entries);
    }

    private ScalarNode TypeOf(RecordKind kind) => Text(Form.TypeOf(kind, Node.Find(Form.TypeKey!) is ScalarNode type ? type.Text : ""));

    // Like the others: the resource with the name, or the name alone.
    private string Label(RecordKind kind, string name)
    {
        var resource = "EXO" + RecordKinds.TypeLike(kind, "X");
        var full = $"{resource}-{name}";
        var isLong = Node.Find(Form.LabelKey!) is ScalarNode label && label.Text.StartsWith("EXO", StringComparison.Ordinal) && label.Text.IndexOf('-') > 0;
        var taken = new HashSet<string>(List.Node.Items.OfType<MappingNode>().Select(item => item.Find(Form.LabelKey!)).OfType<ScalarNode>().Select(item => item.Text), StringComparer.OrdinalIgnoreCase);
        var text = isLong || taken.Contains(name) ? full : name;
        for (var i = 2; taken.Contains(text); i++)
            text = $"{full} {i}";
        return Form.DoublesBrackets ? Doubled(text) : text;
    }

    private static string NameIn(MappingNode entry) => entry.Find("name") is ScalarNode name ? name.Text : "";

    private static SyntaxNode Doubled(SyntaxNode value) => value switch
    {
        ScalarNode { IsString: true } text => new ScalarNode(text.File, text.Start, text.Length, Doubled(text.Text), text.Style, true),
        SequenceNode list => new SequenceNode(list.File, list.Start, list.Length, [.. list.Items.Select(Doubled)]),
        _ => value,
    };

    private static string Doubled(string text) => text.StartsWith("[", StringComparison.Ordinal) ? "[" + text : text;

    private static bool Same(ScalarNode key, string? name) => key.Text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static ScalarNode Text(string text) => new(FixValue.File, 0, 0, text, ScalarStyle.DoubleQuoted, true);

    private static MappingNode Mapping(IReadOnlyList<MappingEntry> entries) => new(FixValue.File, 0, 0, [.. entries]);
}

using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>A whole new entry of a list, in the style of the document.</summary>
/// <param name="style">How keys and values are written.</param>
/// <param name="lineBreak">The line break of the document.</param>
/// <param name="model">The entry that it is written like; null where there is none.</param>
internal sealed class ConnectorText(FixStyle style, string lineBreak, MappingNode? model = null)
{
    private const string Step = "  ";

    private readonly ListLayout _lists = ListLayout.In(model);

    public string Break => lineBreak;

    /// <summary><c>- name: ...</c> with a line for each setting.</summary>
    public string BlockItem(MappingNode entry, string indent) =>
        $"{indent}- {string.Join($"{lineBreak}{indent}{Step}", entry.Entries.Select(setting => BlockEntry(setting, model, indent + Step)))}";

    /// <summary><c>{name: ..., ...}</c> on one line.</summary>
    public string FlowItem(MappingNode entry) =>
        $"{{{string.Join(style.Comma, entry.Entries.Select(setting => style.Entry(setting.Key.Text, setting.Value is MappingNode inner ? FlowItem(inner) : Value(setting.Value))))}}}";

    /// <summary>In braces, with a line for each setting.</summary>
    public string FlowItem(MappingNode entry, string indent, string outer) => Lined(entry, model, indent, outer);

    private string BlockEntry(MappingEntry setting, MappingNode? like, string indent)
    {
        var own = like?.Find(setting.Key.Text);
        switch (setting.Value)
        {
            case MappingNode inner when !IsInBraces(own):
                var deeper = indent + StepTo(own as MappingNode, like);
                return $"{style.Key(setting.Key.Text)}:{string.Concat(inner.Entries.Select(entry => $"{lineBreak}{deeper}{BlockEntry(entry, own as MappingNode, deeper)}"))}";
            case SequenceNode { Items.Count: > 0 } list when _lists.IsBlock:
                return $"{style.Key(setting.Key.Text)}:{string.Concat(list.Items.Select(item => $"{lineBreak}{indent}{_lists.Indent}- {Value(item)}"))}";
            default:
                return FlowEntry(setting, like, indent, Step);
        }
    }

    // In the braces of a model of several lines.
    private string Lined(MappingNode entry, MappingNode? like, string indent, string outer)
    {
        var step = indent.StartsWith(outer, StringComparison.Ordinal) && indent.Length > outer.Length ? indent.Substring(outer.Length) : Step;
        return $"{{{lineBreak}{indent}{string.Join($",{lineBreak}{indent}", entry.Entries.Select(setting => FlowEntry(setting, like, indent, step)))}{lineBreak}{outer}}}";
    }

    private string FlowEntry(MappingEntry setting, MappingNode? like, string indent, string step)
    {
        var own = like?.Find(setting.Key.Text);
        var value = setting.Value switch
        {
            MappingNode inner when IsOfLines(own) => Lined(inner, own as MappingNode, indent + step, indent),
            MappingNode inner => FlowItem(inner),
            SequenceNode { Items.Count: > 0 } list when _lists.IsOfLines => $"[{lineBreak}{indent}{step}{string.Join($",{lineBreak}{indent}{step}", list.Items.Select(Value))}{lineBreak}{indent}]",
            var other => Value(other),
        };
        return style.Entry(setting.Key.Text, value);
    }

    // What comes from the model stays in its quotes.
    private string Value(SyntaxNode value) => value switch
    {
        ScalarNode { IsString: true } text when ReferenceEquals(text.File, model?.File) => style.Text(text.Text, text.Style),
        _ => style.Value(value),
    };

    private static bool IsInBraces(SyntaxNode? node) => node is { Length: > 0 } && node.File.Text[node.Start] == '{';

    private static bool IsOfLines(SyntaxNode? node) => node is { Length: > 0 } && node.File.Text.IndexOf('\n', node.Start, node.Length) >= 0;

    private static string StepTo(MappingNode? inner, MappingNode? outer)
    {
        if (inner is not { Entries.Count: > 0 } || outer is not { Entries.Count: > 0 })
            return Step;
        var width = Lines.ColumnOf(inner.File.Text, inner.Entries[0].Key.Start) - Lines.ColumnOf(outer.File.Text, outer.Entries[0].Key.Start);
        return width > 0 ? new string(' ', width) : Step;
    }
}

using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>A whole new entry of a list, in the style of the document.</summary>
/// <param name="style">How keys and values are written.</param>
/// <param name="lineBreak">The line break of the document.</param>
internal sealed class ConnectorText(FixStyle style, string lineBreak)
{
    public string Break => lineBreak;

    /// <summary><c>- name: ...</c> with a line for each setting.</summary>
    public string BlockItem(MappingNode entry, string indent) =>
        $"{indent}- {string.Join($"{lineBreak}{indent}  ", Entries(entry))}";

    /// <summary><c>{name: ..., ...}</c> on one line.</summary>
    public string FlowItem(MappingNode entry) => $"{{{string.Join(style.Comma, Entries(entry))}}}";

    /// <summary>In braces, with a line for each setting.</summary>
    public string FlowItem(MappingNode entry, string indent, string outer) =>
        $"{{{lineBreak}{indent}{string.Join($",{lineBreak}{indent}", Entries(entry))}{lineBreak}{outer}}}";

    private IEnumerable<string> Entries(MappingNode entry) => entry.Entries.Select(setting => style.Entry(setting.Key.Text, style.Value(setting.Value)));
}

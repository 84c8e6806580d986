using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Writes a mapping of texts, words and lists of texts as JSON, as intents carry it.</summary>
internal static class ConnectorJson
{
    public static string Object(IEnumerable<MappingEntry> entries) =>
        $"{{{string.Join(", ", entries.Select(entry => $"{ScalarText.DoubleQuoted(entry.Key.Text)}: {Value(entry.Value)}"))}}}";

    private static string Value(SyntaxNode value) => value switch
    {
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Value))}]",
        ScalarNode { IsNull: true } => "null",
        ScalarNode { Boolean: { } known } => known ? "true" : "false",
        ScalarNode text => ScalarText.DoubleQuoted(text.Text),
        _ => "null",
    };
}

using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>The value of an intent: a word, a text, or JSON.</summary>
internal static class FixValue
{
    /// <summary>The items of a list that is written as JSON; null when it is none.</summary>
    public static IReadOnlyList<string>? Items(string value) =>
        value.StartsWith("[", StringComparison.Ordinal) && Json(value) is SequenceNode list ? [.. list.Items.OfType<ScalarNode>().Select(item => item.Text)] : null;

    /// <summary>An object that is written as JSON; null when it is none.</summary>
    public static MappingNode? Object(string value) => Json(value) as MappingNode;

    /// <summary>The file of values that stand in no file.</summary>
    public static SourceText File { get; } = new("value.json", "");

    private static SyntaxNode? Json(string value)
    {
        var tree = SyntaxReader.Read(new SourceText("value.json", value));
        return tree is { IsComplete: true, Documents.Count: 1 } ? tree.Documents[0].Root : null;
    }
}

using System.Globalization;
using System.Text.Json;
using ConnectorLint.Syntax;

namespace ConnectorLint.Tests.Syntax;

/// <summary>What a tree says, as one line of text that can be compared with what System.Text.Json says.</summary>
internal static class Values
{
    public static string Of(SyntaxNode? node) => Write(node, inOrder: true);

    public static string Of(JsonElement element) => Write(element, inOrder: true);

    /// <summary>With the keys of mappings sorted.</summary>
    public static string Unordered(SyntaxNode? node) => Write(node, inOrder: false);

    /// <inheritdoc cref="Unordered(SyntaxNode)"/>
    public static string Unordered(JsonElement element) => Write(element, inOrder: false);

    /// <summary>A mapping of values that are written already, with its keys sorted.</summary>
    public static string Mapping(IEnumerable<(string Key, string Value)> entries) => Mapping(entries, inOrder: false);

    private static string Write(SyntaxNode? node, bool inOrder) => node switch
    {
        null => "null",
        ScalarNode scalar => Scalar(scalar),
        SequenceNode sequence => Sequence(sequence.Items.Select(item => Write(item, inOrder))),
        MappingNode mapping => Mapping(mapping.Entries.Select(entry => (entry.Key.Text, Write(entry.Value, inOrder))), inOrder),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Write(JsonElement element, bool inOrder) => element.ValueKind switch
    {
        JsonValueKind.Array => Sequence(element.EnumerateArray().Select(item => Write(item, inOrder))),
        JsonValueKind.Object => Mapping(element.EnumerateObject().Select(property => (property.Name, Write(property.Value, inOrder))), inOrder),
        JsonValueKind.String => Quote(element.GetString()!),
        JsonValueKind.Number => Number(element.GetDouble()),
        _ => element.GetRawText(),
    };

    private static string Sequence(IEnumerable<string> items) => "[" + string.Join(',', items) + "]";

    private static string Mapping(IEnumerable<(string Key, string Value)> entries, bool inOrder)
    {
        if (!inOrder)
            entries = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal);
        return "{" + string.Join(',', entries.Select(entry => Quote(entry.Key) + ":" + entry.Value)) + "}";
    }

    // The YAML 1.2 core schema.
    private static string Scalar(ScalarNode scalar)
    {
        if (scalar.IsNull)
            return "null";
        if (scalar.Boolean is { } boolean)
            return boolean ? "true" : "false";
        if (scalar.IsString)
            return Quote(scalar.Text);
        if (scalar.Text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(scalar.Text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
            return Number(hex);
        return scalar.Text.All(c => c is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Number(number)
            : Quote(scalar.Text);
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}

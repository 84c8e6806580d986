using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>What an export has in the place of values that it lost: <c>ConvertTo-Json</c> writes the type of what lies deeper than its depth, a table the first few of many.</summary>
internal static class LostValues
{
    private const int MostShown = 5;

    /// <summary>Whether a text stands for a value that is lost.</summary>
    public static bool IsLost(string text) => IsTypeName(text) || IsObjectText(text) || IsCutList(text);

    /// <summary>Whether a text is what is left of a record: <c>@{Name=From fabrikam; ...}</c>.</summary>
    public static bool IsObjectText(string text) => text.StartsWith("@{", StringComparison.Ordinal) && text.IndexOf('=') > 0;

    /// <summary>The values of a record that are lost, of those that would be read.</summary>
    public static IEnumerable<SyntaxNode> In(MappingNode record, Shape shape, Dialect dialect)
    {
        // A rule prints the types of its conditions whole.
        if (ReferenceEquals(shape, TransportRuleProperties.Shape))
            yield break;
        foreach (var entry in record.Entries)
        {
            // What people write may have an ellipsis.
            if (entry.Key.Text.ToUpperInvariant() is "NAME" or "IDENTITY" or "COMMENT")
                continue;
            var first = entry.Value is SequenceNode list ? list.Items.FirstOrDefault(item => item is ScalarNode text && IsLost(text.Text)) : entry.Value;
            if (first is ScalarNode value && IsLost(value.Text) && dialect.NameOf(entry.Key.Text, record, shape) is { } name && shape.Find(name) is not null and not Property<string>)
                yield return value;
        }
    }

    /// <summary>Reports what is lost, once for all of it: it has one cause.</summary>
    public static void Report(List<SyntaxNode> lost, FindingSink sink)
    {
        if (lost.Count == 0)
            return;
        var text = ((ScalarNode)lost[0]).Text;
        var shown = text.Length <= 40 ? text : text.Substring(0, 37) + "...";
        sink.Report(
            NotRead.Rule, lost[0].Span,
            $"the export lost {(lost.Count == 1 ? "a value" : $"{lost.Count} values")}: '{shown}' is {(IsCutList(text) ? "the beginning of a list that was cut off" : "what PowerShell writes in place of what lies too deep")}, so what depends on it is not checked",
            help: IsCutList(text)
                ? "Export again straight from the cmdlet, without a table or text in between: Get-InboundConnector | ConvertTo-Json -Depth 5."
                : "Export again with a greater depth: ConvertTo-Json -Depth 5.",
            related: lost.Skip(1).Take(MostShown).Select(value => new RelatedSpan(value.Span, "lost too")).ToArray(),
            owner: "export");
    }

    private static bool IsTypeName(string text) =>
        ((text.StartsWith("System.", StringComparison.Ordinal) && (text.EndsWith("[]", StringComparison.Ordinal) || text.IndexOf('`') > 0 || text == "System.Object"))
            || text.StartsWith("Microsoft.Exchange.", StringComparison.Ordinal) || text.StartsWith("Deserialized.Microsoft.Exchange.", StringComparison.Ordinal))
        && text.IndexOf(' ') < 0;

    // Tables show four of a list, then an ellipsis.
    private static bool IsCutList(string text) =>
        text is "..." or "\u2026"
        || (text.StartsWith("{", StringComparison.Ordinal) && (text.EndsWith("...}", StringComparison.Ordinal) || text.EndsWith("\u2026}", StringComparison.Ordinal)));
}

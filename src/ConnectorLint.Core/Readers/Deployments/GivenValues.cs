using System.Text.RegularExpressions;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>The values that a document itself gives by name, and that nothing can change when it is deployed: they take the place of the expressions that only name them.</summary>
/// <param name="function">The function that gives such a value: <c>variables</c> in <c>[variables('x')]</c>.</param>
/// <param name="values">The values by their names.</param>
internal sealed class GivenValues(string function, MappingNode values)
{
    private readonly Regex _call = new($@"^\[\s*{function}\(\s*'([^']*)'\s*\)\s*\]$", RegexOptions.CultureInvariant);

    /// <summary>A record with the values that are known in the place of the expressions.</summary>
    /// <param name="record">The record as written.</param>
    /// <param name="given">Where it is noted which value stands elsewhere.</param>
    public MappingNode Fill(MappingNode record, List<GivenValue> given)
    {
        MappingEntry[]? entries = null;
        for (var i = 0; i < record.Entries.Count; i++)
        {
            var entry = record.Entries[i];
            if (FillValue(entry, given) is not { } value)
                continue;
            entries ??= [.. record.Entries];
            entries[i] = entry with { Value = value };
        }

        return entries is null ? record : new MappingNode(record.File, record.Start, record.Length, entries) { IsTruncated = record.IsTruncated };
    }

    private SyntaxNode? FillValue(MappingEntry entry, List<GivenValue> given)
    {
        if (entry.Value is SequenceNode list)
            return FillItems(list, given);
        if (ValueOf(entry.Value) is not { } value || Place(value, entry.Value) is not { } placed)
            return null;
        given.Add(new GivenValue(entry.Key.File.Span(entry.Key.Start, Math.Max(entry.Key.Start, entry.Value.Start + entry.Value.Length)), value.Span));
        return placed;
    }

    private SequenceNode? FillItems(SequenceNode list, List<GivenValue> given)
    {
        SyntaxNode[]? items = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (ValueOf(list.Items[i]) is not ScalarNode value || Place(value, list.Items[i]) is not { } placed)
                continue;
            items ??= [.. list.Items];
            items[i] = placed;
            given.Add(new GivenValue(placed.Span, value.Span));
        }

        return items is null ? null : new SequenceNode(list.File, list.Start, list.Length, items) { IsTruncated = list.IsTruncated };
    }

    private SyntaxNode? ValueOf(SyntaxNode node)
    {
        if (node is not ScalarNode { IsNull: false } scalar || scalar.Text.Length == 0 || scalar.Text[0] != '[' || _call.Match(scalar.Text) is not { Success: true } call)
            return null;
        // Names differ by their case; one that is given twice is no value.
        var found = values.Entries.Where(entry => entry.Key.Text == call.Groups[1].Value).Take(2).ToArray();
        return found.Length == 1 && !found[0].Value.IsTruncated ? found[0].Value : null;
    }

    // What it says stands elsewhere; where it counts is where it is used.
    private static SyntaxNode? Place(SyntaxNode value, SyntaxNode use) => value switch
    {
        ScalarNode scalar => new ScalarNode(use.File, use.Start, use.Length, scalar.Text, scalar.Style, scalar.IsString),
        // In a list that is taken over, nothing is an expression, nor an escape.
        SequenceNode list when list.Items.All(item => item is ScalarNode scalar && !scalar.Text.StartsWith("[", StringComparison.Ordinal)) =>
            new SequenceNode(use.File, use.Start, use.Length, list.Items.Select(item => Place(item, use)!).ToArray()),
        _ => null,
    };
}

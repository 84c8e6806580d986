using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>The values that a document itself gives by name, and that nothing can change when it is deployed: they take the place of the expressions that only name them.</summary>
/// <param name="function">The function that gives such a value: <c>variables</c> in <c>[variables('x')]</c>.</param>
/// <param name="values">The values by their names.</param>
internal sealed class GivenValues(string function, MappingNode values)
{
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
        if (node is not ScalarNode { IsNull: false } scalar || NameIn(scalar.Text) is not { } name)
            return null;
        // Names differ by their case; one that is given twice is no value.
        var found = values.Entries.Where(entry => entry.Key.Text == name).Take(2).ToArray();
        return found.Length == 1 && !found[0].Value.IsTruncated ? found[0].Value : null;
    }

    // [variables('x')], and nothing beside it.
    private string? NameIn(string text)
    {
        if (text.Length < 2 || text[0] != '[' || text[text.Length - 1] != ']')
            return null;
        var call = text.Substring(1, text.Length - 2).Trim();
        if (!call.StartsWith(function + "(", StringComparison.Ordinal) || call[call.Length - 1] != ')')
            return null;
        var argument = call.Substring(function.Length + 1, call.Length - function.Length - 2).Trim();
        return argument.Length >= 2 && argument[0] == '\'' && argument.IndexOf('\'', 1) == argument.Length - 1 ? argument.Substring(1, argument.Length - 2) : null;
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

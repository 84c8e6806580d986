using ConnectorLint.Properties;
using ConnectorLint.Rules;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Offers keys: properties that the mapping does not have yet, rules where those are keys; and whole connectors where an entry of their list begins.</summary>
internal static class KeyCompletion
{
    public static IReadOnlyList<CompletionItem> Items(CompletionContext context)
    {
        var place = context.Place;
        if (place.MappingKind is IMapKind map)
            return ReferenceEquals(map.Keys, Formats.Rule) ? [.. Rules(context)] : [];
        if (place.Shape is not { } shape)
            return [];
        var used = place.Mapping?.Entries.Where(entry => !ReferenceEquals(entry, place.Entry)).Select(entry => entry.Key.Text).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var items = shape.Properties.Where(property => !property.IsReserved && !used.Contains(property.Name)).Select((property, index) => Property(context, shape, property, index)).ToList();
        if (used.Count == 0 && place.Entry is null or { Colon: < 0 } && ConnectorItems.DirectionOf(shape) is { } direction)
            items.AddRange(ConnectorItems.Entries(context, direction, ""));
        return items;
    }

    private static CompletionItem Property(CompletionContext context, Shape shape, Property property, int index)
    {
        var place = context.Place;
        // A key whose colon stands there already only gets its name.
        var hasColon = place.Entry is { Colon: >= 0 };
        var name = place.Token is { IsQuoted: true } token ? $"{token.Quote}{property.Name}{token.Quote}" : context.Style == SnippetStyle.Json ? $"\"{property.Name}\"" : property.Name;
        var isRemote = property.Kind is AnyKind;
        return context.Item(property.Name, CompletionKind.Property, hasColon ? name : name + ValueSnippet(context, property.Kind), !hasColon, $"{(property.IsRequired ? '1' : isRemote ? '8' : '4')}{index:000}") with
        {
            PlainText = hasColon ? name : name + ": ",
            Detail = property.Kind.Title,
            Documentation = PropertyText.Markdown(shape, property),
        };
    }

    private static string ValueSnippet(CompletionContext context, ValueKind kind)
    {
        var quote = context.Style == SnippetStyle.Json ? "\"" : "";
        return kind switch
        {
            BooleanKind => ": " + SnippetText.Choice(1, ["true", "false"]),
            IEnumKind words => $": {quote}{SnippetText.Choice(1, words.Names)}{quote}",
            ObjectKind or IMapKind => context.Style == SnippetStyle.Block ? $":\n{context.Indent(2)}$0" : ": {$0\\}",
            ObjectListKind => context.Style == SnippetStyle.Block ? $":\n{context.Indent(2)}- $0" : ": [{$0\\}]",
            ITextKind { IsList: true } => context.Style == SnippetStyle.Json ? ": [\"$1\"]" : ": [$1]",
            IntegerKind or AnyKind => ": $0",
            _ => $": {quote}$1{quote}",
        };
    }

    private static IEnumerable<CompletionItem> Rules(CompletionContext context)
    {
        var used = context.Place.Mapping?.Entries.Where(entry => !ReferenceEquals(entry, context.Place.Entry)).Select(entry => entry.Key.Text).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var hasColon = context.Place.Entry is { Colon: >= 0 };
        foreach (var rule in RuleList.All.Select(rule => rule.Info).Where(rule => !used.Contains(rule.Id) && !used.Contains(rule.Name)))
        {
            var key = context.Scalar(rule.Id);
            yield return context.Item(rule.Id, CompletionKind.Rule, hasColon ? key : $"{key}: {SnippetText.Choice(1, Kinds.RuleLevel.Names)}", !hasColon) with
            {
                PlainText = hasColon ? key : key + ": ",
                Detail = rule.Name,
                Documentation = rule.Summary,
            };
        }
    }
}

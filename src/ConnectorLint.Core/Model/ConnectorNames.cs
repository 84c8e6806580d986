using System.Globalization;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>What a connector is called, also where it has no name.</summary>
internal static class ConnectorNames
{
    public static string Of(PropertyStore store, Property<Item<string>> name, Property<Item<string>> identity, int index) =>
        TextOf(store, name) ?? TextOf(store, identity) ?? store.Label ?? "#" + index.ToString(CultureInfo.InvariantCulture);

    public static SourceSpan SpanOf(PropertyStore store, Property<Item<string>> name, Property<Item<string>> identity)
    {
        if (TextOf(store, name) is not null)
            return store.Find(name).Span;
        return TextOf(store, identity) is not null ? store.Find(identity).Span : FirstKeyOf(store);
    }

    // A nameless entry of several lines would be underlined as a whole else. What a merge key brought stands elsewhere.
    private static SourceSpan FirstKeyOf(PropertyStore store)
    {
        foreach (var slot in store.SlotsInOrder)
        {
            if (slot.KeySpan.File == store.Span.File && slot.KeySpan.Start >= store.Span.Start && slot.KeySpan.End <= store.Span.End)
                return slot.KeySpan;
        }

        return store.Span;
    }

    private static string? TextOf(PropertyStore store, Property<Item<string>> property)
    {
        var setting = store.Get(property);
        return setting.IsKnown && !string.IsNullOrWhiteSpace(setting.Value.Text) ? setting.Value.Text : null;
    }
}

using System.Globalization;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>What a connector is called, also where it has no name.</summary>
internal static class ConnectorNames
{
    public static string Of(PropertyStore store, Property<Item<string>> name, Property<Item<string>> identity, int index) =>
        TextOf(store, name) ?? TextOf(store, identity) ?? "#" + index.ToString(CultureInfo.InvariantCulture);

    public static SourceSpan SpanOf(PropertyStore store, Property<Item<string>> name, Property<Item<string>> identity)
    {
        if (TextOf(store, name) is not null)
            return store.Find(name).Span;
        return TextOf(store, identity) is not null ? store.Find(identity).Span : store.Span;
    }

    private static string? TextOf(PropertyStore store, Property<Item<string>> property)
    {
        var setting = store.Get(property);
        return setting.IsKnown && !string.IsNullOrWhiteSpace(setting.Value.Text) ? setting.Value.Text : null;
    }
}

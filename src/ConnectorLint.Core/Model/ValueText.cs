using System.Globalization;

namespace ConnectorLint.Model;

/// <summary>Values in canonical spelling, to be compared. Lists are sets: their order says nothing.</summary>
internal static class ValueText
{
    /// <summary>A value of a slot; empty for none.</summary>
    public static string Of(object? value) => value switch
    {
        ItemList<string> list => Join(list),
        ItemList<DomainPattern> list => Join(list),
        ItemList<AddressRange> list => Join(list),
        ItemList<MailHost> list => Join(list),
        Item<string> item => Of(item),
        Item<DomainPattern> item => Of(item),
        Item<AddressRange> item => Of(item),
        Item<MxTarget> item => item.Value.ToString().ToLowerInvariant(),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        null => "",
        _ => value.ToString() ?? "",
    };

    // IPv6 is known by its text alone.
    private static string Of<T>(Item<T> item) =>
        !item.IsValid || item.Value is null or AddressRange { IsIPv6: true } ? item.Text : item.Value.ToString() ?? item.Text;

    private static string Join<T>(IEnumerable<Item<T>> items) =>
        string.Join(", ", items.Select(item => Of(item).ToLowerInvariant()).Distinct().OrderBy(text => text, StringComparer.Ordinal));
}

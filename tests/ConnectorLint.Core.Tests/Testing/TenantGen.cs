using System.Globalization;
using ConnectorLint.Conversion;
using ConnectorLint.Properties;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Scenarios;
using CsCheck;

namespace ConnectorLint.Tests.Testing;

/// <summary>Tenants with connectors of any properties, and with texts that are hard to quote. Compiled into the tests of the command text, too.</summary>
internal static class TenantGen
{
    private static readonly string[] Pieces =
    [
        "'", "\"", "''", "\u2018", "\u2019", "\u201A", "\u201B", "\u201C", "\u201D", "\u201E", "`", "$", "$x", "$(", "@", "#", " #", ": ", ":", "- ", "-", "--%", "{", "}", "[", "[[", "]", ",", ";", "|", "&", "*", "!", "%", "\\", "/",
        "\n", "\r\n", "\r", "\t", "\u0001", "\u001b", "\u0085", "\u2028", "\uFEFF", " ", "  ", "😀", "é", "名", "yes", "no", "null", "~", "true", "1:2", "1e3", "0x1F", "0o7", "2027-01-01", ".inf", "<<", "=", "?", ">", "<", "(", ")", "`n", "concat('a')", "[parameters('x')]", "...", "---", "a", "B", "7",
    ];

    private static readonly Gen<string> Text = Gen.OneOf([.. Pieces.Select(Gen.Const)]).Array[1, 6].Select(string.Concat)
        // What the formats take for a value that is filled in later can't come back as a text.
        .Where(text => !string.IsNullOrWhiteSpace(text) && !Placeholders.IsPlaceholder(text) && !text.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase));

    private static readonly Gen<ConvertedTenant> Tenant = Gen.Select(
        Connector(InboundProperties.Shape).Array[0, 3], Connector(OutboundProperties.Shape).Array[0, 3],
        (inbound, outbound) => new ConvertedTenant("contoso", null, inbound, outbound, []));

    /// <summary>Does something with tenants that are the same in every run, so that a change is to blame when a test turns red.</summary>
    public static void ForEach(int count, Action<ConvertedTenant> action)
    {
        for (var seed = 0u; seed < count; seed++)
            action(Tenant.Generate(new PCG(seed), null, out _));
    }

    /// <summary>The settings as text that can be compared, whatever their order.</summary>
    public static string Show(ConvertedTenant tenant) =>
        string.Join("\n", tenant.Inbound.Select(entry => "inbound" + Show(entry)).Concat(tenant.Outbound.Select(entry => "outbound" + Show(entry))));

    private static string Show(ConvertedEntry entry) =>
        string.Join(" | ", entry.Settings.OrderBy(setting => setting.Property.Name, StringComparer.Ordinal).Select(setting => $"{setting.Property.Name}={Show(setting.Value)}"));

    private static string Show(object value) => value switch
    {
        IReadOnlyList<string> list => string.Join(" ; ", list.Select(Show)),
        string text => string.Concat(text.Select(c => c is > ' ' and <= '~' ? c.ToString() : ((int)c).ToString("X4", CultureInfo.InvariantCulture))),
        _ => value.ToString()!,
    };

    private static Gen<ConvertedEntry> Connector(Shape shape)
    {
        var optional = shape.Properties.Where(property => property.Name is not ("name" or "identity")).ToArray();
        return Gen.Select(Text, Text.Array[optional.Length + 3], Gen.Int[0, 11].Array[optional.Length], (name, texts, choices) =>
            new ConvertedEntry([new ProposedSetting(shape.Find("name")!, name), .. optional.Select((property, i) => new ProposedSetting(property, Value(property, choices[i], texts[i..(i + 4)]))).Where((_, i) => choices[i] % 3 == 0)], []));
    }

    private static object Value(Property property, int choice, string[] texts) => property switch
    {
        Property<bool> => choice % 2 == 0,
        { Kind: IEnumKind kind } => kind.Names[choice / 3 % kind.Names.Count],
        { Kind: ITextKind { IsList: true } } => texts[..(1 + (choice / 3))],
        _ => texts[0],
    };
}

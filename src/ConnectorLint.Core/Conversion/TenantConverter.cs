using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Conversion;

/// <summary>Takes the values of a tenant out of its model; what is not known, or has no counterpart in the manifest, becomes a note.</summary>
/// <param name="isWanted">Whether what stands in a file is wanted.</param>
public sealed class TenantConverter(Func<SourceText, bool> isWanted)
{
    private static readonly string[] Ignored = [.. ReadOnlyProperties.Names, "ensure", "domainName", "state", "senderAddressLocation", "recipientAddressType"];

    private readonly SourceMappings _sources = new();

    /// <summary>The tenant as values.</summary>
    public ConvertedTenant Convert(TenantModel tenant)
    {
        var notes = tenant.RemovedConnectors.Where(removed => isWanted(removed.NameSpan.File))
            .Select(removed => $"The {(removed.Direction == Direction.Inbound ? "inbound" : "outbound")} connector '{removed.Name}' is taken away by the deployment (Ensure: Absent), so it is left out").ToList();
        if (tenant.Expectations.Count > 0)
            notes.Add($"{tenant.Expectations.Count} expect {(tenant.Expectations.Count == 1 ? "entry stays" : "entries stay")} where {(tenant.Expectations.Count == 1 ? "it is" : "they are")}");
        var topology = tenant.Topology is null ? null : Entry(tenant.Topology.Store, isList: false);
        return new ConvertedTenant(
            tenant.Name, topology is { Settings.Count: 0, Notes.Count: 0 } ? null : topology,
            Connectors(tenant.InboundConnectors.Select(connector => connector.Store)), Connectors(tenant.OutboundConnectors.Select(connector => connector.Store)), notes)
        {
            IsAlone = tenant.IsAlone && IsNamedAfterFile(tenant),
            DeclaresInbound = tenant is { DeclaresInbound: true, InboundConnectors.Count: 0 },
        };
    }

    // The configuration may say whose it is.
    private static bool IsNamedAfterFile(TenantModel tenant)
    {
        var path = tenant.Span.File?.Path.Replace('\\', '/') ?? "";
        return path.EndsWith(tenant.Name, StringComparison.Ordinal) || tenant.Name.EndsWith(path, StringComparison.Ordinal);
    }

    private ConvertedEntry[] Connectors(IEnumerable<PropertyStore> stores) => [.. stores.Where(store => isWanted(store.Span.File)).Select(store => Entry(store, isList: true))];

    private ConvertedEntry Entry(PropertyStore store, bool isList)
    {
        var settings = new List<ProposedSetting>();
        var notes = new List<string>();
        var source = isList ? _sources.At(store.Span) : null;
        foreach (var slot in store.Slots)
        {
            if (slot.State == SettingState.Absent)
                continue;
            if (Value(slot, source) is { } value)
                settings.Add(new ProposedSetting(slot.Property!, value));
            else if (slot.Property is not (Property<PropertyStore> or Property<IReadOnlyList<PropertyStore>>) && isWanted(slot.Span.File))
                notes.Add(Unwritten(slot, store.Shape));
        }

        if (source is not null)
            notes.AddRange(Leftovers(source, store));
        if (store.IsConditional)
            notes.Add("It is deployed only under a condition");
        var isNameless = store.Slots.Any(slot => slot.Property!.Name == "name" && slot.State != SettingState.Known);
        if (store is { IsChange: true, Shape.IsConnector: true } && store.Slots.Any(slot => slot.Property!.Name == "name"))
            notes.Add("Only what is written here is known; the source does not say the rest");
        // The name leads, wherever the source has it.
        var ordered = settings.OrderBy(setting => setting.Property.Name is "name" ? 0 : 1).ToArray();
        return new ConvertedEntry(ordered, notes) { IsNameless = isNameless, IsConditional = store.IsConditional };
    }

    private static string Unwritten(Slot slot, Shape shape)
    {
        var raw = slot.Span.Text;
        var key = slot.KeySpan.Text.Trim('"', '\'');
        // What was probably meant by a misspelt name is refused along with it.
        if (slot.State == SettingState.Refused && shape.Find(key) is null && Spelling.Nearest(key, [slot.Property!.Name]) is { } meant)
            return $"{key} is left out, since no property has that name; {meant} may be meant: {raw}";
        return slot.State == SettingState.Refused
            ? $"{slot.Property!.Name} is left out, since its value can't be understood: {raw}"
            : $"{slot.Property!.Name} is left out, since its value is not known here: {raw}";
    }

    private object? Value(Slot slot, MappingNode? source)
    {
        if (slot.State != SettingState.Known)
            return null;
        switch (slot.Value)
        {
            case PropertyStore store:
                return Entry(store, isList: false) is { } entry && (entry.Settings.Count > 0 || entry.Notes.Count > 0) ? entry : null;
            case IReadOnlyList<PropertyStore> stores:
                // An entry of nothing only says that there are more.
                var wanted = stores.Where(store => store.Slots.Count > 0 && isWanted(store.Span.File)).Select(store => Entry(store, isList: true)).ToArray();
                return wanted.Length > 0 || (stores.Count == 0 && isWanted(slot.Span.File)) ? wanted : null;
        }

        if (!isWanted(slot.Span.File))
            return null;
        if (slot.Property!.Kind is IEnumKind kind)
            return kind.Names.Concat(kind.Tolerated).First(name => kind.TryGet(name, out var value) && Equals(value, slot.Value));
        return slot.Value switch
        {
            bool or int => slot.Value,
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Item<string> item => item.Text,
            Item<DomainPattern> item => item.Text,
            Item<AddressRange> item => item.Text,
            Item<MxTarget> item => item.Text,
            ItemList<string> list => Texts(list),
            ItemList<DomainPattern> list => list.Select(Pattern).ToArray(),
            ItemList<AddressRange> list => Texts(list),
            ItemList<MailHost> list => Texts(list),
            // Of a rule's other conditions the model keeps the fact alone.
            _ => source is null ? null : Plain(source.Entries.FirstOrDefault(entry => entry.Key.Span.Equals(slot.KeySpan)).Value),
        };
    }

    private static string[] Texts<T>(ItemList<T> list) => [.. list.Select(item => item.Text)];

    // Exchange's own notation with a type and a cost, smtp:contoso.com;1, is for its output.
    private static string Pattern(Item<DomainPattern> item) => item.IsValid && item.Text.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) ? item.Value.ToString() : item.Text;

    private static object? Plain(SyntaxNode? node) => node switch
    {
        ScalarNode { Boolean: { } flag } => flag,
        ScalarNode { IsString: false } scalar when int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        ScalarNode scalar => scalar.Text,
        SequenceNode list when list.Items.All(item => item is ScalarNode) => list.Items.Select(item => ((ScalarNode)item).Text).ToArray(),
        _ => null,
    };

    private static IEnumerable<string> Leftovers(MappingNode source, PropertyStore store)
    {
        var read = store.Slots.Select(slot => slot.KeySpan).ToHashSet();
        var name = store.Slots.Where(slot => slot.Property!.Name == "name").Select(slot => slot.Value).OfType<Item<string>>().Select(item => item.Text).FirstOrDefault();
        var ofTheTool = new List<string>();
        foreach (var (key, value, _) in source.Entries)
        {
            if (read.Contains(key.Span) || key.Text.Contains('@', StringComparison.Ordinal) || IsNotSet(value) || Ignored.Contains(key.Text, StringComparer.OrdinalIgnoreCase))
                continue;
            // A condition that is off is none, and so is what only Microsoft can switch on.
            if (value is ScalarNode { Boolean: false } && store.Shape.Find(key.Text) is { } known && (known is Property<string> || known.IsReserved))
                continue;
            if (key.Text.ToUpperInvariant() is "IDENTITY" or "NAME" && value is ScalarNode label && (name is null || string.Equals(label.Text, name, StringComparison.OrdinalIgnoreCase)))
                continue;
            // How it signs in may be a secret, and is nobody's business here.
            if (Dialect.IsOfTheTool(key.Text))
                ofTheTool.Add(key.Text);
            else
                yield return $"{key.Text} has no counterpart: {value.Span.Text}";
        }

        if (ofTheTool.Count > 0)
            yield return $"Left out, as it belongs to the tool and not to the mail flow: {string.Join(", ", ofTheTool)}";
    }

    private static bool IsNotSet(SyntaxNode node) => node is ScalarNode { IsNull: true } or ScalarNode { Text: "" } or SequenceNode { Items.Count: 0 };
}

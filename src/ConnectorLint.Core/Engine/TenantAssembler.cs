using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;
using ConnectorLint.Rules.Syntax;

namespace ConnectorLint.Engine;

/// <summary>Puts the documents of one tenant together. Facts that contradict each other are CL0908 and refused, so that no rule rests on either.</summary>
internal static class TenantAssembler
{
    /// <summary>Assembles a tenant.</summary>
    /// <param name="name">The tenant's name.</param>
    /// <param name="parts">Its documents, in the order of their files.</param>
    /// <param name="isComplete">Whether all of its files could be read.</param>
    /// <param name="sink">Where conflicts go.</param>
    public static TenantModel Assemble(string name, IReadOnlyList<ManifestPart> parts, bool isComplete, FindingSink sink)
    {
        PropertyStore? topology = null;
        var inbound = new List<InboundConnector>();
        var outbound = new List<OutboundConnector>();
        var expectCount = 0;
        foreach (var part in parts)
        {
            if (part.Topology is { } declared)
                topology = topology is null ? MergeWithin(declared, "topology", sink) : Merge(topology, declared, "topology", sink);
            foreach (var store in part.InboundConnectors)
                inbound.Add(new InboundConnector(store, inbound.Count + 1));
            foreach (var store in part.OutboundConnectors)
                outbound.Add(new OutboundConnector(store, outbound.Count + 1));
            expectCount += part.ExpectCount;
        }

        var model = topology is null ? null : new Topology(topology);
        return new TenantModel
        {
            Name = name,
            Topology = model,
            InboundConnectors = inbound,
            OutboundConnectors = outbound,
            IsInboundComplete = isComplete && parts.All(p => p.IsInboundComplete),
            IsOutboundComplete = isComplete && parts.All(p => p.IsOutboundComplete),
            IsTopologyComplete = isComplete && parts.All(p => p.IsTopologyComplete) && (model?.IsComplete ?? true),
            ExpectCount = expectCount,
            Span = parts.Count > 0 ? parts[0].Span : default,
        };
    }

    /// <summary>Adds what a second declaration of the topology says; contradictions are refused in silence.</summary>
    public static PropertyStore Merge(PropertyStore first, PropertyStore second) => Merge(first, second, "topology", new FindingSink(""));

    // The lists of one document may themselves name a thing twice.
    private static PropertyStore MergeWithin(PropertyStore store, string path, FindingSink sink) =>
        Merge(new PropertyStore(store.Shape, store.Span, []), store, path, sink);

    private static PropertyStore Merge(PropertyStore first, PropertyStore second, string path, FindingSink sink)
    {
        var slots = new List<Slot>(first.Slots);
        foreach (var slot in second.Slots)
        {
            var property = slot.Property!;
            var at = slots.FindIndex(s => ReferenceEquals(s.Property, property));
            if (at < 0)
                slots.Add(property is Property<IReadOnlyList<PropertyStore>> && slot.State == SettingState.Known ? slot with { Value = MergeLists([], (IReadOnlyList<PropertyStore>)slot.Value!, Path(path, property), sink) } : slot);
            else
                slots[at] = MergeSlot(slots[at], slot, property, Path(path, property), sink);
        }

        return new PropertyStore(first.Shape, first.Span, slots.ToArray()) { IsComplete = first.IsComplete && second.IsComplete };
    }

    private static Slot MergeSlot(Slot first, Slot second, Property property, string path, FindingSink sink)
    {
        if (first.State != SettingState.Known || second.State != SettingState.Known)
            return first.State == SettingState.Known ? second : first;
        switch (property)
        {
            case Property<PropertyStore>:
                return first with { Value = Merge((PropertyStore)first.Value!, (PropertyStore)second.Value!, path, sink) };
            case Property<IReadOnlyList<PropertyStore>>:
                return first with { Value = MergeLists((IReadOnlyList<PropertyStore>)first.Value!, (IReadOnlyList<PropertyStore>)second.Value!, path, sink) };
        }

        if (Canonical(first.Value) == Canonical(second.Value))
            return first;
        sink.Report(
            ConflictingDeclarations.Rule, second.Span,
            $"{path} is {Show(second.Value)} here and {Show(first.Value)} elsewhere, so what depends on it is not checked",
            related: [new RelatedSpan(first.Span, "the other declaration")], owner: path.Replace('.', '/'), property: property.Name, value: Canonical(second.Value));
        return first with { State = SettingState.Refused, Value = null };
    }

    private static PropertyStore[] MergeLists(IReadOnlyList<PropertyStore> first, IReadOnlyList<PropertyStore> second, string path, FindingSink sink)
    {
        var merged = new List<PropertyStore>();
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var store in first.Concat(second))
        {
            if (NameOf(store) is not { } name)
            {
                merged.Add(store);
            }
            else if (byName.TryGetValue(name, out var at))
            {
                merged[at] = Merge(merged[at], store, $"{path} '{name}'", sink);
            }
            else
            {
                byName.Add(name, merged.Count);
                merged.Add(store);
            }
        }

        return merged.ToArray();
    }

    private static string? NameOf(PropertyStore store)
    {
        foreach (var slot in store.Slots)
        {
            if (slot.Property!.Name == "name" && slot.State == SettingState.Known)
                return Canonical(slot.Value);
        }

        return null;
    }

    private static string Path(string path, Property property) => $"{path}.{property.Name}";

    // Lists are sets: their order says nothing.
    private static string Canonical(object? value) => value switch
    {
        ItemList<string> list => Join(list),
        ItemList<DomainPattern> list => Join(list),
        ItemList<AddressRange> list => Join(list),
        ItemList<MailHost> list => Join(list),
        Item<MxTarget> item => item.Value.ToString(),
        null => "",
        _ => value.ToString() ?? "",
    };

    private static string Join<T>(IEnumerable<Item<T>> items) =>
        string.Join(", ", items.Select(i => i.IsValid && i.Value is not null ? i.Value.ToString() ?? i.Text : i.Text).Select(t => t.ToLowerInvariant()).Distinct().OrderBy(t => t, StringComparer.Ordinal));

    private static string Show(object? value) => value switch
    {
        true => "true",
        false => "false",
        System.Collections.IEnumerable list and not string => $"[{Canonical(list)}]",
        _ => $"'{Canonical(value)}'",
    };
}

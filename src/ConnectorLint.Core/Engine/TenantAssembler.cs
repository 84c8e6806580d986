using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>Puts the documents of one tenant together. Facts that contradict each other are CL0908 and refused, so that no rule rests on either.</summary>
internal static class TenantAssembler
{
    private const string NameKey = "name";

    /// <summary>Assembles a tenant.</summary>
    /// <param name="name">The tenant's name.</param>
    /// <param name="parts">Its documents, in the order of their files.</param>
    /// <param name="isComplete">Whether all of its files could be read.</param>
    /// <param name="sink">Where conflicts go.</param>
    public static TenantModel Assemble(string name, IReadOnlyList<ManifestPart> parts, bool isComplete, FindingSink sink)
    {
        var root = new Place("topology", "topology");
        PropertyStore? topology = null;
        var inbound = new List<InboundConnector>();
        var outbound = new List<OutboundConnector>();
        foreach (var part in parts)
        {
            if (part.Topology is { } declared)
                topology = topology is null ? MergeWithin(declared, root, sink) : Merge(topology, declared, root, sink);
            foreach (var store in part.InboundConnectors)
                inbound.Add(new InboundConnector(store, inbound.Count + 1));
            foreach (var store in part.OutboundConnectors)
                outbound.Add(new OutboundConnector(store, outbound.Count + 1));
        }

        topology = WithGaps(topology, parts);
        var model = topology is null ? null : new Topology(topology);
        var isDeclared = parts.Any(p => p.Format is null && p.Topology is not null);
        var isForeign = parts.Any(p => p.Format is not null);
        return new TenantModel
        {
            Name = name,
            Topology = model,
            InboundConnectors = inbound,
            OutboundConnectors = outbound,
            // A deployment without a list of inbound connectors says nothing of them; a manifest with a topology says that there are none.
            IsInboundComplete = isComplete && parts.All(p => p.IsInboundComplete) && (!isForeign || parts.Any(p => p.DeclaresInbound)),
            DeclaresInbound = parts.Any(p => p.DeclaresInbound),
            IsOutboundComplete = isComplete && parts.All(p => p.IsOutboundComplete) && (!isForeign || parts.Any(p => p.DeclaresOutbound)),
            IsTopologyComplete = isComplete && parts.All(p => p.IsTopologyComplete) && (model?.IsComplete ?? true) && (isDeclared || !isForeign || model is null),
            IsTopologyDeclared = isDeclared || (!isForeign && model is not null),
            IsAlone = parts.Any(p => p.IsAlone),
            MayLackOutbound = parts.Any(p => p.MayLackOutbound),
            RemovedConnectors = parts.SelectMany(p => p.RemovedConnectors).ToArray(),
            Expectations = [.. parts.SelectMany(part => part.Expectations).Select(store => new Expectation(store))],
            DeploymentFiles = isForeign ? new HashSet<SourceText>(parts.Where(part => part.Format is not null).Select(part => part.Span.File)) : [],
            Span = parts.Count > 0 ? parts[0].Span : default,
            PlacesOfNew = PlacesOfNew(parts),
        };
    }

    private static NewPlaces PlacesOfNew(IReadOnlyList<ManifestPart> parts)
    {
        var inbound = parts.LastOrDefault(part => TakesConnectors(part) && part.InboundConnectors.Count > 0)?.InboundConnectors.Last().Span ?? default;
        var outbound = parts.LastOrDefault(part => TakesConnectors(part) && part.OutboundConnectors.Count > 0)?.OutboundConnectors.Last().Span ?? default;
        var deployed = parts.LastOrDefault(part => part.IsDeployed && part.Topology?.Find(TopologyProperties.TransportRules).State == SettingState.Known)?.Span
            ?? parts.LastOrDefault(part => part.IsDeployed && part.OutboundConnectors.Count > 0)?.OutboundConnectors.Last().Span ?? default;
        return new NewPlaces(inbound.IsNone ? outbound : inbound, outbound.IsNone ? inbound : outbound, deployed);
    }

    private static bool TakesConnectors(ManifestPart part) => part.Format is null || part.IsDeployed;

    /// <summary>Adds what a second declaration of the topology says; contradictions are refused in silence.</summary>
    public static PropertyStore Merge(PropertyStore first, PropertyStore second) => Merge(first, second, new Place("topology", "topology"), new FindingSink(""));

    // Of domains and rules, a deployment manages those it names; a list of a manifest, and that of an export, are all there are.
    private static PropertyStore? WithGaps(PropertyStore? topology, IReadOnlyList<ManifestPart> parts)
    {
        if (topology is null || parts.All(p => p.Format is null))
            return topology;
        var slots = topology.Slots.ToArray();
        for (var i = 0; i < slots.Length; i++)
        {
            var property = slots[i].Property!;
            if (slots[i].State != SettingState.Known || slots[i].Value is not IReadOnlyList<PropertyStore> stores)
                continue;
            if (parts.Any(p => (p.Format is null || p.IsWholeTenant) && p.Topology is { } own && own.Find(property).State != SettingState.Absent))
                continue;
            slots[i] = slots[i] with { Value = (PropertyStore[])[.. stores, new PropertyStore(((ObjectListKind)property.Kind).Shape, slots[i].Span, []) { IsComplete = false }] };
        }

        return new PropertyStore(topology.Shape, topology.Span, slots) { IsComplete = topology.IsComplete };
    }

    // The lists of one document may themselves name a thing twice.
    private static PropertyStore MergeWithin(PropertyStore store, Place place, FindingSink sink) =>
        Merge(new PropertyStore(store.Shape, store.Span, []), store, place, sink);

    private static PropertyStore Merge(PropertyStore first, PropertyStore second, Place place, FindingSink sink)
    {
        var slots = new List<Slot>(first.Slots);
        foreach (var slot in second.Slots)
        {
            var property = slot.Property!;
            var at = slots.FindIndex(s => ReferenceEquals(s.Property, property));
            if (at < 0)
                slots.Add(property is Property<IReadOnlyList<PropertyStore>> && slot.State == SettingState.Known ? slot with { Value = MergeLists([], (IReadOnlyList<PropertyStore>)slot.Value!, place.Of(property), sink) } : slot);
            else
                slots[at] = MergeSlot(slots[at], slot, property, place, sink);
        }

        return new PropertyStore(first.Shape, first.Span, slots.ToArray()) { IsComplete = first.IsComplete && second.IsComplete };
    }

    private static Slot MergeSlot(Slot first, Slot second, Property property, Place place, FindingSink sink)
    {
        if (first.State != SettingState.Known || second.State != SettingState.Known)
            return first.State == SettingState.Known ? second : first;
        switch (property)
        {
            case Property<PropertyStore>:
                return first with { Value = Merge((PropertyStore)first.Value!, (PropertyStore)second.Value!, place.Of(property), sink) };
            case Property<IReadOnlyList<PropertyStore>>:
                return first with { Value = MergeLists((IReadOnlyList<PropertyStore>)first.Value!, (IReadOnlyList<PropertyStore>)second.Value!, place.Of(property), sink) };
        }

        // Entries are put together by their names without regard to case, so these can't conflict.
        if (property.Name == NameKey || ValueText.Of(first.Value) == ValueText.Of(second.Value))
            return first;
        sink.Report(
            ConflictingDeclarations.Rule, second.Span,
            $"{place.Of(property).Text} is {Show(second)} here and {Show(first)} elsewhere, so what depends on it is not checked",
            related: [new RelatedSpan(first.Span, "the other declaration")], owner: place.Owner, property: property.Name, value: ValueText.Of(second.Value));
        return first with { State = SettingState.Refused, Value = null };
    }

    private static PropertyStore[] MergeLists(IReadOnlyList<PropertyStore> first, IReadOnlyList<PropertyStore> second, Place place, FindingSink sink)
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
                merged[at] = Merge(merged[at], store, place.Entry(name), sink);
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
        foreach (var slot in store.SlotsInOrder)
        {
            if (slot.Property!.Name == NameKey && slot.State == SettingState.Known)
                return ValueText.Of(slot.Value);
        }

        return null;
    }

    private static string Show(Slot slot) => slot.Value switch
    {
        true => "true",
        false => "false",
        System.Collections.IEnumerable list => $"[{ValueText.Of(list)}]",
        // A deployment shows it by something else.
        _ when slot.Property!.Kind is IEnumKind kind && !kind.TryGet(slot.Span.Text.Trim('"', '\''), out _) => $"'{kind.Names.FirstOrDefault(name => kind.TryGet(name, out var value) && Equals(value, slot.Value))}'",
        // As the file spells it: the value of an enumeration has its own spelling in the model.
        _ => $"'{slot.Span.Text.Trim('"', '\'')}'",
    };

    /// <summary>Where a property stands: for messages, and by names for fingerprints.</summary>
    private readonly record struct Place(string Text, string Owner)
    {
        public Place Of(Property property) => new($"{Text}.{property.Name}", $"{Owner}/{property.Name}");

        public Place Entry(string name) => new($"{Text} '{name}'", $"{Owner}/{name}");
    }
}

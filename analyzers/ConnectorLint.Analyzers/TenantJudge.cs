using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;

namespace ConnectorLint.Analyzers;

/// <summary>Judges connectors that code makes, beside the declared tenant, with the rules that judge files.</summary>
/// <param name="settings">What the configuration says for each file; null: there is none.</param>
/// <param name="asOf">The day that dates are compared with; null: no rule speaks of a date.</param>
internal sealed class TenantJudge(SettingsByFile? settings, DateTime? asOf)
{
    // All rules run: the compiler drops what is off, by its own settings.
    private readonly Linter _all = new(new RuleSelection(select: ["CL"]), asOf, settings);

    // Code declares no topology; only a manifest can be asked for one.
    private readonly Linter _withoutManifest = new(new RuleSelection(select: ["CL"], ignore: ["CL0907"]), asOf, settings);

    /// <summary>What is wrong with some connectors, each for itself and beside what is declared: known as soon as the code is.</summary>
    public IEnumerable<Diagnostic> Live(IReadOnlyList<CodeConnector> connectors, TenantInput? declared)
    {
        foreach (var connector in connectors)
        {
            // A change of a declared connector would else stand beside it as a second one.
            var name = NameOf(connector.Store);
            var isRemoved = connector.Cmdlet.Verb == CmdletVerb.Remove;
            var parts = (declared?.Parts ?? []).Select(part => connector.Cmdlet.Verb is CmdletVerb.Set or CmdletVerb.Watch ? Without(part, name) : part).ToList();
            parts.Add(PartOf(isRemoved ? [] : [connector]) with { Topology = TopologyOf([connector]), IsTopologyComplete = connector.Cmdlet.Direction is not null });
            var input = With(declared, parts);
            foreach (var finding in _withoutManifest.LintConnectors(input, new HashSet<PropertyStore> { connector.Store }, connector.Findings))
                yield return finding;
        }
    }

    /// <summary>What is wrong with a tenant as a whole, once all of the code is known.</summary>
    /// <param name="connectors">The connectors that code makes for it, in a stable order.</param>
    /// <param name="declared">What is declared of it; null when nothing is.</param>
    /// <param name="mayHaveMore">Whether there is code of which it is not known whom it is for.</param>
    public IEnumerable<Diagnostic> Whole(IReadOnlyList<CodeConnector> connectors, TenantInput? declared, bool mayHaveMore)
    {
        var parts = (declared?.Parts ?? []).ToList();
        if (connectors.Count > 0)
        {
            var made = connectors.Where(connector => connector.Cmdlet.Verb == CmdletVerb.New).ToList();
            // Without a declared topology there is nothing to add to.
            var topology = parts.Any(part => part.Topology is not null) ? TopologyOf(made) : null;
            parts.Add(PartOf(made) with { Topology = topology, IsInboundComplete = IsAll(Direction.Inbound), IsOutboundComplete = IsAll(Direction.Outbound) });
        }
        else if (mayHaveMore && parts.Count > 0)
            parts.Add(new ManifestPart { Span = parts[0].Span, IsInboundComplete = false, IsOutboundComplete = false });
        if (parts.Count == 0)
            return [];
        var input = With(declared, parts);
        return (declared is null ? _withoutManifest : _all).Lint(input).Findings;

        bool IsAll(Direction direction) => !mayHaveMore && connectors.All(connector => connector.Cmdlet.Direction != direction || connector.Cmdlet.Verb == CmdletVerb.Watch || IsCertain(connector));
    }

    // All that decides what it does to mail is known, so that what neither it nor another does is missing.
    // Transport rules call outbound connectors by their names; nothing asks for an inbound one's.
    private static bool IsCertain(CodeConnector connector) =>
        connector.Cmdlet.Verb == CmdletVerb.New && !connector.Store.IsChange
        && connector.Store.Slots.All(slot => slot.State == SettingState.Known || ReferenceEquals(slot.Property, InboundProperties.Name)
            || ReferenceEquals(slot.Property, InboundProperties.Comment) || ReferenceEquals(slot.Property, OutboundProperties.Comment));

    private static TenantInput With(TenantInput? declared, IReadOnlyList<ManifestPart> parts) =>
        declared is null ? new TenantInput("", [], parts) : declared with { Parts = parts };

    private static ManifestPart PartOf(IReadOnlyList<CodeConnector> connectors) => new()
    {
        Span = connectors.Count > 0 ? connectors[0].Store.Span : default,
        InboundConnectors = Stores(connectors, Direction.Inbound),
        OutboundConnectors = Stores(connectors, Direction.Outbound),
        IsInboundComplete = false,
        IsOutboundComplete = false,
    };

    // The domains that code adds are facts of the topology; of one that may not be added, or whose name is not known, only that there may be one.
    private static PropertyStore? TopologyOf(IEnumerable<CodeConnector> added)
    {
        var domains = added.Where(domain => domain.Cmdlet.Direction is null).Select(domain => domain.Store).ToList();
        if (domains.Count == 0)
            return null;
        var stores = domains.Select(store => !store.IsConditional && store.Get(AcceptedDomainProperties.Name).IsKnown ? store : new PropertyStore(store.Shape, store.Span, []) { IsComplete = false }).ToArray();
        var span = domains[0].Span;
        return new PropertyStore(TopologyProperties.Shape, span, [new Slot(TopologyProperties.AcceptedDomains, SettingState.Known, stores, span, span)]);
    }

    private static PropertyStore[] Stores(IEnumerable<CodeConnector> connectors, Direction direction) =>
        [.. connectors.Where(connector => connector.Cmdlet.Direction == direction).Select(connector => connector.Store)];

    private static ManifestPart Without(ManifestPart part, string? name) => part with
    {
        InboundConnectors = [.. part.InboundConnectors.Where(store => NameOf(store) is not { } own || !string.Equals(own, name, StringComparison.OrdinalIgnoreCase))],
        OutboundConnectors = [.. part.OutboundConnectors.Where(store => NameOf(store) is not { } own || !string.Equals(own, name, StringComparison.OrdinalIgnoreCase))],
    };

    private static string? NameOf(PropertyStore store)
    {
        foreach (var wanted in new[] { "identity", "name" })
        {
            foreach (var slot in store.Slots)
            {
                if (slot.Property?.Name == wanted && slot.State == SettingState.Known && slot.Value is Item<string> item)
                    return item.Text;
            }
        }

        return null;
    }
}

using System.Collections;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>What a topology needs, from all scenarios it is in, in the order of the scenarios. A tenant is usually in several at once. Source: scenarios.md 2.</summary>
public sealed class NeedList : IReadOnlyList<Need>
{
    private readonly IReadOnlyList<Need> _needs;
    private readonly Dictionary<string, Need> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<IConnector> _misdirected = [];
    private readonly HashSet<IConnector> _waiting = [];
    private HashSet<IConnector>? _withoutRule;
    private Dictionary<IConnector, List<HashSet<IConnector>>>? _metBy;

    private NeedList(IReadOnlyList<Need> needs, ScenarioContext? scenarios)
    {
        _needs = needs;
        Scenarios = scenarios;
        foreach (var need in needs)
        {
            _byId[need.Id] = need;
            if (need.Misdirected is not null)
                _misdirected.Add(need.Misdirected);
            if (need.Waiting is not null)
                _waiting.Add(need.Waiting);
        }
    }

    /// <summary>No needs: there is no topology.</summary>
    public static NeedList Empty { get; } = new([], null);

    /// <summary>What the scenarios saw; null when there is no topology.</summary>
    public ScenarioContext? Scenarios { get; }

    /// <inheritdoc/>
    public int Count => _needs.Count;

    /// <inheritdoc/>
    public Need this[int index] => _needs[index];

    /// <summary>The need with an id; null when the topology has none.</summary>
    public Need? Find(string id) => _byId.TryGetValue(id, out var need) ? need : null;

    /// <summary>Whether a connector was meant for an unmet need and goes the other way (CL1010 speaks of it).</summary>
    public bool IsMisdirected(IConnector connector) => _misdirected.Contains(connector);

    /// <summary>The outbound connectors of add-ons to which no transport rule leads (CL1021 speaks of that).</summary>
    public ISet<IConnector> AddOnConnectorsWithoutRule => _withoutRule ??= new HashSet<IConnector>(
        _needs.Where(need => need is { Kind: NeedKind.AddOnRule, IsMissing: true }).SelectMany(need => Find(need.Id.Substring(0, need.Id.Length - "rule".Length) + "outbound")?.MetBy ?? []));

    /// <summary>The inbound connectors of add-ons, each with an outbound one of the same service: one that keeps internal headers where there is one.</summary>
    public IEnumerable<(InboundConnector Inbound, OutboundConnector Outbound)> AddOnPairs()
    {
        foreach (var need in _needs)
        {
            if (need is not { Kind: NeedKind.AddOn, Direction: Direction.Inbound, Fulfilment: Fulfilment.Met }
                || Find(need.Id.Substring(0, need.Id.Length - "inbound".Length) + "outbound") is not { Fulfilment: Fulfilment.Met } other)
            {
                continue;
            }

            var outbound = other.MetBy.OfType<OutboundConnector>().FirstOrDefault(c => c.CloudServicesMailEnabled.Is(true)) ?? (OutboundConnector)other.MetBy[0];
            foreach (var inbound in need.MetBy.OfType<InboundConnector>())
                yield return (inbound, outbound);
        }
    }

    /// <summary>Whether a connector is off and some need waits for it (CL3015 speaks of it).</summary>
    public bool IsWaiting(IConnector connector) => _waiting.Contains(connector);

    /// <summary>Whether some need is met by a connector, and not by another.</summary>
    internal bool ServesMore(IConnector connector, IConnector other) => (_metBy ??= MetBy()).TryGetValue(connector, out var needs) && needs.Exists(metBy => !metBy.Contains(other));

    private Dictionary<IConnector, List<HashSet<IConnector>>> MetBy()
    {
        var needsOf = new Dictionary<IConnector, List<HashSet<IConnector>>>();
        foreach (var need in _needs)
        {
            var metBy = new HashSet<IConnector>(need.MetBy);
            foreach (var connector in metBy)
            {
                if (!needsOf.TryGetValue(connector, out var needs))
                    needsOf.Add(connector, needs = []);
                needs.Add(metBy);
            }
        }

        return needsOf;
    }

    /// <inheritdoc/>
    public IEnumerator<Need> GetEnumerator() => _needs.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _needs.GetEnumerator();

    internal static NeedList Of(TenantModel tenant, FlowIndex flow)
    {
        var context = new ScenarioContext(tenant, tenant.Topology!, flow);
        var needs = new List<Need>();
        if (StandaloneProtection.Applies(context))
            needs.AddRange(StandaloneProtection.Needs(context));
        else
            needs.AddRange(MailboxesInBothPlaces.Needs(context));
        // Relay needs the connector also where nothing else does, as at the end of a migration.
        if (needs.All(need => need.Verdict > Verdict.Recommended))
        {
            var relay = RelayToInternet.Needs(context).ToArray();
            needs.RemoveAll(need => relay.Any(r => r.Id == need.Id));
            needs.InsertRange(0, relay);
        }

        AddNotes(context, needs);
        needs.AddRange(ForeignSenders.Needs(context));
        needs.AddRange(CentralizedTransport.Needs(context));
        needs.AddRange(InternalRelayDomains.Needs(context));
        needs.AddRange(PartnerRestrictions.Needs(context));
        needs.AddRange(ThirdPartyFilter.Needs(context));
        needs.AddRange(OutboundGateway.Needs(context));
        needs.AddRange(AddOnService.Needs(context));
        needs.AddRange(ConditionalRouting.Needs(context));
        needs.AddRange(TrustedTenants.Needs(context));
        needs.AddRange(Devices.Needs(context));
        needs.AddRange(PastTheFilter.Needs(context, needs).ToArray());
        needs.AddRange(CloudOnly.Needs(context, needs));
        WaitingConnectors.Mark(context, needs);
        WrongDirections.Mark(context, needs);
        return new NeedList(needs, context);
    }

    private static void AddNotes(ScenarioContext context, List<Need> needs)
    {
        ScenarioNote?[] notes = [MxAtExchangeOnline.Note(context), RelayToInternet.Note(context), MxOnPremises.Note(context)];
        for (var i = 0; i < needs.Count; i++)
        {
            var need = needs[i];
            var also = notes.OfType<ScenarioNote>().Where(note => note.Scenario != need.Scenario && (note.Scenario != "S5" || need.Direction == Direction.Inbound)).ToArray();
            if (also.Length > 0)
                needs[i] = need with { Also = also };
        }
    }
}

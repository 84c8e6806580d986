using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>Finds the needs that are unmet only because the connector for them is off. Source: rules.md CL3015.</summary>
internal static class WaitingConnectors
{
    public static void Mark(ScenarioContext context, List<Need> needs)
    {
        if (needs.All(need => need.Fulfilment != Fulfilment.Unmet) || (context.Tenant.InboundConnectors.All(c => c.CanBeActive) && context.Tenant.OutboundConnectors.All(c => c.CanBeActive)))
            return;
        // The same tenant with everything switched on.
        var originals = new Dictionary<IConnector, IConnector>();
        var tenant = context.Tenant with
        {
            InboundConnectors = context.Tenant.InboundConnectors.Select(c => c.CanBeActive ? c : Remember(originals, c, new InboundConnector(SwitchedOn(c.Store), c.Index))).ToArray(),
            OutboundConnectors = context.Tenant.OutboundConnectors.Select(c => c.CanBeActive ? c : Remember(originals, c, new OutboundConnector(SwitchedOn(c.Store), c.Index))).ToArray(),
        };
        var all = NeedList.Of(tenant, new FlowIndex(tenant));
        for (var i = 0; i < needs.Count; i++)
        {
            if (needs[i].Fulfilment != Fulfilment.Unmet || all.Find(needs[i].Id) is not { Fulfilment: Fulfilment.Met } met)
                continue;
            if (met.MetBy.FirstOrDefault(originals.ContainsKey) is not { } on)
                continue;
            var waiting = originals[on];
            needs[i] = needs[i] with { Fulfilment = Fulfilment.Inactive, Waiting = waiting, Proposal = null, MissingFacts = [], Change = $"turn on '{waiting.Name}'" };
        }
    }

    private static PropertyStore SwitchedOn(PropertyStore store) => new(
        store.Shape, store.Span,
        store.Slots.Where(slot => !ReferenceEquals(slot.Property, InboundProperties.Enabled) && !ReferenceEquals(slot.Property, OutboundProperties.Enabled) && !ReferenceEquals(slot.Property, OutboundProperties.TestMode)).ToArray())
    {
        IsChange = store.IsChange,
    };

    private static T Remember<T>(Dictionary<IConnector, IConnector> originals, T original, T copy)
        where T : IConnector
    {
        originals.Add(copy, original);
        return copy;
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Syntax;

internal sealed class ValueNotKnown : IInboundRule, IOutboundRule, ITenantRule
{
    public RuleInfo Info { get; } = new("CL0913", "value-not-known", Severity.Info)
    {
        Summary = "An expression, a variable or a placeholder stands where a rule would need a value.",
        Why = "The value is known only when it is deployed, so the rules that need it are silent: this shows what is not checked.",
        Help = "Nothing is wrong with that; lint what is deployed (an export, or the document with its values filled in) to check it too.",
        Source = "design",
        IsOffByDefault = true,
    };

    public void Check(InboundConnector connector, RuleContext context) => Check(connector.Store, connector.Owner, $"'{connector.Name}'", context);

    public void Check(OutboundConnector connector, RuleContext context) => Check(connector.Store, connector.Owner, $"'{connector.Name}'", context);

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology)
            return;
        foreach (var slot in topology.Store.Slots)
        {
            if (slot.Value is not IReadOnlyList<PropertyStore> stores)
                continue;
            foreach (var store in stores)
                Check(store, $"topology/{slot.Property!.Name}", store.Shape.Title, context);
        }
    }

    private static void Check(PropertyStore store, string owner, string subject, RuleContext context)
    {
        foreach (var slot in store.Slots)
        {
            if (slot.State == SettingState.Unknown)
                context.Report(owner, slot.Span, $"{subject}: the value of {slot.Property!.Name} is not known before it is deployed, so rules that need it are silent", slot.Property.Name);
        }
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Syntax;

internal sealed class ReservedParameter : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL0013", "reserved-parameter", Severity.Warning)
    {
        Summary = "A connector sets a parameter that is reserved for Microsoft or not documented.",
        Why = "What it does to mail is not known, and it may change at any time.",
        Help = "Remove it, unless Microsoft's support asked for it.",
        Look = FindingLook.Deprecated,
        Source = "NEW-IN, NEW-OUT",
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: true, efTestMode: true}
            """,
        Good = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context) => CheckStore(connector, context);

    public void Check(OutboundConnector connector, RuleContext context) => CheckStore(connector, context);

    private static void CheckStore(IConnector connector, RuleContext context)
    {
        foreach (var slot in connector.Store.SlotsInOrder)
        {
            if (slot.Property is not { IsReserved: true } property || slot.State != SettingState.Known || IsDefault(slot.Value))
                continue;
            var kind = ReferenceEquals(property, InboundProperties.ClientHostNames) ? "is not documented" : "is reserved for Microsoft";
            context.Report(
                connector, slot.KeySpan, $"'{connector.Name}': {property.Name} {kind}, so what it does to mail is not known",
                property, fixes: [new Fix($"Remove {property.Name}", false, new FixIntent(FixKind.RemoveProperty, connector.Owner, property.Name))]);
        }
    }

    // Exports print these for everybody.
    private static bool IsDefault(object? value) => value switch
    {
        false => true,
        Item<string> text => string.IsNullOrWhiteSpace(text.Text) || (Guid.TryParse(text.Text, out var id) && id == Guid.Empty),
        ItemList<string> list => list.All(item => string.IsNullOrWhiteSpace(item.Text)),
        _ => false,
    };
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidRecipientAddress : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL0011", "invalid-recipient-address", Severity.Error)
    {
        Summary = "A value of efUsers or validationRecipients is not an email address.",
        Why = "The service refuses the setting: Enhanced Filtering is not limited to these recipients, or no test mail is sent.",
        Help = "List whole addresses, as ann@contoso.com.",
        Source = "NEW-IN, SET-OUT",
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: ["*"], senderIPAddresses: [198.51.100.7], requireTls: true, efSkipLastIP: true, efUsers: [contoso.com]}
            """,
        Good = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: ["*"], senderIPAddresses: [198.51.100.7], requireTls: true, efSkipLastIP: true, efUsers: [ann@contoso.com]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context) =>
        Check(
            connector, connector.EFUsers, "the service refuses it and Enhanced Filtering is not tried out on that recipient",
            "List whole addresses, as ann@contoso.com; to filter for everybody, leave efUsers out.", context);

    public void Check(OutboundConnector connector, RuleContext context) =>
        Check(connector, connector.Store.Get(OutboundProperties.ValidationRecipients), "the service refuses it and no test mail is sent there", null, context);

    private static void Check(IConnector connector, Setting<ItemList<string>> setting, string effect, string? help, RuleContext context)
    {
        if (setting.KnownPart is not { } items)
            return;
        foreach (var item in items)
        {
            if (item.IsValid)
                continue;
            context.Report(
                connector, item.Span, $"'{connector.Name}': {setting.Property.Name} '{item.Text}' is not an email address (it {item.Fault}), so {effect}",
                setting.Property, item.Text, help: help);
        }
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Syntax;

internal sealed class DuplicateConnectorName : ITenantRule
{
    public RuleInfo Info { get; } = new("CL0005", "duplicate-connector-name", Severity.Error)
    {
        Summary = "Two connectors of one direction have the same name; upper and lower case do not count.",
        Why = "The service keeps one connector of a name and refuses the others, so mail flows without them.",
        Help = "Give each connector of a direction a name of its own, or remove the one that is not meant.",
        Source = "NEW-OUT",
        Confidence = "documented for outbound connectors; inferred for inbound ones",
        Bad = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [fabrikam.com], tlsSettings: EncryptionOnly}
              - {name: a, connectorType: Partner, recipientDomains: [tailspintoys.com], tlsSettings: EncryptionOnly}
            """,
        Good = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [fabrikam.com], tlsSettings: EncryptionOnly}
              - {name: B, connectorType: Partner, recipientDomains: [tailspintoys.com], tlsSettings: EncryptionOnly}
            """,
    };

    public void Check(RuleContext context)
    {
        CheckList(context.Tenant.InboundConnectors, InboundProperties.Name, "inbound", context);
        CheckList(context.Tenant.OutboundConnectors, OutboundProperties.Name, "outbound", context);
    }

    private static void CheckList(IReadOnlyList<IConnector> connectors, Property<Item<string>> nameProperty, string direction, RuleContext context)
    {
        var byName = new Repeats<string, IConnector>(connectors.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var connector in connectors)
        {
            // Not by identity: an entry that has only that changes a connector which another may create.
            var name = connector.Store.Get(nameProperty);
            if (!name.IsKnown || string.IsNullOrWhiteSpace(name.Value.Text) || connector.Store.IsConditional)
                continue;
            byName.Add(name.Value.Text, connector);
        }

        foreach (var same in byName.Groups)
        {
            for (var i = 1; i < same.Count; i++)
            {
                context.Report(
                    same[i], same[i].NameSpan,
                    $"'{same[i].Name}': name is used by {same.Count} {direction} connectors, so the service keeps one of them and mail flows without the other{(same.Count > 2 ? "s" : "")}",
                    nameProperty, related: [new RelatedSpan(same[0].NameSpan, "the first connector of that name")]);
            }
        }
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidName : IInboundRule, IOutboundRule
{
    private const int Limit = 64;

    public RuleInfo Info { get; } = new("CL0004", "invalid-name", Severity.Error)
    {
        Summary = "A connector has no name, or one of more than 64 characters.",
        Why = "The service refuses the connector, so mail flows as if it were not declared.",
        Help = "Give it a short name that says whose mail it is for.",
        Source = "NEW-OUT",
        Confidence = "documented; the limit for inbound connectors is inferred",
        Bad = """
            outboundConnectors:
              - {connectorType: Partner, recipientDomains: [fabrikam.com], tlsSettings: EncryptionOnly}
            """,
        Good = """
            outboundConnectors:
              - {name: To Fabrikam, connectorType: Partner, recipientDomains: [fabrikam.com], tlsSettings: EncryptionOnly}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context) =>
        Check(connector, connector.Index, InboundProperties.Name, InboundProperties.Identity, context);

    public void Check(OutboundConnector connector, RuleContext context) =>
        Check(connector, connector.Index, OutboundProperties.Name, OutboundProperties.Identity, context);

    private static void Check(IConnector connector, int index, Property<Item<string>> nameProperty, Property<Item<string>> identityProperty, RuleContext context)
    {
        var name = connector.Store.Get(nameProperty);
        var identity = connector.Store.Get(identityProperty);
        if (name.IsUncertain)
            return;
        if (name.IsKnown && !string.IsNullOrWhiteSpace(name.Value.Text))
        {
            CheckLength(connector, name, context);
            return;
        }

        // An entry in the shape of the Set- cmdlet is known by its identity.
        if (identity.IsUncertain || (identity.IsKnown && !string.IsNullOrWhiteSpace(identity.Value.Text)))
            return;
        var isInbound = connector.Direction == Direction.Inbound;
        context.Report(
            connector, name.IsKnown ? name.Span : connector.NameSpan,
            $"{(isInbound ? "inbound" : "outbound")} connector #{index}: name is {(name.IsKnown ? "blank" : "missing")}, so the service refuses the connector and mail {(isInbound ? "comes in" : "leaves")} without it",
            nameProperty);
    }

    private static void CheckLength(IConnector connector, Setting<Item<string>> name, RuleContext context)
    {
        var length = name.Value.Text.Length;
        if (length <= Limit)
            return;
        var isInbound = connector.Direction == Direction.Inbound;
        context.Report(
            connector, name.Span,
            isInbound
                ? $"'{connector.Name}': name has {length} characters, the limit of outbound connectors is {Limit}, so the service may refuse this one too and mail comes in without it"
                : $"'{connector.Name}': name has {length} characters, the limit is {Limit}, so the service refuses the connector and mail leaves without it",
            name.Property, severity: isInbound ? Severity.Warning : null, help: $"Shorten the name to at most {Limit} characters.");
    }
}

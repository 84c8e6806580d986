using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidDomainPattern : IInboundRule, IOutboundRule
{
    private static readonly char[] Separators = [',', ';'];

    public RuleInfo Info { get; } = new("CL0007", "invalid-domain-pattern", Severity.Error)
    {
        Summary = "A value that must be a domain is none.",
        Why = "The service refuses the connector, so mail flows as if it were not declared.",
        Help = "Write a domain (contoso.com), *.contoso.com for a domain with its subdomains, or, only in senderDomains and recipientDomains, * for all.",
        Source = "NEW-IN, NEW-OUT",
        Confidence = "documented; that certificate names don't take * alone is inferred",
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: ["mail.*.fabrikam.com"], requireTls: true}
            """,
        Good = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: ["*.fabrikam.com"], requireTls: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        CheckList(connector, connector.SenderDomains, context);
        CheckList(connector, connector.AssociatedAcceptedDomains, context);
        CheckName(connector, connector.TlsSenderCertificateName, context);
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        CheckList(connector, connector.RecipientDomains, context);
        CheckName(connector, connector.TlsDomain, context);
    }

    private static void CheckList(IConnector connector, Setting<ItemList<DomainPattern>> setting, RuleContext context)
    {
        if (setting.KnownPart is not { } items)
            return;
        foreach (var item in items)
        {
            var help = item.Text.IndexOfAny(Separators) >= 0 ? "Write each domain as an item of its own in the list." : null;
            Report(connector, setting.Property, item, help, context);
        }
    }

    private static void CheckName(IConnector connector, Setting<Item<DomainPattern>> setting, RuleContext context)
    {
        if (setting.IsKnown)
            Report(connector, setting.Property, setting.Value, "Write one domain, as on the certificate: mail.contoso.com, or *.contoso.com.", context);
    }

    private static void Report(IConnector connector, Properties.Property property, Item<DomainPattern> item, string? help, RuleContext context)
    {
        if (item.IsValid)
            return;
        context.Report(
            connector, item.Span,
            $"'{connector.Name}': {property.Name} '{item.Text}' is not a valid domain (it {item.Fault}), so the service refuses the connector",
            property, item.Text, help: help);
    }
}

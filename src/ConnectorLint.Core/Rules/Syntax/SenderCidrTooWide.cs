using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Syntax;

internal sealed class SenderCidrTooWide : IInboundRule
{
    private const int WidestPrefix = 24;
    private const int WidestFixedPrefix = 20;

    public RuleInfo Info { get; } = new("CL0009", "sender-cidr-too-wide", Severity.Error)
    {
        Summary = "A block in senderIPAddresses is wider than /24.",
        Why = "The service refuses the connector, so mail from these addresses is not recognised.",
        Help = "List only the addresses that the servers send from, in blocks from /24 to /32.",
        Source = "NEW-IN, GH-P-8064",
        HasSafeFix = true,
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/23"]}
            """,
        Good = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (connector.SenderIPAddresses.KnownPart is not { } items)
            return;
        foreach (var item in items)
        {
            if (!item.IsValid || item.Value.IsIPv6 || item.Value.IsDashRange || item.Value.PrefixLength >= WidestPrefix)
                continue;
            context.Report(
                connector, item.Span,
                $"'{connector.Name}': senderIPAddresses '{item.Text}' is wider than /24; the service accepts /24 to /32, so it refuses the connector",
                connector.SenderIPAddresses.Property, item.Text, fixes: item.Value.PrefixLength >= WidestFixedPrefix ? [Split(connector, item)] : null);
        }
    }

    private static Fix Split(InboundConnector connector, Item<AddressRange> item)
    {
        var blocks = item.Value.Blocks().Select(block => block.ToString()).ToArray();
        return new Fix(
            $"Split into {blocks.Length} blocks of /24", true,
            new FixIntent(FixKind.ReplaceItem, connector.Owner, connector.SenderIPAddresses.Property.Name, $"[\"{string.Join("\",\"", blocks)}\"]", item.Text));
    }
}

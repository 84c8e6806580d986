using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidIPValue : IInboundRule
{
    // A range that needs more blocks than this is hardly meant.
    private const int MostBlocks = 16;

    public RuleInfo Info { get; } = new("CL0008", "invalid-ip-value", Severity.Error)
    {
        Summary = "A value that must be an IPv4 address or a block of them is none.",
        Why = "The service refuses the connector, so mail from these addresses is not recognised.",
        Help = "List public IPv4 addresses, or CIDR blocks from /24 to /32.",
        Source = "NEW-IN",
        HasSafeFix = true,
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: ["2001:db8::1", "203.0.113.1-203.0.113.2"]}
            """,
        Good = """
            inboundConnectors:
              - {name: A, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: ["203.0.113.1", "203.0.113.2"]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (connector.SenderIPAddresses.KnownPart is { } senders)
        {
            foreach (var item in senders)
                CheckSender(connector, item, context);
        }

        if (connector.EFSkipIPs.KnownPart is { } skipped)
        {
            foreach (var item in skipped)
                CheckSkipped(connector, item, context);
        }
    }

    private static void CheckSender(InboundConnector connector, Item<AddressRange> item, RuleContext context)
    {
        if (!item.IsValid)
            Report(connector, connector.SenderIPAddresses.Property, item, "it " + item.Fault, null, context);
        else if (item.Value.IsIPv6)
            Report(connector, connector.SenderIPAddresses.Property, item, "IPv6 is not supported", "List the IPv4 addresses that the servers send from, or identify them by tlsSenderCertificateName.", context);
        else if (item.Value.IsDashRange)
            ReportRange(connector, item, context);
    }

    private static void ReportRange(InboundConnector connector, Item<AddressRange> item, RuleContext context)
    {
        var property = connector.SenderIPAddresses.Property;
        const string Reason = "ranges are not taken here, only addresses and CIDR blocks";
        var blocks = item.Value.Blocks().Take(MostBlocks + 1).Select(block => block.ToString()).ToArray();
        if (blocks.Length > MostBlocks)
        {
            Report(connector, property, item, Reason, null, context);
            return;
        }

        var intent = new FixIntent(FixKind.ReplaceItem, connector.Owner, property.Name, $"[\"{string.Join("\",\"", blocks)}\"]", item.Text);
        Report(
            connector, property, item, Reason, $"List the same addresses as {string.Join(", ", blocks)}.", context,
            [new Fix($"Replace the range by {(blocks.Length == 1 ? blocks[0] : $"{blocks.Length} items")}", true, intent)]);
    }

    private static void CheckSkipped(InboundConnector connector, Item<AddressRange> item, RuleContext context)
    {
        // The pages are silent on IPv6 here, so it is not judged, whatever its form.
        if (item.IsValid || LooksLikeIPv6(item.Text))
            return;
        Report(connector, connector.EFSkipIPs.Property, item, "it " + item.Fault, "List IPv4 addresses, ranges of two addresses, or CIDR blocks.", context);
    }

    private static bool LooksLikeIPv6(string text)
    {
        var colons = 0;
        foreach (var c in text)
        {
            if (c == ':')
                colons++;
            else if (!(c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F' or '.' or '-' or '/' or ' '))
                return false;
        }

        return colons > 1;
    }

    private static void Report(
        InboundConnector connector, Properties.Property property, Item<AddressRange> item, string reason, string? help, RuleContext context, IReadOnlyList<Fix>? fixes = null) =>
        context.Report(
            connector, item.Span, $"'{connector.Name}': {property.Name} '{item.Text}' is not valid ({reason}), so the service refuses the connector",
            property, item.Text, help: help, fixes: fixes);
}

using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Practice;

internal sealed class AddressAlsoOnAllowList : ITenantRule
{
    public RuleInfo Info { get; } = new("CL4023", "address-also-on-allow-list", Severity.Warning)
    {
        Summary = "An address on the connection filter's allow list is also that of a connector or a declared service.",
        Why = "Everything from there skips the spam filter, also what the service passes on from anybody.",
        Help = "Remove the entry from the allow list; with Enhanced Filtering on the connector it is not needed.",
        Source = "ORCA, CIS",
        Bad = """
            topology: {ipAllowList: [198.51.100.7]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
        Good = """
            topology: {ipAllowList: [192.0.2.7]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || topology.IPAllowList.Value is not { } list)
            return;
        var entries = new AddressIndex<Item<AddressRange>>(list.Where(entry => entry.IsValid).Select(entry => (entry.Value, entry)));
        var reported = new HashSet<SourceSpan>();
        foreach (var connector in context.Tenant.InboundConnectors)
        {
            if (!connector.IsActive)
                continue;
            foreach (var (property, addresses) in new[] { (InboundProperties.SenderIPAddresses, connector.SenderIPAddresses.Value), (InboundProperties.EFSkipIPs, connector.EFSkipIPs.Value) })
                Report(addresses, entries, reported, $"'{connector.Name}': {property.Name}", "the connector has it here", context);
        }

        foreach (var service in topology.Services)
            Report(service.IPs.Value, entries, reported, $"service '{service.Name}': ips", "the service has it here", context);
    }

    private static void Report(ItemList<AddressRange>? addresses, AddressIndex<Item<AddressRange>> entries, HashSet<SourceSpan> reported, string who, string related, RuleContext context)
    {
        if (addresses is null)
            return;
        foreach (var address in addresses)
        {
            if (!address.IsValid)
                continue;
            foreach (var (_, entry) in entries.Overlapping(address.Value))
            {
                if (!reported.Add(entry.Span))
                    continue;
                context.Report(
                    "topology", entry.Span,
                    $"{who} '{address.Text}' is also on the connection filter's allow list ({entry.Text}), which lets everything from there past the spam filter",
                    "ipAllowList", entry.Value.ToString(),
                    related: [new RelatedSpan(address.Span, related)]);
            }
        }
    }
}

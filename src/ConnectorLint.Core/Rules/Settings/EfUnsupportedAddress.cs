using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class EfUnsupportedAddress : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2017", "ef-unsupported-address", Severity.Error)
    {
        Summary = "efSkipIPs lists addresses that Enhanced Filtering does not support.",
        Why = "The service refuses the list or skips the wrong hops, so mail is judged by a hop that is not the sender.",
        Help = "Remove the entry; private hops are skipped by themselves.",
        Source = "EF, GH-E-1960",
        Confidence = "documented; the ranges of Microsoft 365 are those of 2020",
        HasSafeFix = true,
        Bad = """
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], efSkipIPs: [198.51.100.7, 10.0.0.5]}
            """,
        Good = """
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], efSkipIPs: [198.51.100.7]}
            """,
    };

    private static readonly AddressRange[] Private = [AddressRange.Of(10, 0, 0, 0, 8), AddressRange.Of(172, 16, 0, 0, 12), AddressRange.Of(192, 168, 0, 0, 16)];

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || connector.EFSkipIPs.KnownPart is not { } addresses)
            return;
        // With an empty list, Enhanced Filtering would be off; and what also holds public addresses is not merely ignored.
        var canGo = addresses.Any(address => address.IsValid && !TouchesPrivate(address.Value));
        foreach (var address in addresses)
        {
            if (address.IsValid && TouchesPrivate(address.Value))
                ReportPrivate(connector, address, canGo && address.Value.IsPrivate, context);
            else if (address.IsValid && ServiceHosts.IsServiceAddress(address.Value))
                ReportService(connector, address, context);
        }
    }

    private static void ReportPrivate(InboundConnector connector, Item<AddressRange> address, bool canGo, RuleContext context) => context.Report(
        connector, address.Span,
        $"'{connector.Name}': efSkipIPs '{address.Text}' {(address.Value.IsSingle ? "is a private address" : "holds private addresses")}, which Enhanced Filtering does not support; mail may be judged by the wrong hop",
        InboundProperties.EFSkipIPs, address.Value.ToString(),
        fixes: canGo ? [new Fix($"Remove {address.Text} from efSkipIPs", true, new FixIntent(FixKind.RemoveItem, connector.Owner, InboundProperties.EFSkipIPs.Name, address.Text))] : null);

    private static void ReportService(InboundConnector connector, Item<AddressRange> address, RuleContext context) => context.Report(
        connector, address.Span,
        $"'{connector.Name}': efSkipIPs '{address.Text}' {(address.Value.IsSingle ? "is an address" : "holds addresses")} of Microsoft 365, which Enhanced Filtering does not support; mail may be judged by the wrong hop",
        InboundProperties.EFSkipIPs, address.Value.ToString(), Severity.Warning,
        "Remove the entry; list only the hops that hand mail over to Microsoft 365.");

    private static bool TouchesPrivate(AddressRange range)
    {
        foreach (var own in Private)
        {
            if (own.Overlaps(range))
                return true;
        }

        return false;
    }
}

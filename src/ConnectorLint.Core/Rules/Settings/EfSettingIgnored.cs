using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class EfSettingIgnored : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2016", "ef-setting-ignored", Severity.Warning)
    {
        Summary = "A setting of Enhanced Filtering is ignored because of another one.",
        Why = "Mail is judged by another hop, or for other recipients, than the ignored setting says.",
        Help = "Choose one mode: efSkipLastIP: true, or efSkipLastIP: false with efSkipIPs; efUsers limits either of them.",
        Look = FindingLook.Unnecessary,
        Source = "NEW-IN, EF",
        Bad = """
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], efSkipLastIP: true, efSkipIPs: [198.51.100.7, 192.0.2.9]}
            """,
        Good = """
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], efSkipIPs: [198.51.100.7, 192.0.2.9]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive)
            return;
        if (connector.EFSkipLastIP.Is(true) && connector.EFSkipIPs.Value is { HasFaults: false })
        {
            context.Report(
                connector, connector.EFSkipIPs.HeadSpan,
                $"'{connector.Name}': efSkipIPs is ignored because efSkipLastIP is true; mail is judged by the hop before the last one, whatever the list says",
                InboundProperties.EFSkipIPs,
                related: [new RelatedSpan(connector.EFSkipLastIP.PairSpan, "the setting that counts")]);
        }

        if (connector.EFUsers.Value is { HasFaults: false } && connector.IsEnhancedFilteringOn == false)
        {
            var reason = connector.EFTestMode.Is(true) ? "efTestMode is true" : "efSkipLastIP is not true and efSkipIPs is empty";
            context.Report(
                connector, connector.EFUsers.HeadSpan,
                $"'{connector.Name}': efUsers is ignored because Enhanced Filtering is off ({reason}), so mail to these recipients is judged by the last hop like all other mail",
                InboundProperties.EFUsers);
        }
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Relations;

internal sealed class SclBypassWithEnhancedFiltering : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3014", "scl-bypass-with-enhanced-filtering", Severity.Warning)
    {
        Summary = "Enhanced Filtering is on for a connector, and a transport rule takes the same mail past the spam filter.",
        Why = "The filter never judges the mail by its real sender, so what Enhanced Filtering is for does not happen.",
        Help = "Disable the transport rule.",
        Source = "EF, 3P",
        Bad = """
            topology: {transportRules: [{name: Bypass, enabled: true, setScl: -1, senderIpRanges: ["198.51.100.0/24"]}]}
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
        Good = """
            topology: {transportRules: [{name: Bypass, enabled: false, setScl: -1, senderIpRanges: ["198.51.100.0/24"]}]}
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology)
            return;
        var rules = topology.TransportRules.Where(rule => rule.IsActive && rule.SetScl.Is(-1) && !rule.HasOtherCondition && rule.RecipientDomainIs.IsAbsent && !rule.SenderIPRanges.IsUncertain).ToArray();
        if (rules.Length == 0)
            return;
        var forAll = rules.FirstOrDefault(rule => rule.SenderIPRanges.IsAbsent && !rule.IsForInsideSenders);
        var byAddress = new AddressIndex<TransportRule>(rules.SelectMany(rule => Valid(rule.SenderIPRanges.Value).Select(range => (range, rule))));
        foreach (var connector in context.Tenant.InboundConnectors)
        {
            if (!connector.IsActive || connector.IsEnhancedFilteringOn != true)
                continue;
            var rule = forAll ?? Valid(connector.SenderIPAddresses.Value).Concat(Valid(connector.EFSkipIPs.Value)).SelectMany(byAddress.Overlapping).Select(hit => hit.Owner).FirstOrDefault();
            if (rule is null)
                continue;
            var (property, span) = connector.EnhancedFilteringSwitch;
            context.Report(
                connector, span,
                $"'{connector.Name}': Enhanced Filtering is on, but transport rule '{rule.Name}' sets SCL -1 for the same mail, so the spam filter never judges it by its real sender",
                property,
                related: [new RelatedSpan(rule.NameSpan, "the transport rule")]);
        }
    }

    private static IEnumerable<AddressRange> Valid(ItemList<AddressRange>? items) => items is null ? [] : items.Where(item => item.IsValid).Select(item => item.Value);
}

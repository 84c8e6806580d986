using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class ThirdPartyMxWithoutEnhancedFiltering : ITenantRule
{
    public RuleInfo Info { get; } = new("CL1019", "third-party-mx-without-enhanced-filtering", Severity.Warning)
    {
        Summary = "Mail arrives through a third-party service, and Enhanced Filtering is off on its connector.",
        Why = "Filtering sees the service's address instead of the sender's, so spoofed mail passes and good mail fails its checks.",
        Help = "Set efSkipLastIP: true if the service is the only hop in front, else list the hops in efSkipIPs.",
        Source = "3P, EF",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24"]}]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24"]}]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Needs.Scenarios is not { } scenarios)
            return;
        var filtered = scenarios.Topology.Services.Where(service => IsWithoutBypass(service, scenarios)).ToArray();
        if (filtered.Length == 0)
            return;
        // A lock-down that knows nobody declared is for whichever service is in front; that is said once.
        foreach (var connector in context.Flow.LockDowns)
        {
            if (!scenarios.KnowsSomebody(connector) && filtered.FirstOrDefault(service => IsHidden(connector, service, scenarios.Topology)) is { } service)
                Report(context, connector, service);
        }

        foreach (var service in filtered)
        {
            foreach (var connector in scenarios.ConnectorsOf(service))
            {
                if ((connector.IsPartner || IsPathThroughServers(connector, scenarios)) && IsHidden(connector, service, scenarios.Topology))
                    Report(context, connector, service);
            }
        }
    }

    private static bool IsHidden(InboundConnector connector, Service service, Topology topology) =>
        connector.IsEnhancedFilteringOn == false && !(service.Role.Is(ServiceRole.InboundFilter) && IsBypassed(connector, service, topology));

    // A filter has the second option of the vendor's page: no spam filtering for what it hands over.
    private static bool IsWithoutBypass(Service service, ScenarioContext scenarios) => scenarios.IsInFront(service)
        && (service.Role.Is(ServiceRole.InboundNonFiltering)
            || (service.Role.Is(ServiceRole.InboundFilter) && !service.BypassSpamFilter.CanBe(true) && !IsOnAllowList(service, scenarios.Topology)));

    private static void Report(RuleContext context, InboundConnector connector, Service service) => context.Report(
        connector, connector.NameSpan,
        $"'{connector.Name}': mail arrives through {service.Name}, but neither efSkipLastIP nor efSkipIPs is set, so filtering sees {service.Name} and not the true sender{(service.Role.Is(ServiceRole.InboundFilter) ? "" : " (required for a service that does not filter)")}",
        InboundProperties.EFSkipLastIP,
        related: [new RelatedSpan(service.NameSpan, "the service is declared here")]);

    // An OnPremises connector for a filter alone is of the wrong type (CL1009); centralized transport forbids Enhanced Filtering there.
    private static bool IsPathThroughServers(InboundConnector connector, ScenarioContext scenarios) =>
        connector.IsOnPremises && !scenarios.IsCentralized && !scenarios.Topology.CentralizedMailTransport.IsUncertain && !scenarios.ServesOnlyOthers(connector);

    private static bool IsOnAllowList(Service service, Topology topology) => Overlap(topology.IPAllowList.Value, service.IPs.Value);

    private static bool IsBypassed(InboundConnector connector, Service service, Topology topology) =>
        Overlap(topology.IPAllowList.Value, connector.SenderIPAddresses.Value)
        || topology.TransportRules.Any(rule => rule.CanBeActive && rule.SetScl.CanBe(-1) && !rule.HasOtherCondition
            && (rule.SenderIPRanges.IsAbsent ? rule.RecipientDomainIs.IsAbsent : rule.SenderIPRanges.IsUncertain
                || Overlap(rule.SenderIPRanges.Value, service.IPs.Value) || Overlap(rule.SenderIPRanges.Value, connector.SenderIPAddresses.Value)));

    private static bool Overlap(ItemList<AddressRange>? a, ItemList<AddressRange>? b) =>
        a is not null && b is not null && a.Any(x => x.IsValid && b.Any(y => y.IsValid && x.Value.Overlaps(y.Value)));
}

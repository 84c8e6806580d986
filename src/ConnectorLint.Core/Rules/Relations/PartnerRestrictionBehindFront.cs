using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Relations;

internal sealed class PartnerRestrictionBehindFront : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3020", "partner-restriction-behind-front", Severity.Error)
    {
        Summary = "A partner's mail arrives through the system in front of Exchange Online, and a connector restricts it to the partner's own addresses or certificate.",
        Why = "Nothing ever comes from there directly, so all of the partner's mail is refused.",
        Help = "Enforce the restriction at the system in front, or remove the connector.",
        Source = "3P, NEW-IN",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24"]}]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24"]}]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Needs.Scenarios is not { AllMxElsewhere: true } scenarios || Fronts(scenarios) is not { Count: > 0 } fronts)
            return;
        foreach (var connector in context.Tenant.InboundConnectors)
        {
            if (!connector.IsActive || !connector.IsRestricting || !connector.AssociatedAcceptedDomains.IsAbsent || connector.SenderDomains.Value is not { HasFaults: false } domains
                || connector.HasSenderDomain(domain => domain.IsAny) || connector.SenderIPAddresses.Value is { HasFaults: true } || connector.SenderIPAddresses.IsUncertain
                || connector.TlsSenderCertificateName.IsUncertain || connector.TlsSenderCertificateName is { IsKnown: true, Value.IsValid: false } || Admits(connector, fronts, scenarios))
            {
                continue;
            }

            var byAddress = connector.RestrictDomainsToIPAddresses.Is(true) && connector.SenderIPAddresses.IsKnown;
            if (!byAddress && !connector.TlsSenderCertificateName.IsKnown)
                continue;
            var front = fronts[0] is Service service ? service.Name : "your own servers";
            var restriction = byAddress ? connector.RestrictDomainsToIPAddresses : connector.RestrictDomainsToCertificate;
            var value = byAddress ? Wording.List(connector.SenderIPAddresses.Value!) : connector.TlsSenderCertificateName.Value.Text;
            context.Report(
                connector, restriction.IsKnown ? restriction.PairSpan : connector.NameSpan,
                $"'{connector.Name}': mail from {Wording.List(domains)} arrives through {front}, never from {value}; {restriction.Property.Name} refuses all of it",
                restriction.Property,
                related: [new RelatedSpan(scenarios.OwnDomains[0].Mx.Span, "MX points there")]);
        }
    }

    // What stands in front: all of it, or nothing where the identity of a part of it is not declared.
    private static List<object> Fronts(ScenarioContext scenarios)
    {
        var fronts = new List<object>();
        foreach (var service in scenarios.Topology.Services)
        {
            if (!scenarios.IsInFront(service))
                continue;
            if (service.IPs.Value is not { Count: > 0, HasFaults: false } && service.CertificateNames.Value is not { Count: > 0, HasFaults: false })
                return [];
            fronts.Add(service);
        }

        if (!scenarios.OwnDomains.Any(domain => domain.HasMx(MxKind.OnPremises)))
            return fronts;
        var own = scenarios.Topology.OnPremises;
        if (own.PublicIPs.Value is not { Count: > 0, HasFaults: false } && own.CertificateNames.Value is not { Count: > 0, HasFaults: false })
            return [];
        fronts.Add(IdentityOwners.OwnServers);
        return fronts;
    }

    private static bool Admits(InboundConnector connector, List<object> fronts, ScenarioContext scenarios)
    {
        if (connector.TlsSenderCertificateName.IsKnown && scenarios.Owners.Of(connector.TlsSenderCertificateName.Value.Value).Any(fronts.Contains))
            return true;
        return connector.SenderIPAddresses.Value is { } addresses && addresses.Any(address => scenarios.Owners.Of(address.Value).Any(owner => fronts.Contains(owner.Owner)));
    }
}

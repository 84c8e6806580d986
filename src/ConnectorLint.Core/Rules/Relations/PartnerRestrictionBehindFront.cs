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
        if (context.Needs.Scenarios is not { AllMxElsewhere: true } scenarios || FrontsOf(scenarios) is not { } fronts)
            return;
        foreach (var connector in context.Tenant.InboundConnectors)
        {
            if (!connector.IsActive || !connector.IsRestricting || !connector.AssociatedAcceptedDomains.IsAbsent || connector.SenderDomains.Value is not { HasFaults: false } domains
                || connector.HasSenderDomain(domain => domain.IsAny))
            {
                continue;
            }

            var addresses = connector.RestrictDomainsToIPAddresses.Is(true) ? connector.SenderIPAddresses.Value : null;
            var name = connector.RestrictDomainsToCertificate.Is(true) && connector.TlsSenderCertificateName.IsKnown ? connector.TlsSenderCertificateName.Value : (Item<DomainPattern>?)null;
            // Whether two restrictions both must be met is not documented: one that may let a front in is enough.
            if ((addresses is null && name is null) || (addresses is not null && MayAdmit(addresses, fronts, scenarios)) || (name is { } item && MayAdmit(item, fronts, scenarios)))
                continue;
            var restriction = addresses is not null ? connector.RestrictDomainsToIPAddresses : connector.RestrictDomainsToCertificate;
            context.Report(
                connector, restriction.PairSpan,
                $"'{connector.Name}': mail from {Wording.List(domains)} arrives through {fronts.Name}, never from {(addresses is not null ? Wording.List(addresses) : name!.Value.Text)}; {restriction.Property.Name} refuses all of it",
                restriction.Property,
                related: [new RelatedSpan(scenarios.OwnDomains[0].Mx.Span, "MX points there")]);
        }
    }

    private static bool MayAdmit(ItemList<AddressRange> addresses, Fronts fronts, ScenarioContext scenarios) =>
        addresses.HasFaults || !fronts.AreAddressesKnown || addresses.Any(address => scenarios.Owners.Of(address.Value).Any(owner => fronts.Owners.Contains(owner.Owner)));

    // A partner's own certificate is not the front's, also where the front's is not declared.
    private static bool MayAdmit(Item<DomainPattern> name, Fronts fronts, ScenarioContext scenarios) =>
        !name.IsValid || scenarios.Owners.Of(name.Value).Any(fronts.Owners.Contains) || !(fronts.AreNamesKnown || scenarios.Owners.Of(name.Value).Any(owner => owner is Partner));

    // All that stands in front, by the domains; null where a part of it is not declared.
    private static Fronts? FrontsOf(ScenarioContext scenarios)
    {
        var services = scenarios.Topology.Services.ToLookup(service => service.Name, StringComparer.OrdinalIgnoreCase);
        var own = scenarios.Topology.OnPremises;
        var fronts = new Fronts(scenarios.OwnDomains[0].HasMx(MxKind.OnPremises) ? "your own servers" : scenarios.OwnDomains[0].Mx.Value.Value.Service);
        foreach (var domain in scenarios.OwnDomains)
        {
            if (domain.HasMx(MxKind.OnPremises))
                fronts.Add(IdentityOwners.OwnServers, own.PublicIPs, own.CertificateNames);
            else if (services[domain.Mx.Value.Value.Service].FirstOrDefault() is { } service)
                fronts.Add(service, service.IPs, service.CertificateNames);
            else
                return null;
        }

        return fronts;
    }

    private sealed class Fronts(string name)
    {
        public string Name { get; } = name;

        public HashSet<object> Owners { get; } = [];

        public bool AreAddressesKnown { get; private set; } = true;

        public bool AreNamesKnown { get; private set; } = true;

        public void Add(object owner, Setting<ItemList<AddressRange>> addresses, Setting<ItemList<DomainPattern>> names)
        {
            Owners.Add(owner);
            AreAddressesKnown &= addresses.Value is { Count: > 0, HasFaults: false };
            AreNamesKnown &= names.Value is { Count: > 0, HasFaults: false };
        }
    }
}

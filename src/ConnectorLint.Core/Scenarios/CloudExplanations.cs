using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>What may explain an OnPremises connector where all mailboxes are in the cloud and there are no servers of your own; worked out once for all connectors. Source: rules.md CL1005.</summary>
internal sealed class CloudExplanations
{
    private readonly ScenarioContext _context;
    private readonly bool _hasInternalRelay;
    private readonly bool _hasRelayDevice;
    private readonly bool _hasServiceWithoutIdentity;
    private readonly bool _hasServiceWithoutHosts;
    private readonly HostSet _hosts;
    private readonly bool _hasHosts;
    private readonly HashSet<string> _partnerDomains = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _partnerParents = new(StringComparer.OrdinalIgnoreCase);

    public CloudExplanations(ScenarioContext context)
    {
        _context = context;
        var topology = context.Topology;
        _hasInternalRelay = topology.AcceptedDomains.Any(domain => domain.Type.CanBe(DomainType.InternalRelay));
        _hasRelayDevice = topology.Devices.Any(device => device.Method.CanBe(SendMethod.SmtpRelay));
        var services = topology.Services.Where(service => service.Role.CanBe(ServiceRole.AddOn) || service.Role.CanBe(ServiceRole.OutboundGateway)).ToArray();
        // A service that declares no identity, or no host, may be behind any connector.
        _hasServiceWithoutIdentity = services.Any(service => service.IPs.Value is not { Count: > 0 } && service.CertificateNames.Value is not { Count: > 0 });
        _hasServiceWithoutHosts = services.Any(service => service.SmartHosts.Value is not { Count: > 0 });
        var hosts = services.Select(service => service.SmartHosts.Value).Concat(topology.Partners.Select(partner => partner.OutboundSmartHosts.Value)).Where(list => list is not null).ToArray();
        _hosts = new HostSet(hosts);
        _hasHosts = hosts.Length > 0;
        foreach (var domain in topology.Partners.SelectMany(partner => partner.Domains.Value ?? Enumerable.Empty<Item<string>>()).Where(domain => domain.IsValid))
            AddPartnerDomain(domain.Value);
    }

    /// <summary>Whether something declared may send through an inbound connector.</summary>
    public bool Explain(InboundConnector connector)
    {
        if (_hasInternalRelay || _hasServiceWithoutIdentity || (connector.TrustedOrganizations.IsKnown && _context.Topology.TrustedTenants.Count > 0))
            return true;
        if (_hasRelayDevice && !connector.SenderIPAddresses.IsAbsent)
            return true;
        if (connector.TlsSenderCertificateName.IsUncertain || connector.SenderIPAddresses.IsUncertain)
            return true;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: var name } && (!name.IsValid || _context.Owners.Of(name.Value).Any()))
            return true;
        return connector.SenderIPAddresses.Value is { } addresses && addresses.Any(address => !address.IsValid || _context.Owners.Of(address.Value).Any());
    }

    /// <summary>Whether something declared may need an outbound connector.</summary>
    public bool Explain(OutboundConnector connector)
    {
        if (_hasInternalRelay || _hasServiceWithoutHosts || _context.Rules.IsUncertain || _context.IsRoutedTo(connector))
            return true;
        // A rule-scoped connector says itself that a rule needs it; rules that are not declared are not "none".
        if (connector.IsTransportRuleScoped.CanBe(true) && !_context.Topology.TransportRules.IsDeclared)
            return true;
        if (_hasHosts && (connector.SmartHosts.IsUncertain || (connector.SmartHosts.Value is { } hosts && hosts.Any(host => !host.IsValid || _hosts.Has(host.Value)))))
            return true;
        // That a partner's connector has the wrong type is CL1009's to say.
        return connector.HasRecipientDomain(IsPartners);
    }

    private bool IsPartners(DomainPattern pattern) => (pattern.CoversSubdomains ? _partnerParents : _partnerDomains).Contains(pattern.Domain);

    private void AddPartnerDomain(string domain)
    {
        _partnerDomains.Add(domain);
        // Where one is there, so are those above it.
        var parent = domain;
        while (parent.Length > 0 && _partnerParents.Add(parent))
            parent = DomainPattern.Parent(parent);
    }
}

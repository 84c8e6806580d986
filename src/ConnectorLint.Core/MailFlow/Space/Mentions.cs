using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>What connectors, accepted domains and transport rules mention: the boundaries between messages.</summary>
internal sealed class Mentions
{
    public List<string> Senders { get; } = [];

    public List<string> Recipients { get; } = [];

    public List<AddressRange> Addresses { get; } = [];

    public List<DomainPattern> Certificates { get; } = [];

    public void Add(Mentions other)
    {
        Senders.AddRange(other.Senders);
        Recipients.AddRange(other.Recipients);
        Addresses.AddRange(other.Addresses);
        Certificates.AddRange(other.Certificates);
    }

    public void Add(TenantModel tenant)
    {
        foreach (var connector in tenant.InboundConnectors)
        {
            if (!connector.IsActive)
                continue;
            Add(Senders, connector.SenderDomains);
            Add(Senders, connector.AssociatedAcceptedDomains);
            Add(Recipients, connector.AssociatedAcceptedDomains);
            Add(Addresses, connector.SenderIPAddresses);
            if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name })
                Certificates.Add(name.Value);
        }

        foreach (var connector in tenant.OutboundConnectors)
        {
            if (!connector.IsActive)
                continue;
            Add(Recipients, connector.RecipientDomains);
            if (connector.TlsDomain is { IsKnown: true, Value: { IsValid: true } name })
                Certificates.Add(name.Value);
        }

        if (tenant.Topology is not { } topology)
            return;
        foreach (var domain in topology.AcceptedDomains)
        {
            Senders.Add(domain.Name);
            Recipients.Add(domain.Name);
            Certificates.Add(DomainPattern.Exact(domain.Name));
        }

        foreach (var rule in topology.TransportRules)
        {
            Add(Addresses, rule.SenderIPRanges);
            Add(rule.RecipientDomainIs);
            Add(rule.ExceptIfRecipientDomainIs);
        }
    }

    private void Add(Setting<ItemList<string>> domains)
    {
        if (domains.Value is not { } list)
            return;
        foreach (var domain in list)
        {
            if (domain.IsValid)
                Recipients.Add(domain.Value);
        }
    }

    private static void Add(List<string> to, Setting<ItemList<DomainPattern>> domains)
    {
        if (domains.Value is not { } list)
            return;
        foreach (var domain in list)
        {
            if (domain.IsValid && !domain.Value.IsAny)
                to.Add(domain.Value.Domain);
        }
    }

    private static void Add(List<AddressRange> to, Setting<ItemList<AddressRange>> addresses)
    {
        if (addresses.Value is not { } list)
            return;
        foreach (var address in list)
        {
            if (address.IsValid)
                to.Add(address.Value);
        }
    }
}

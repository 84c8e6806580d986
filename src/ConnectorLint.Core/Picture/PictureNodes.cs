using ConnectorLint.Model;

namespace ConnectorLint.Picture;

/// <summary>The nodes of a tenant: all that its topology declares, and what only connectors name.</summary>
internal sealed class PictureNodes
{
    private readonly List<PictureNode>[] _byKind = [.. Enumerable.Range(0, 1 + (int)PictureNodeKind.Device).Select(_ => new List<PictureNode>())];
    private readonly Dictionary<object, PictureNode> _bySubject = [];
    private readonly Dictionary<string, PictureNode> _partnersByDomain = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PictureNode> _undeclared = new(StringComparer.OrdinalIgnoreCase);
    private readonly Topology? _topology;
    private PictureNode? _servers;

    public PictureNodes(TenantModel tenant)
    {
        _topology = tenant.Topology;
        Internet = Add(PictureNodeKind.Internet, "Internet", "anyone else");
        if (_topology is null)
            return;
        foreach (var service in _topology.Services)
            _bySubject[service] = Add(PictureNodeKind.Service, service.Name, RoleOf(service));
        foreach (var partner in _topology.Partners)
        {
            var node = Add(PictureNodeKind.Partner, partner.Name, PictureWords.Some(partner.Domains));
            _bySubject[partner] = node;
            foreach (var domain in partner.Domains.Value ?? new ItemList<string>([]))
                _partnersByDomain[domain.Text.Trim()] = node;
        }

        foreach (var trusted in _topology.TrustedTenants)
            _bySubject[trusted] = Add(PictureNodeKind.Tenant, PictureWords.Some(trusted.Organizations), "");
        if (_topology.OnPremises.Declared.IsKnown && !_topology.OnPremises.Server.Is(ServerKind.None))
            _ = Servers;
        foreach (var device in _topology.Devices)
            _bySubject[device] = Add(PictureNodeKind.Device, device.Name, MethodOf(device));
    }

    public PictureNode Internet { get; }

    public PictureNode Servers => _servers ??= Add(
        PictureNodeKind.Servers, "Your email servers", _topology is null ? "" : PictureWords.Join(PictureWords.Some(_topology.OnPremises.SmtpHosts), PictureWords.Some(_topology.OnPremises.PublicIPs)));

    public IReadOnlyList<PictureNode> All => [.. _byKind.SelectMany(nodes => nodes)];

    /// <summary>The node of what a need is for; null when it is for nothing that is drawn.</summary>
    public PictureNode? Of(object? subject) => subject is not null && _bySubject.TryGetValue(subject, out var node) ? node : null;

    /// <summary>The declared partner that a domain or wildcard belongs to; null when there is none.</summary>
    public PictureNode? PartnerOf(DomainPattern pattern) => _partnersByDomain.TryGetValue(pattern.Domain, out var node) ? node : null;

    /// <summary>The declared service that one of some hosts belongs to; null when there is none.</summary>
    public PictureNode? ServiceOf(OutboundConnector connector) => Of(_topology?.Services.FirstOrDefault(service => connector.HasSmartHost(service.SmartHosts.Value)));

    /// <summary>The declared service whose certificate or address a connector knows; null when there is none.</summary>
    public PictureNode? ServiceOf(InboundConnector connector) => Of(_topology?.Services.FirstOrDefault(service =>
        (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } && service.CertificateNames.Value is { } names && names.Any(other => other.IsValid && other.Value == name.Value))
        || (connector.SenderIPAddresses.Value is { } addresses && service.IPs.Value is { } ips && addresses.Any(address => address.IsValid && ips.Any(ip => ip.IsValid && ip.Value.Overlaps(address.Value))))));

    /// <summary>A party that connectors name and nothing declares; one for equal names.</summary>
    public PictureNode Undeclared(PictureNodeKind kind, string title)
    {
        var key = $"{kind} {title}";
        if (!_undeclared.TryGetValue(key, out var node))
            _undeclared.Add(key, node = Add(kind, title, kind == PictureNodeKind.Tenant ? "" : "not declared in the topology"));
        return node;
    }

    private PictureNode Add(PictureNodeKind kind, string title, string detail)
    {
        var list = _byKind[(int)kind];
        var word = kind.ToString().ToLowerInvariant();
        var node = new PictureNode(kind is PictureNodeKind.Internet or PictureNodeKind.Servers ? word : $"{word}{list.Count + 1}", kind, title, detail);
        list.Add(node);
        return node;
    }

    private static string RoleOf(Service service) => !service.Role.IsKnown ? "" : service.Role.Value switch
    {
        ServiceRole.InboundFilter => "filter in front of Microsoft 365",
        ServiceRole.InboundNonFiltering => "in front of Microsoft 365, does not filter",
        ServiceRole.OutboundGateway => "takes mail that leaves",
        _ => "add-on",
    };

    private static string MethodOf(Device device)
    {
        var how = !device.Method.IsKnown ? "" : device.Method.Value switch
        {
            SendMethod.ClientSubmission => "signs in to a mailbox",
            SendMethod.DirectSend => "direct send",
            SendMethod.SmtpRelay => "SMTP relay",
            SendMethod.OwnServer => "sends over your servers",
            SendMethod.HighVolumeEmail => "High Volume Email",
            _ => "",
        };
        return PictureWords.Join(how, device.IP is { IsKnown: true, Value: var ip } ? ip.Text : "", device.CertificateName is { IsKnown: true, Value: var name } ? name.Text : "");
    }
}

using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>Whose addresses and certificates are declared: services, devices, partners, your own servers.</summary>
public sealed class IdentityOwners
{
    /// <summary>Stands for your own servers among the owners.</summary>
    public static readonly object OwnServers = new();

    private readonly AddressIndex<object> _addresses;
    private readonly Dictionary<string, List<object>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<object>> _wildcards = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<object>> _below = new(StringComparer.OrdinalIgnoreCase);

    internal IdentityOwners(Topology topology)
    {
        var ranges = new List<(AddressRange, object)>();
        Add(ranges, topology.OnPremises.PublicIPs, OwnServers);
        Add(topology.OnPremises.CertificateNames, OwnServers);
        foreach (var service in topology.Services)
        {
            Add(ranges, service.IPs, service);
            Add(service.CertificateNames, service);
        }

        foreach (var device in topology.Devices)
        {
            if (device.IP.IsKnown)
                ranges.Add((device.IP.Value.Value, device));
            HasUnknownAddresses |= device.IP.IsUncertain;
            Add(device.CertificateName, device);
        }

        foreach (var partner in topology.Partners)
        {
            Add(ranges, partner.InboundIPs, partner);
            Add(partner.InboundCertificateName, partner);
        }

        _addresses = new AddressIndex<object>(ranges);
    }

    /// <summary>Whether some address that is declared could not be read: an address without an owner may be that one.</summary>
    public bool HasUnknownAddresses { get; private set; }

    /// <summary>Whether some certificate name that is declared could not be read.</summary>
    public bool HasUnknownNames { get; private set; }

    /// <summary>The owners of which a declared range shares an address with the asked one, each with that range.</summary>
    public IEnumerable<(AddressRange Range, object Owner)> Of(AddressRange range) => _addresses.Overlapping(range);

    /// <summary>The owners of which a declared certificate name is taken by a connector's name, or takes it: whoever has <c>*.filter.example</c> also has what lies below.</summary>
    public IEnumerable<object> Of(DomainPattern connectorName)
    {
        foreach (var owner in Get(connectorName.CoversSubdomains ? _below : _names, connectorName.Domain))
            yield return owner;
        if (_wildcards.Count == 0)
            yield break;
        // The wildcard of the domain itself is among those below it.
        for (var parent = connectorName.CoversSubdomains ? DomainPattern.Parent(connectorName.Domain) : connectorName.Domain; parent.Length > 0; parent = DomainPattern.Parent(parent))
        {
            foreach (var owner in Get(_wildcards, parent))
                yield return owner;
        }
    }

    private static IEnumerable<object> Get(Dictionary<string, List<object>> index, string key) => index.TryGetValue(key, out var owners) ? owners : [];

    private void Add(List<(AddressRange, object)> ranges, Setting<ItemList<AddressRange>> setting, object owner)
    {
        HasUnknownAddresses |= setting.IsUncertain || setting.Value is { HasFaults: true };
        if (setting.Value is not { } list)
            return;
        foreach (var item in list)
        {
            if (item.IsValid)
                ranges.Add((item.Value, owner));
        }
    }

    private void Add(Setting<ItemList<DomainPattern>> setting, object owner)
    {
        HasUnknownNames |= setting.IsUncertain || setting.Value is { HasFaults: true };
        if (setting.Value is not { } list)
            return;
        foreach (var item in list)
        {
            if (item.IsValid)
                Add(item.Value, owner);
        }
    }

    private void Add(Setting<Item<DomainPattern>> setting, object owner)
    {
        HasUnknownNames |= setting.IsUncertain;
        if (setting.IsKnown)
            Add(setting.Value.Value, owner);
    }

    private void Add(DomainPattern name, object owner)
    {
        Add(name.CoversSubdomains ? _wildcards : _names, name.Domain, owner);
        for (var parent = name.Domain; parent.Length > 0; parent = DomainPattern.Parent(parent))
            Add(_below, parent, owner);
    }

    private static void Add(Dictionary<string, List<object>> index, string key, object owner)
    {
        if (!index.TryGetValue(key, out var owners))
            index.Add(key, owners = []);
        owners.Add(owner);
    }
}

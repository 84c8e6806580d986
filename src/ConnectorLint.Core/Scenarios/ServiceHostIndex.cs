using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>Finds the services that take mail at a host.</summary>
internal sealed class ServiceHostIndex
{
    private readonly Dictionary<string, List<Service>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly AddressIndex<Service> _addresses;

    public ServiceHostIndex(IEnumerable<Service> services)
    {
        var addresses = new List<(AddressRange, Service)>();
        foreach (var service in services)
        {
            foreach (var host in service.SmartHosts.Value ?? Enumerable.Empty<Item<MailHost>>())
            {
                if (!host.IsValid)
                    continue;
                if (host.Value.Address is { } address)
                    addresses.Add((address, service));
                if (!_names.TryGetValue(host.Value.Name, out var owners))
                    _names.Add(host.Value.Name, owners = []);
                owners.Add(service);
            }
        }

        _addresses = new AddressIndex<Service>(addresses);
    }

    /// <summary>The services at a host, by its name or address.</summary>
    public IEnumerable<Service> Of(MailHost host) =>
        host.Address is { } address ? _addresses.Overlapping(address).Select(hit => hit.Owner) : _names.TryGetValue(host.Name, out var services) ? services : [];
}

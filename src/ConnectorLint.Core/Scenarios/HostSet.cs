using ConnectorLint.MailFlow;
using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>Hosts that are declared, to be asked for one by name or address.</summary>
internal sealed class HostSet
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly AddressIndex<MailHost> _addresses;

    public HostSet(IEnumerable<ItemList<MailHost>?> lists)
    {
        var addresses = new List<(AddressRange, MailHost)>();
        foreach (var host in lists.Where(list => list is not null).SelectMany(list => list!).Where(host => host.IsValid))
        {
            _names.Add(host.Value.Name);
            if (host.Value.Address is { } address)
                addresses.Add((address, host.Value));
        }

        _addresses = new AddressIndex<MailHost>(addresses);
    }

    /// <summary>Whether a host is the same as one of them.</summary>
    public bool Has(MailHost host) => _names.Contains(host.Name) || (host.Address is { } address && _addresses.Overlapping(address).Any());
}

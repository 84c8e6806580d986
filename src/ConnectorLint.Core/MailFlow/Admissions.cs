using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>What gets past the lock-downs of a tenant: by a certificate or addresses that a restriction names, or by an OnPremises connector, which is tried first. Source: rules.md 0 ("admitted by a restriction"), matching.md I1 and I4.</summary>
internal sealed class Admissions
{
    private readonly FlowIndex _onPremises;
    private readonly FlowIndex _byCertificate;
    private readonly FlowIndex _byBoth;
    private readonly AddressSet _bothAddresses;
    private readonly bool _asksForBoth;
    private readonly AddressSet _addresses;

    /// <summary>Takes the lock-downs and the OnPremises connectors of a tenant.</summary>
    public Admissions(IReadOnlyList<InboundConnector> lockDowns, FlowIndex onPremises, IEnumerable<InboundConnector> connectors)
    {
        _onPremises = onPremises;
        _byCertificate = Index(lockDowns.Where(IsByCertificate));
        _byBoth = Index(lockDowns.Where(IsByBoth));
        _bothAddresses = new AddressSet(lockDowns.Where(IsByBoth).SelectMany(AddressesOf));
        _asksForBoth = lockDowns.Any(IsByBoth);
        _addresses = new AddressSet(lockDowns.Where(IsByAddress).Concat(connectors.Where(c => c.IsActive && c.IsOnPremises)).SelectMany(AddressesOf));
    }

    /// <summary>What of a source is not let in, a phrase; null when it is let in, or when that can't be said.</summary>
    /// <param name="names">The names on its certificates.</param>
    /// <param name="addresses">The addresses it sends from.</param>
    /// <param name="own">Connectors that are for it.</param>
    public string? Missing(Setting<ItemList<DomainPattern>> names, Setting<ItemList<AddressRange>> addresses, IEnumerable<InboundConnector> own)
    {
        if (names.IsUncertain || names.Value is { HasFaults: true } || addresses.IsUncertain || addresses.Value is { HasFaults: true })
            return null;
        return Missing(names.Value?.ToArray() ?? [], addresses.Value?.ToArray() ?? [], own.ToArray());
    }

    /// <summary>The same for a source with one name and one address.</summary>
    public string? Missing(Setting<Item<DomainPattern>> name, Setting<Item<AddressRange>> address)
    {
        if (name.IsUncertain || address.IsUncertain)
            return null;
        return Missing(name.IsKnown ? [name.Value] : [], address.IsKnown ? [address.Value] : [], []);
    }

    private string? Missing(Item<DomainPattern>[] names, Item<AddressRange>[] addresses, InboundConnector[] own)
    {
        if (names.Any(name => _onPremises.InboundByCertificate(name.Value).Any() || _byCertificate.InboundByCertificate(name.Value).Any())
            || own.Where(IsByCertificate).Any(c => WantsOneOf(c, names)))
        {
            return null;
        }

        var noName = names.Select(name => $"no tlsSenderCertificateName takes its certificate {name.Text}").FirstOrDefault();
        // Where a connector asks for both, a source that does not declare its certificate may have the right one.
        var isOpen = names.Length == 0;
        var ownBoth = own.Where(IsByBoth).ToLookup(c => isOpen || WantsOneOf(c, names));
        var byBoth = names.SelectMany(name => _byBoth.InboundByCertificate(name.Value)).Concat(ownBoth[true]);
        if (addresses.Length == 0)
            return byBoth.Any() || (isOpen && _asksForBoth) ? null : noName;
        var others = new AddressSet(byBoth.Concat(own.Where(IsByAddress)).SelectMany(AddressesOf));
        foreach (var address in addresses)
        {
            if (_addresses.Covers(address.Value, others) || (isOpen && _bothAddresses.Covers(address.Value, others)))
                continue;
            var lacksName = _bothAddresses.Covers(address.Value) || new AddressSet(ownBoth[false].SelectMany(AddressesOf)).Covers(address.Value);
            return lacksName ? noName : $"{address.Text} is in no senderIPAddresses";
        }

        return null;
    }

    private static FlowIndex Index(IEnumerable<InboundConnector> connectors) => new(new TenantModel
    {
        Name = "",
        Topology = null,
        InboundConnectors = connectors.ToArray(),
        OutboundConnectors = [],
        IsInboundComplete = true,
        IsOutboundComplete = true,
        IsTopologyComplete = true,
    });

    private static bool IsByCertificate(InboundConnector c) => c.RestrictDomainsToCertificate.Is(true) && !c.RestrictDomainsToIPAddresses.Is(true);

    private static bool IsByAddress(InboundConnector c) => c.RestrictDomainsToIPAddresses.Is(true) && !c.RestrictDomainsToCertificate.Is(true);

    private static bool IsByBoth(InboundConnector c) => c.RestrictDomainsToIPAddresses.Is(true) && c.RestrictDomainsToCertificate.Is(true);

    private static bool WantsOneOf(InboundConnector connector, Item<DomainPattern>[] presented) =>
        connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } && presented.Any(certificate => CertificateNames.Match(name.Value, certificate.Value));

    private static IEnumerable<AddressRange> AddressesOf(InboundConnector connector) =>
        connector.SenderIPAddresses.Value is { } addresses ? addresses.Where(address => address.IsValid).Select(address => address.Value) : [];
}

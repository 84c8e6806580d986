using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>What gets past the lock-downs of a tenant: by a certificate or addresses that a restriction names, or by an OnPremises connector, which is tried first. Source: rules.md 0 ("admitted by a restriction"), matching.md I1 and I4.</summary>
internal sealed class Admissions
{
    private readonly FlowIndex _onPremises;
    private readonly InboundConnector[] _byCertificate;
    private readonly InboundConnector[] _byBoth;
    private readonly AddressSet _addresses;

    /// <summary>Takes the lock-downs and the OnPremises connectors of a tenant.</summary>
    public Admissions(IReadOnlyList<InboundConnector> lockDowns, FlowIndex onPremises, IEnumerable<InboundConnector> connectors)
    {
        _onPremises = onPremises;
        _byCertificate = lockDowns.Where(c => c.RestrictDomainsToCertificate.Is(true) && !c.RestrictDomainsToIPAddresses.Is(true)).ToArray();
        _byBoth = lockDowns.Where(c => c.RestrictDomainsToCertificate.Is(true) && c.RestrictDomainsToIPAddresses.Is(true)).ToArray();
        _addresses = new AddressSet(lockDowns.Where(c => c.RestrictDomainsToIPAddresses.Is(true) && !c.RestrictDomainsToCertificate.Is(true))
            .Concat(connectors.Where(c => c.IsActive && c.IsOnPremises)).SelectMany(AddressesOf));
    }

    /// <summary>What of a source is not let in, a phrase; null when it is let in, or when that can't be said.</summary>
    /// <param name="names">The names on its certificates.</param>
    /// <param name="addresses">The addresses it sends from.</param>
    /// <param name="own">Connectors that are for it.</param>
    public string? Missing(Setting<ItemList<DomainPattern>> names, Setting<ItemList<AddressRange>> addresses, IEnumerable<InboundConnector> own)
    {
        if (names.IsUncertain || names.Value is { HasFaults: true } || addresses.IsUncertain || addresses.Value is { HasFaults: true })
            return null;
        return Missing(names.Value ?? Enumerable.Empty<Item<DomainPattern>>(), addresses.Value ?? Enumerable.Empty<Item<AddressRange>>(), own.Where(c => c.IsRestricting).ToArray());
    }

    /// <summary>The same for a source with one name and one address.</summary>
    public string? Missing(Setting<Item<DomainPattern>> name, Setting<Item<AddressRange>> address)
    {
        if (name.IsUncertain || address.IsUncertain)
            return null;
        return Missing(name.IsKnown ? [name.Value] : [], address.IsKnown ? [address.Value] : [], []);
    }

    private string? Missing(IEnumerable<Item<DomainPattern>> names, IEnumerable<Item<AddressRange>> addresses, InboundConnector[] own)
    {
        foreach (var name in names)
        {
            if (_byCertificate.Any(c => Wants(c, name.Value)) || own.Any(c => Wants(c, name.Value)) || _onPremises.InboundByCertificate(name.Value).Any()
                || _byBoth.Any(c => Wants(c, name.Value) && addresses.All(address => new AddressSet(AddressesOf(c)).Covers(address.Value))))
            {
                return null;
            }
        }

        var ownAddresses = own.Length == 0 ? null : new AddressSet(own.SelectMany(AddressesOf));
        var any = false;
        foreach (var address in addresses)
        {
            any = true;
            if (!_addresses.Covers(address.Value) && ownAddresses?.Covers(address.Value) != true)
                return $"{address.Text} is in no senderIPAddresses";
        }

        return any ? null : names.Select(name => $"no tlsSenderCertificateName takes its certificate {name.Text}").FirstOrDefault();
    }

    private static bool Wants(InboundConnector connector, DomainPattern presented) =>
        connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } && CertificateNames.Match(name.Value, presented);

    private static IEnumerable<AddressRange> AddressesOf(InboundConnector connector) =>
        connector.SenderIPAddresses.Value is { } addresses ? addresses.Where(address => address.IsValid).Select(address => address.Value) : [];
}

using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>What inbound and outbound connectors have in common.</summary>
public interface IConnector
{
    /// <summary>Which list it stands in.</summary>
    Direction Direction { get; }

    /// <summary>The name as messages print it; "#2" for the second of a list when it has none.</summary>
    string Name { get; }

    /// <summary>Where findings about the whole connector stand: its name, else its first property, else its whole entry.</summary>
    SourceSpan NameSpan { get; }

    /// <summary>What was given.</summary>
    PropertyStore Store { get; }

    /// <summary>Its name in fingerprints and fixes: "inbound:From our servers".</summary>
    string Owner { get; }

    /// <summary>The type as given.</summary>
    Setting<ConnectorType> ConnectorType { get; }

    /// <summary>What made it.</summary>
    Setting<ConnectorSource> ConnectorSource { get; }

    /// <summary>Whether it is certainly on. Source: rules.md 0 ("active").</summary>
    bool IsActive { get; }

    /// <summary>Whether it may be on: not certainly off.</summary>
    bool CanBeActive { get; }
}

/// <summary>An inbound connector: mail that comes to Microsoft 365. Source: connectors.md 3.</summary>
/// <param name="store">What was given.</param>
/// <param name="index">Its place in its list, from 1; part of the name where there is none.</param>
public sealed class InboundConnector(PropertyStore store, int index) : IConnector
{
    /// <inheritdoc/>
    public Direction Direction => Direction.Inbound;

    /// <inheritdoc/>
    public PropertyStore Store { get; } = store;

    /// <summary>Its place in its list, from 1.</summary>
    public int Index { get; } = index;

    /// <inheritdoc/>
    public string Name { get; } = ConnectorNames.Of(store, InboundProperties.Name, InboundProperties.Identity, index);

    /// <inheritdoc/>
    public SourceSpan NameSpan => ConnectorNames.SpanOf(Store, InboundProperties.Name, InboundProperties.Identity);

    /// <inheritdoc/>
    public string Owner => "inbound:" + Name;

    /// <inheritdoc/>
    public Setting<ConnectorType> ConnectorType => Store.Get(InboundProperties.ConnectorType);

    /// <summary>The type, or Partner where none is given (the inferred default); null when it is not known. Source: rules.md 0.</summary>
    public ConnectorType? EffectiveType { get; } = ConnectorTypes.Effective(store.Get(InboundProperties.ConnectorType));

    /// <inheritdoc/>
    public Setting<ConnectorSource> ConnectorSource => Store.Get(InboundProperties.ConnectorSource);

    /// <summary>Whether it is on.</summary>
    public Setting<bool> Enabled => Store.Get(InboundProperties.Enabled);

    /// <summary>The sender domains it is for.</summary>
    public Setting<ItemList<DomainPattern>> SenderDomains => Store.Get(InboundProperties.SenderDomains);

    /// <summary>The addresses mail comes from.</summary>
    public Setting<ItemList<AddressRange>> SenderIPAddresses => Store.Get(InboundProperties.SenderIPAddresses);

    /// <summary>The name on the sender's certificate.</summary>
    public Setting<Item<DomainPattern>> TlsSenderCertificateName => Store.Get(InboundProperties.TlsSenderCertificateName);

    /// <summary>Whether mail without TLS is refused.</summary>
    public Setting<bool> RequireTls => Store.Get(InboundProperties.RequireTls);

    /// <summary>Whether mail without the certificate is refused.</summary>
    public Setting<bool> RestrictDomainsToCertificate => Store.Get(InboundProperties.RestrictDomainsToCertificate);

    /// <summary>Whether mail from other addresses is refused.</summary>
    public Setting<bool> RestrictDomainsToIPAddresses => Store.Get(InboundProperties.RestrictDomainsToIPAddresses);

    /// <summary>The accepted domains it is limited to.</summary>
    public Setting<ItemList<DomainPattern>> AssociatedAcceptedDomains => Store.Get(InboundProperties.AssociatedAcceptedDomains);

    /// <summary>Whether hybrid's headers are kept.</summary>
    public Setting<bool> CloudServicesMailEnabled => Store.Get(InboundProperties.CloudServicesMailEnabled);

    /// <summary>Whether mail counts as internal.</summary>
    public Setting<bool> TreatMessagesAsInternal => Store.Get(InboundProperties.TreatMessagesAsInternal);

    /// <summary>Other tenants that are trusted.</summary>
    public Setting<ItemList<string>> TrustedOrganizations => Store.Get(InboundProperties.TrustedOrganizations);

    /// <summary>Enhanced Filtering: the last hop is skipped.</summary>
    public Setting<bool> EFSkipLastIP => Store.Get(InboundProperties.EFSkipLastIP);

    /// <summary>Enhanced Filtering: addresses that are skipped.</summary>
    public Setting<ItemList<AddressRange>> EFSkipIPs => Store.Get(InboundProperties.EFSkipIPs);

    /// <summary>Enhanced Filtering: for these recipients only.</summary>
    public Setting<ItemList<string>> EFUsers => Store.Get(InboundProperties.EFUsers);

    /// <summary>Enhanced Filtering: reserved.</summary>
    public Setting<bool> EFTestMode => Store.Get(InboundProperties.EFTestMode);

    /// <inheritdoc/>
    public bool IsActive { get; } = store.Get(InboundProperties.Enabled) is var enabled && (enabled.IsAbsent || enabled.Is(true));

    /// <inheritdoc/>
    public bool CanBeActive => !Enabled.Is(false);

    /// <summary>Whether it is certainly OnPremises.</summary>
    public bool IsOnPremises => EffectiveType == Model.ConnectorType.OnPremises;

    /// <summary>Whether it is certainly Partner, declared or by default.</summary>
    public bool IsPartner => EffectiveType == Model.ConnectorType.Partner;

    /// <summary>Whether it may be OnPremises.</summary>
    public bool CanBeOnPremises => EffectiveType is null or Model.ConnectorType.OnPremises;

    /// <summary>Whether it may be Partner.</summary>
    public bool CanBePartner => EffectiveType is null or Model.ConnectorType.Partner;

    /// <summary>Partner with one of the two restrictions. Source: rules.md 0 ("restricting").</summary>
    public bool IsRestricting => IsPartner && (RestrictDomainsToIPAddresses.Is(true) || RestrictDomainsToCertificate.Is(true));

    /// <summary>A restricting connector for all senders. Source: rules.md 0 ("lock-down").</summary>
    public bool IsLockDown => IsRestricting && HasSenderDomain(pattern => pattern.IsAny);

    /// <summary>Whether Enhanced Filtering is on; null when that is not known. Source: rules.md 0 ("EF on").</summary>
    public bool? IsEnhancedFilteringOn
    {
        get
        {
            if (EFTestMode.Is(true))
                return false;
            if (EFSkipLastIP.Is(true) || EFSkipIPs.IsKnown)
                return EFTestMode.IsUncertain ? null : true;
            return EFSkipLastIP.IsUncertain || EFSkipIPs.IsUncertain ? null : false;
        }
    }

    /// <summary>What switches Enhanced Filtering on where it is: efSkipLastIP when true, else the list, which it puts out of force; with the place to underline.</summary>
    public (Property Property, SourceSpan Span) EnhancedFilteringSwitch =>
        EFSkipLastIP.Is(true) ? (EFSkipLastIP.Property, EFSkipLastIP.PairSpan) : (InboundProperties.EFSkipIPs, EFSkipIPs.HeadSpan);

    /// <summary>Whether some valid sender domain is as asked.</summary>
    public bool HasSenderDomain(Func<DomainPattern, bool> condition)
    {
        if (SenderDomains.Value is not { } domains)
            return false;
        foreach (var domain in domains)
        {
            if (domain.IsValid && condition(domain.Value))
                return true;
        }

        return false;
    }

    /// <summary>Whether the sender domains take a domain; null when that is not known.</summary>
    public bool? Covers(string senderDomain)
    {
        if (HasSenderDomain(pattern => pattern.Matches(senderDomain)))
            return true;
        return SenderDomains.IsUncertain || SenderDomains.Value is { HasFaults: true } ? null : false;
    }
}

using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>An outbound connector: mail that leaves Microsoft 365. Source: connectors.md 4.</summary>
/// <param name="store">What was given.</param>
/// <param name="index">Its place in its list, from 1; part of the name where there is none.</param>
public sealed class OutboundConnector(PropertyStore store, int index) : IConnector
{
    /// <inheritdoc/>
    public Direction Direction => Direction.Outbound;

    /// <inheritdoc/>
    public PropertyStore Store { get; } = store;

    /// <summary>Its place in its list, from 1.</summary>
    public int Index { get; } = index;

    /// <inheritdoc/>
    public string Name { get; } = ConnectorNames.Of(store, OutboundProperties.Name, OutboundProperties.Identity, index);

    /// <inheritdoc/>
    public SourceSpan NameSpan => ConnectorNames.SpanOf(Store, OutboundProperties.Name, OutboundProperties.Identity);

    /// <inheritdoc/>
    public string Owner => "outbound:" + Name;

    /// <inheritdoc/>
    public Setting<ConnectorType> ConnectorType => Store.Get(OutboundProperties.ConnectorType);

    /// <summary>The type, or Partner where none is given (the inferred default); null when it is not known. Source: rules.md 0.</summary>
    public ConnectorType? EffectiveType { get; } = ConnectorTypes.Effective(store.Get(OutboundProperties.ConnectorType));

    /// <inheritdoc/>
    public Setting<ConnectorSource> ConnectorSource => Store.Get(OutboundProperties.ConnectorSource);

    /// <summary>Whether it is on.</summary>
    public Setting<bool> Enabled => Store.Get(OutboundProperties.Enabled);

    /// <summary>Whether it is only tried out.</summary>
    public Setting<bool> TestMode => Store.Get(OutboundProperties.TestMode);

    /// <summary>The recipient domains whose mail takes it.</summary>
    public Setting<ItemList<DomainPattern>> RecipientDomains => Store.Get(OutboundProperties.RecipientDomains);

    /// <summary>Whether all accepted domains are meant.</summary>
    public Setting<bool> AllAcceptedDomains => Store.Get(OutboundProperties.AllAcceptedDomains);

    /// <summary>Whether only transport rules use it.</summary>
    public Setting<bool> IsTransportRuleScoped => Store.Get(OutboundProperties.IsTransportRuleScoped);

    /// <summary>Whether mail follows MX.</summary>
    public Setting<bool> UseMXRecord => Store.Get(OutboundProperties.UseMXRecord);

    /// <summary>Where mail is handed to.</summary>
    public Setting<ItemList<MailHost>> SmartHosts => Store.Get(OutboundProperties.SmartHosts);

    /// <summary>How TLS is used.</summary>
    public Setting<TlsSettings> TlsSettings => Store.Get(OutboundProperties.TlsSettings);

    /// <summary>The name on the receiver's certificate.</summary>
    public Setting<Item<DomainPattern>> TlsDomain => Store.Get(OutboundProperties.TlsDomain);

    /// <summary>Whether all mail goes through your own servers.</summary>
    public Setting<bool> RouteAllMessagesViaOnPremises => Store.Get(OutboundProperties.RouteAllMessagesViaOnPremises);

    /// <summary>Whether hybrid's headers are kept.</summary>
    public Setting<bool> CloudServicesMailEnabled => Store.Get(OutboundProperties.CloudServicesMailEnabled);

    /// <summary>Whether forwarded mail is rewritten.</summary>
    public Setting<bool> SenderRewritingEnabled => Store.Get(OutboundProperties.SenderRewritingEnabled);

    /// <summary>How DANE is used.</summary>
    public Setting<SmtpDaneMode> SmtpDaneMode => Store.Get(OutboundProperties.SmtpDaneMode);

    /// <summary>How MTA-STS is used.</summary>
    public Setting<MtaStsMode> MtaStsMode => Store.Get(OutboundProperties.MtaStsMode);

    /// <inheritdoc/>
    public bool IsActive { get; } = store.Get(OutboundProperties.Enabled) is var enabled && (enabled.IsAbsent || enabled.Is(true)) && store.Get(OutboundProperties.TestMode) is var test && (test.IsAbsent || test.Is(false));

    /// <inheritdoc/>
    public bool CanBeActive => !Enabled.Is(false) && !TestMode.Is(true);

    /// <summary>Whether it is certainly OnPremises.</summary>
    public bool IsOnPremises => EffectiveType == Model.ConnectorType.OnPremises;

    /// <summary>Whether it is certainly Partner, declared or by default.</summary>
    public bool IsPartner => EffectiveType == Model.ConnectorType.Partner;

    /// <summary>Whether it may be OnPremises.</summary>
    public bool CanBeOnPremises => EffectiveType is null or Model.ConnectorType.OnPremises;

    /// <summary>Active and certainly not limited to transport rules. Source: rules.md 0 ("general").</summary>
    public bool IsGeneral => IsActive && (IsTransportRuleScoped.IsAbsent || IsTransportRuleScoped.Is(false));

    /// <summary>Whether it may be general.</summary>
    public bool CanBeGeneral => CanBeActive && !IsTransportRuleScoped.Is(true);

    /// <summary>Whether mail follows MX: as given, else true; null when that is not known. Source: NEW-OUT.</summary>
    public bool? EffectiveUseMXRecord => UseMXRecord.IsAbsent ? true : UseMXRecord.IsKnown ? UseMXRecord.Value : null;

    /// <summary>Whether some valid recipient domain is as asked.</summary>
    public bool HasRecipientDomain(Func<DomainPattern, bool> condition)
    {
        if (RecipientDomains.Value is not { } domains)
            return false;
        foreach (var domain in domains)
        {
            if (domain.IsValid && condition(domain.Value))
                return true;
        }

        return false;
    }

    /// <summary>Whether it hands mail to one of some hosts.</summary>
    public bool HasSmartHost(ItemList<MailHost>? hosts)
    {
        if (hosts is null || SmartHosts.Value is not { } mine)
            return false;
        foreach (var host in mine)
        {
            foreach (var other in hosts)
            {
                if (host.IsValid && other.IsValid && host.Value.SameAs(other.Value))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether it may hand mail to one of some hosts: it does, or its hosts are not known.</summary>
    public bool CanHaveSmartHost(ItemList<MailHost>? hosts) =>
        HasSmartHost(hosts) || SmartHosts.IsUncertain || SmartHosts.Value is { HasFaults: true };
}

using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>A transport rule.</summary>
public sealed class TransportRule
{
    private TransportRule(PropertyStore store, string name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan => Store.Find(TransportRuleProperties.Name).Span;

    /// <summary>Its name in fingerprints.</summary>
    public string Owner => "topology/transportRules/" + Name;

    /// <summary>Whether it is on.</summary>
    public Setting<bool> Enabled => Store.Get(TransportRuleProperties.Enabled);

    /// <summary>The connector it routes to.</summary>
    public Setting<Item<string>> RouteMessageOutboundConnector => Store.Get(TransportRuleProperties.RouteMessageOutboundConnector);

    /// <summary>Whether it forces TLS.</summary>
    public Setting<bool> RouteMessageOutboundRequireTls => Store.Get(TransportRuleProperties.RouteMessageOutboundRequireTls);

    /// <summary>The spam level it sets.</summary>
    public Setting<int> SetScl => Store.Get(TransportRuleProperties.SetScl);

    /// <summary>Condition: recipient domains.</summary>
    public Setting<ItemList<string>> RecipientDomainIs => Store.Get(TransportRuleProperties.RecipientDomainIs);

    /// <summary>Condition: the sender's address.</summary>
    public Setting<ItemList<AddressRange>> SenderIPRanges => Store.Get(TransportRuleProperties.SenderIPRanges);

    /// <summary>Whether it may be on: not certainly off.</summary>
    public bool CanBeActive => !Enabled.Is(false);

    /// <summary>Whether it has a condition other than recipientDomainIs, fromScope, sentToScope and senderIpRanges.</summary>
    public bool HasOtherCondition
    {
        get
        {
            foreach (var slot in Store.Slots)
            {
                if (TransportRuleProperties.IsOtherCondition(slot.Property!))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether it takes all mail to some domains, or to every one: on, with no condition but recipientDomainIs, fromScope and sentToScope. Source: rules.md 0.</summary>
    public bool TakesDomains => CanBeActive && !HasOtherCondition && SenderIPRanges.IsAbsent;

    internal static TransportRule? TryMake(PropertyStore store) =>
        store.Get(TransportRuleProperties.Name) is { IsKnown: true } name ? new TransportRule(store, name.Value.Text) : null;
}

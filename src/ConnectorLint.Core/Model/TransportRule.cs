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

    /// <summary>Whether the sender is to be inside or outside.</summary>
    public Setting<Item<string>> FromScope => Store.Get(TransportRuleProperties.FromScope);

    /// <summary>Whether the recipient is to be inside or outside.</summary>
    public Setting<Item<string>> SentToScope => Store.Get(TransportRuleProperties.SentToScope);

    /// <summary>Exception: recipient domains.</summary>
    public Setting<ItemList<string>> ExceptIfRecipientDomainIs => Store.Get(TransportRuleProperties.ExceptIfRecipientDomainIs);

    /// <summary>Whether later rules are left out for a message that it took.</summary>
    public Setting<bool> StopRuleProcessing => Store.Get(TransportRuleProperties.StopRuleProcessing);

    /// <summary>When it runs among the others.</summary>
    public Setting<int> Priority => Store.Get(TransportRuleProperties.Priority);

    /// <summary>Whether it is certainly on. Source: rules.md 0.</summary>
    public bool IsActive => Enabled.IsAbsent || Enabled.Is(true);

    /// <summary>Whether it only takes mail from senders inside.</summary>
    public bool IsForInsideSenders => FromScope is { IsKnown: true, Value.Text: var scope } && string.Equals(scope, "InOrganization", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether some condition or exception that it states, by the name of the property, is as asked.</summary>
    public bool States(Func<string, bool> isMeant)
    {
        foreach (var slot in Store.SlotsInOrder)
        {
            if (slot.State != SettingState.Absent && isMeant(slot.Property!.Name))
                return true;
        }

        return false;
    }

    /// <summary>Whether it may be on: not certainly off.</summary>
    public bool CanBeActive => !Enabled.Is(false);

    /// <summary>Whether it has a condition other than recipientDomainIs, fromScope, sentToScope and senderIpRanges.</summary>
    public bool HasOtherCondition
    {
        get
        {
            foreach (var slot in Store.SlotsInOrder)
            {
                if (TransportRuleProperties.IsOtherCondition(slot.Property!))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether it has an exception other than exceptIfRecipientDomainIs.</summary>
    public bool HasOtherException
    {
        get
        {
            foreach (var slot in Store.SlotsInOrder)
            {
                if (TransportRuleProperties.IsException(slot.Property!) && !ReferenceEquals(slot.Property, TransportRuleProperties.ExceptIfRecipientDomainIs))
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

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Rules.Needs;

namespace ConnectorLint.Rules.Relations;

internal sealed class DuplicateConnector : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3001", "duplicate-connector", Severity.Warning)
    {
        Summary = "Two connectors of one direction and type are for the same mail and do the same with it.",
        Why = "Which of them takes a message is not defined; duplicates can cause errors and lost mail.",
        Help = "Remove one of them.",
        Source = "PARTNER, VALIDATE",
        HasSafeFix = true,
        Bad = """
            inboundConnectors:
              - {name: Bank 1, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
              - {name: Bank 2, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
            """,
        Good = """
            inboundConnectors:
              - {name: Bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
            """,
    };

    public void Check(RuleContext context)
    {
        foreach (var group in context.Duplicates.Groups)
        {
            var first = group[0];
            var others = group.Skip(1).ToArray();
            // Equal names are CL0005's to tell.
            if (others.All(other => string.Equals(other.Name, first.Name, StringComparison.OrdinalIgnoreCase)))
                continue;
            // Of two that are deployed under conditions, only one may be there.
            if (group.Any(connector => ManualConnectorBesideHybrid.Concerns(connector, context) || connector.Store.IsConditional))
                continue;
            var last = others[others.Length - 1];
            var rest = group.Take(group.Count - 1).ToArray();
            context.Report(
                last, last.NameSpan,
                $"'{last.Name}': duplicates {Wording.Names(rest)} (same {Same(last)}); duplicates can cause errors and lost mail",
                related: rest.Take(5).Select(other => new RelatedSpan(other.NameSpan, "the same again")).ToArray(),
                fixes: group.Count == 2 && AreEqual(first.Store, last.Store) && !IsNamedElsewhere(last, first, context)
                    ? [new Fix($"Remove '{last.Name}'", true, new FixIntent(FixKind.RemoveConnector, last.Owner))] : null);
        }
    }

    private static string Same(IConnector connector)
    {
        var given = (connector is InboundConnector inbound ? Identity(inbound) : Scope((OutboundConnector)connector)).Where(property => property.IsGiven).Select(property => property.Name).ToArray();
        return given.Length == 0 ? "settings" : string.Join(", ", given);
    }

    private static (string Name, bool IsGiven)[] Identity(InboundConnector connector) =>
    [
        ("senderDomains", connector.SenderDomains.IsKnown), ("senderIPAddresses", connector.SenderIPAddresses.IsKnown), ("tlsSenderCertificateName", connector.TlsSenderCertificateName.IsKnown),
        ("associatedAcceptedDomains", connector.AssociatedAcceptedDomains.IsKnown), ("trustedOrganizations", connector.TrustedOrganizations.IsKnown),
    ];

    private static (string Name, bool IsGiven)[] Scope(OutboundConnector connector) =>
    [
        ("recipientDomains", connector.RecipientDomains.IsKnown), ("allAcceptedDomains", connector.AllAcceptedDomains.Is(true)), ("smartHosts", connector.SmartHosts.IsKnown),
        ("MX routing", connector.EffectiveUseMXRecord == true),
    ];

    // A fix finds the connector by its name, and so does a transport rule.
    private static bool IsNamedElsewhere(IConnector connector, IConnector other, RuleContext context) =>
        string.Equals(connector.Name, other.Name, StringComparison.OrdinalIgnoreCase)
        || (connector is OutboundConnector outbound && context.Needs.Scenarios is { } scenarios && scenarios.IsRoutedTo(outbound));

    // Then nothing is lost with one of them but its name and comment.
    private static bool AreEqual(PropertyStore a, PropertyStore b) => IsKnown(a) && IsKnown(b) && Settings(a).SetEquals(Settings(b));

    private static bool IsKnown(PropertyStore store) => store.Slots.All(slot => !IsCompared(slot) || slot.State == SettingState.Known);

    private static HashSet<string> Settings(PropertyStore store) =>
        new(store.Slots.Where(IsCompared).Select(slot => $"{slot.Property!.Name}={ValueText.Of(slot.Value)}"), StringComparer.OrdinalIgnoreCase);

    private static bool IsCompared(Slot slot) => slot.Property!.Name is not ("name" or "identity" or "comment");
}

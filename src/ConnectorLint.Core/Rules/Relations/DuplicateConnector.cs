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
            if (group.Any(connector => ManualConnectorBesideHybrid.Concerns(connector, context)))
                continue;
            var last = others[others.Length - 1];
            var rest = group.Take(group.Count - 1).ToArray();
            context.Report(
                last, last.NameSpan,
                $"'{last.Name}': duplicates {Wording.Names(rest)} (same {Same(last)}); duplicates can cause errors and lost mail",
                related: rest.Take(5).Select(other => new RelatedSpan(other.NameSpan, "the same again")).ToArray(),
                fixes: group.Count == 2 && AreEqual(first.Store, last.Store)
                    ? [new Fix($"Remove '{last.Name}'", true, new FixIntent(FixKind.RemoveConnector, last.Owner))] : null);
        }
    }

    private static string Same(IConnector connector)
    {
        var properties = connector is InboundConnector inbound
            ? new[]
            {
                ("senderDomains", inbound.SenderDomains.IsKnown), ("senderIPAddresses", inbound.SenderIPAddresses.IsKnown), ("tlsSenderCertificateName", inbound.TlsSenderCertificateName.IsKnown),
                ("associatedAcceptedDomains", inbound.AssociatedAcceptedDomains.IsKnown), ("trustedOrganizations", inbound.TrustedOrganizations.IsKnown),
            }
            : connector is OutboundConnector outbound
            ? [("recipientDomains", outbound.RecipientDomains.IsKnown), ("allAcceptedDomains", outbound.AllAcceptedDomains.Is(true)), ("smartHosts", outbound.SmartHosts.IsKnown), ("MX routing", outbound.EffectiveUseMXRecord == true)]
            : [];
        var given = properties.Where(property => property.Item2).Select(property => property.Item1).ToArray();
        return given.Length == 0 ? "settings" : string.Join(", ", given);
    }

    // Then nothing is lost with one of them but its name and comment.
    private static bool AreEqual(PropertyStore a, PropertyStore b)
    {
        var mine = Settings(a);
        return mine.Count == a.Slots.Count(IsCompared) && mine.SetEquals(Settings(b));
    }

    private static HashSet<string> Settings(PropertyStore store) =>
        new(store.Slots.Where(slot => IsCompared(slot) && slot.State == SettingState.Known).Select(slot => $"{slot.Property!.Name}={ValueText.Of(slot.Value)}"), StringComparer.OrdinalIgnoreCase);

    private static bool IsCompared(Slot slot) => slot.Property!.Name is not ("name" or "identity" or "comment");
}

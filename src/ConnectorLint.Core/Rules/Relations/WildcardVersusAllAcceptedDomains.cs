using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Relations;

internal sealed class WildcardVersusAllAcceptedDomains : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3006", "wildcard-versus-all-accepted-domains", Severity.Warning)
    {
        Summary = "A wildcard on one connector and allAcceptedDomains on another cover the same accepted domain, and the two route differently.",
        Why = "The documentation contradicts itself on which of them takes the mail (its own example: the wildcard).",
        Help = "List the domain exactly on the connector that you mean.",
        Source = "ROUTE",
        Confidence = "documented, and contradicted by another page: its list and its example disagree",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com}, {name: sales.contoso.com}]}
            outboundConnectors:
              - {name: All, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com]}
              - {name: Subs, connectorType: OnPremises, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [b.contoso.com]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com}, {name: sales.contoso.com}]}
            outboundConnectors:
              - {name: All, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com]}
              - {name: Subs, connectorType: OnPremises, recipientDomains: [contoso.com, sales.contoso.com], useMXRecord: false, smartHosts: [b.contoso.com]}
            """,
    };

    public void Check(RuleContext context)
    {
        var all = context.Flow.ForAllAcceptedDomains;
        if (all.Count == 0 || context.Topology is not { } topology)
            return;
        var byWildcard = new Dictionary<string, AcceptedDomain?>(StringComparer.OrdinalIgnoreCase);
        foreach (var domain in topology.AcceptedDomains)
        {
            // The first that nobody lists exactly stands for the others below a wildcard.
            if (context.Flow.OutboundByExactDomain(domain.Name).Count > 0)
                continue;
            for (var parent = domain.Name; parent.Length > 0; parent = DomainPattern.Parent(parent))
            {
                if (!byWildcard.ContainsKey(parent))
                    byWildcard.Add(parent, domain);
            }
        }

        foreach (var other in context.Tenant.OutboundConnectors)
        {
            if (!other.IsGeneral || other.RecipientDomains.Value is not { } patterns || all.Take(2).FirstOrDefault(c => !ReferenceEquals(c, other)) is not { } connector || !Differ(connector, other))
                continue;
            foreach (var pattern in patterns)
            {
                if (pattern is { IsValid: true, Value.CoversSubdomains: true } && byWildcard.TryGetValue(pattern.Value.Domain, out var domain))
                    Report(connector, other, pattern, domain!, context);
            }
        }
    }

    private static void Report(OutboundConnector connector, OutboundConnector other, Item<DomainPattern> pattern, AcceptedDomain domain, RuleContext context) => context.Report(
        connector, connector.AllAcceptedDomains.PairSpan,
        $"'{connector.Name}': both its allAcceptedDomains and recipientDomains '{pattern.Text}' of '{other.Name}' cover {domain.Name}; the documentation contradicts itself on which takes its mail (its example: the wildcard)",
        OutboundProperties.AllAcceptedDomains, pattern.Value.ToString(),
        related: [new RelatedSpan(pattern.Span, "the wildcard"), new RelatedSpan(domain.NameSpan, "the domain that both cover")]);

    private static bool Differ(OutboundConnector a, OutboundConnector b) =>
        (a.EffectiveUseMXRecord is { } mine && b.EffectiveUseMXRecord is { } its && mine != its)
        || (IsKnown(a.SmartHosts) && IsKnown(b.SmartHosts) && !Hosts(a).SetEquals(Hosts(b)))
        || (!a.TlsSettings.IsUncertain && !b.TlsSettings.IsUncertain && (a.TlsSettings.IsKnown != b.TlsSettings.IsKnown || (a.TlsSettings.IsKnown && a.TlsSettings.Value != b.TlsSettings.Value)))
        || (a.TlsDomain.IsKnown && b.TlsDomain.IsKnown && a.TlsDomain.Value.Value != b.TlsDomain.Value.Value);

    private static bool IsKnown(Setting<ItemList<MailHost>> hosts) => hosts.IsAbsent || hosts.Value is { HasFaults: false };

    private static HashSet<string> Hosts(OutboundConnector connector) => new((connector.SmartHosts.Value ?? Enumerable.Empty<Item<MailHost>>()).Select(host => host.Value.Name), StringComparer.OrdinalIgnoreCase);
}

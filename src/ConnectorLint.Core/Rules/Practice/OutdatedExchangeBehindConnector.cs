using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Practice;

internal sealed class OutdatedExchangeBehindConnector : ITenantRule
{
    public RuleInfo Info { get; } = new("CL4015", "outdated-exchange-behind-connector", Severity.Warning)
    {
        Summary = "Your Exchange servers are of a version whose mail is throttled and then blocked.",
        Why = "What they send over an OnPremises connector is delayed (450 4.7.230) and then refused (550 5.7.230).",
        Help = "Upgrade the servers; enforcement can be paused for at most 90 days a year.",
        Source = "VULN",
        Confidence = "documented; which versions when: secondary source",
        Bad = """
            topology: {mailboxes: both, hybrid: none, onPremises: {server: exchange2007OrEarlier}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """,
        Good = """
            topology: {mailboxes: both, hybrid: none, onPremises: {server: exchange2010OrLater, version: subscriptionEdition}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || OutdatedVersion(topology.OnPremises) is not { } outdated)
            return;
        var connector = context.Tenant.InboundConnectors.FirstOrDefault(c => c.IsActive && c.IsOnPremises && !context.Needs.Scenarios!.ServesOnlyOthers(c));
        if (connector is null)
            return;
        context.Report(
            "topology/onPremises", outdated.Span,
            $"'{connector.Name}': mail from {outdated.Name} over this OnPremises connector is throttled (450 4.7.230) and then blocked (550 5.7.230)",
            outdated.Property,
            related: [new RelatedSpan(connector.NameSpan, "the connector")]);
    }

    private static (string Name, string Property, SourceSpan Span)? OutdatedVersion(OnPremisesServers servers)
    {
        if (servers.Version.IsKnown)
        {
            return servers.Version.Value switch
            {
                ServerVersion.Exchange2010 => ("Exchange 2010", "version", servers.Version.Span),
                ServerVersion.Exchange2013 => ("Exchange 2013", "version", servers.Version.Span),
                _ => null,
            };
        }

        return servers.Server.Is(ServerKind.Exchange2007OrEarlier) ? ("Exchange 2007 or earlier", "server", servers.Server.Span) : null;
    }
}

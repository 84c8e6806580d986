using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Needs;

internal sealed class UndeclaredDestination : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL1028", "undeclared-destination", Severity.Warning)
    {
        Summary = "An outbound connector hands mail to a host that nothing declared has, or takes mail for a domain that is neither accepted nor a partner's to your own servers.",
        Why = "Mail leaves for a server that nobody knows of, or takes a way that nobody declared; an unknown connector or a changed host is how a compromise shows.",
        Help = "Declare whose host it is (onPremises.smtpHosts, a service's smartHosts), or correct it.",
        Source = "COMPROMISED",
        Confidence = "documented symptom; the rule is inferred",
        Bad = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.c0ntoso.example], tlsSettings: DomainValidation, tlsDomain: mail.c0ntoso.example}
            """,
        Good = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsGeneral || context.Topology is not { } topology || !context.Tenant.IsTopologyComplete || context.IsToGo(connector))
            return;
        if (connector.EffectiveUseMXRecord == false && connector.SmartHosts.Value is { } hosts && IsJudged(connector, topology))
            CheckHosts(connector, hosts, context);
        if (connector.IsOnPremises && context.Flow.KnowsAcceptedDomains && connector.RecipientDomains.Value is { } domains)
            CheckDomains(connector, domains, context);
    }

    private static void CheckHosts(OutboundConnector connector, ItemList<MailHost> hosts, RuleContext context)
    {
        var scenarios = context.Needs.Scenarios!;
        foreach (var host in hosts)
        {
            if (!host.IsValid || context.Flow.IsOwnServiceHost(host.Value) || scenarios.IsDeclaredHost(host.Value) || host.Value.Address is { IsPrivate: true })
                continue;
            context.Report(
                connector, host.Span,
                $"'{connector.Name}': smartHosts '{host.Text}' belongs to nothing that is declared; {What(connector)} goes to whoever answers there",
                OutboundProperties.SmartHosts, host.Value.Name);
        }
    }

    private static void CheckDomains(OutboundConnector connector, ItemList<DomainPattern> domains, RuleContext context)
    {
        var scenarios = context.Needs.Scenarios!;
        if (scenarios.ServicesBehind(connector).Any())
            return;
        foreach (var domain in domains)
        {
            if (!domain.IsValid || context.Flow.TouchesAcceptedDomain(domain.Value) || AcceptedDomain.IsInitialDomain(domain.Value.Domain) || scenarios.PartnersWith(domain.Value.Domain).Any())
                continue;
            context.Report(
                connector, domain.Span,
                $"'{connector.Name}': recipientDomains '{domain.Text}' is neither an accepted domain nor a partner's; mail to it goes to your own servers, though nothing declared is there",
                OutboundProperties.RecipientDomains, domain.Value.ToString(),
                help: "Correct the domain, declare it under acceptedDomains or partners, or take it out.");
        }
    }

    // Your own servers' where their hosts are declared; a partner's own host only where all mail to the internet takes it.
    private static bool IsJudged(OutboundConnector connector, Topology topology) => connector.IsOnPremises
        ? topology.OnPremises.SmtpHosts is { IsKnown: true, Value: { Count: > 0, HasFaults: false } }
        : connector.IsPartner && connector.HasRecipientDomain(domain => domain.IsAny);

    private static string What(OutboundConnector connector) =>
        connector.HasRecipientDomain(domain => domain.IsAny) ? "all mail to the internet" : "mail to your own servers";
}

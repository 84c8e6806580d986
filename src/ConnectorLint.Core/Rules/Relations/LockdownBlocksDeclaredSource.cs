using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Relations;

internal sealed class LockdownBlocksDeclaredSource : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3013", "lockdown-blocks-declared-source", Severity.Error)
    {
        Summary = "A lock-down (a Partner connector for all senders with a restriction) keeps out a source that the topology declares.",
        Why = "All its mail is refused with 550 5.7.51.",
        Help = "Add the source's addresses or certificate to the restriction, or give it a restricted Partner connector of its own; where a domain's MX is Exchange Online, drop the lock-down.",
        Source = "PARTNER, 3P, NEW-IN",
        Confidence = "documented effect",
        Bad = """
            topology: {services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24", "192.0.2.0/24"]}]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
        Good = """
            topology: {services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24", "192.0.2.0/24"]}]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24", "192.0.2.0/24"], efSkipLastIP: true}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || context.Needs.Scenarios is not { } scenarios || !context.Tenant.IsInboundComplete || context.Flow.UncertainInbound.Count > 0)
            return;
        var lockDowns = context.Flow.LockDowns.Where(c => c.AssociatedAcceptedDomains.IsAbsent).ToArray();
        if (lockDowns.Length == 0)
            return;
        var admissions = new Admissions(lockDowns, context.OnPremisesFlow, context.Tenant.InboundConnectors);
        var connector = lockDowns[0];
        foreach (var service in topology.Services)
        {
            if (!service.Role.Is(ServiceRole.InboundFilter) && !service.Role.Is(ServiceRole.InboundNonFiltering))
                continue;
            if (admissions.Missing(service.CertificateNames, service.IPs, scenarios.ConnectorsOf(service)) is { } missing)
                Report(connector, $"service '{service.Name}'", missing, service.Owner, service.NameSpan, context);
        }

        var own = topology.OnPremises;
        if (admissions.Missing(own.CertificateNames, own.PublicIPs, []) is { } ownMissing)
            Report(connector, "your own servers", ownMissing, "onPremises", own.Declared.HeadSpan, context);
        foreach (var device in topology.Devices)
        {
            if (device.Method.Is(SendMethod.DirectSend) && admissions.Missing(device.CertificateName, device.IP) is { } missing)
                Report(connector, $"device '{device.Name}'", missing, device.Owner, device.NameSpan, context);
        }

        foreach (var domain in topology.AcceptedDomains)
        {
            if (domain.IsInitial || !domain.HasMx(MxKind.ExchangeOnline))
                continue;
            context.Report(
                connector, Span(connector),
                $"'{connector.Name}': senderDomains \"*\" with {Restriction(connector)} refuses all mail from the internet for {domain.Name}, whose MX is Exchange Online (550 5.7.51)",
                InboundProperties.SenderDomains, domain.Owner,
                related: [new RelatedSpan(domain.Mx.Span, "the MX is declared here")]);
        }
    }

    private static void Report(InboundConnector connector, string source, string missing, string owner, SourceSpan related, RuleContext context) => context.Report(
        connector, Span(connector),
        $"'{connector.Name}': senderDomains \"*\" with {Restriction(connector)} refuses all mail from {source} ({missing}; 550 5.7.51)",
        InboundProperties.SenderDomains, owner,
        related: [new RelatedSpan(related, "the source is declared here")]);

    private static SourceSpan Span(InboundConnector connector) => connector.RestrictDomainsToIPAddresses.Is(true) ? connector.RestrictDomainsToIPAddresses.PairSpan : connector.RestrictDomainsToCertificate.PairSpan;

    private static string Restriction(InboundConnector connector) => connector.RestrictDomainsToIPAddresses.Is(true) ? "restrictDomainsToIPAddresses" : "restrictDomainsToCertificate";
}

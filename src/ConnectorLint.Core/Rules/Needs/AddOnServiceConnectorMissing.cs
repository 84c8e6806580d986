using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class AddOnServiceConnectorMissing : ITenantRule
{
    public RuleInfo Info { get; } = new("CL1021", "add-on-service-connector-missing", Severity.Error)
    {
        Summary = "An add-on service lacks one of its two connectors or its transport rule.",
        Why = "Mail never reaches the service, or what it hands back for outside recipients is refused with 550 5.7.64.",
        Help = "Create the missing part: an outbound connector with isTransportRuleScoped, a transport rule that routes to it, and an inbound OnPremises connector with the service's certificate.",
        Source = "ADDON",
        Bad = """
            topology: {services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.smtp.sig.example]}]}
            outboundConnectors:
              - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], tlsSettings: DomainValidation, tlsDomain: smtp.sig.example}
            """,
        Good = """
            topology: {acceptedDomains: [{name: k7.smtp.sig.example}], services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.smtp.sig.example]}], transportRules: [{name: Sign, enabled: true, routeMessageOutboundConnector: To Sig, exceptIfHeaderContainsMessageHeader: X-Sig, exceptIfHeaderContainsWords: [done], stopRuleProcessing: true}]}
            outboundConnectors:
              - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], tlsSettings: DomainValidation, tlsDomain: smtp.sig.example}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: k7.smtp.sig.example}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology)
            return;
        foreach (var service in topology.Services)
        {
            if (!service.Role.Is(ServiceRole.AddOn))
                continue;
            var outbound = context.Needs.Find($"service:{service.Name}/outbound");
            var rule = context.Needs.Find($"service:{service.Name}/rule");
            var inbound = context.Needs.Find($"service:{service.Name}/inbound");
            if (inbound is { IsMissing: true } && AddOnService.Knowing(context.Needs.Scenarios!, service).FirstOrDefault(c => c.IsPartner) is { } partner)
            {
                ReportPartner(context, service, partner);
                inbound = null;
            }

            if (outbound is { IsMissing: true } && AddOnService.RoutedWithoutScope(context.Needs.Scenarios!, service) is { } general)
            {
                ReportWithoutScope(context, service, general);
                outbound = null;
            }

            ReportMissing(context, service, new[] { outbound, rule, inbound }.OfType<Need>().Where(need => need.IsMissing).ToArray());
        }
    }

    private static void ReportMissing(RuleContext context, Service service, Need[] missing)
    {
        if (missing.Length == 0)
            return;
        var parts = missing.Select(need => need.Kind == NeedKind.AddOnRule
            ? "the transport rule that routes mail to it"
            : need.Direction == Direction.Outbound ? $"the outbound connector to {service.SmartHosts.Value![0].Text}" : $"the inbound OnPremises connector from {Identity(service)}").ToArray();
        var list = parts.Length == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Length - 1)) + " and " + parts[parts.Length - 1];
        var isInboundMissing = missing.Any(need => need.Direction == Direction.Inbound);
        var isWayThereMissing = missing.Any(need => need.Direction == Direction.Outbound);
        var consequence = !isInboundMissing ? "no mail reaches it"
            : isWayThereMissing ? "no mail reaches it, and what it would hand back for outside recipients is refused (550 5.7.64)"
            : "what it hands back for outside recipients is refused (550 5.7.64)";
        context.Report(
            $"service:{service.Name}", service.NameSpan,
            $"add-on '{service.Name}': {list} {(parts.Length == 1 ? "is" : "are")} missing, so {consequence}",
            value: string.Join(",", missing.Select(need => need.Id)),
            help: string.Join("\n", missing.Select(need => ProposalYaml.Help(need, HelpFor(need)))),
            fixes: MissingConnectorFix.OfFirst(missing, context));
    }

    private static string HelpFor(Need need) => need.Kind == NeedKind.AddOnRule
        ? "Create the transport rule as the service's instructions say, with an exception for what the service has already handled."
        : $"Create the {(need.Direction == Direction.Inbound ? "inbound" : "outbound")} connector as the service's instructions say.";

    // Right for a service that delivers outside mail itself; it gives no right to relay what is handed back.
    private static void ReportPartner(RuleContext context, Service service, InboundConnector partner)
    {
        if (service.ReturnsOutgoingMail.Is(false) || service.ReturnsOutgoingMail.IsUncertain)
            return;
        context.Report(
            partner, partner.ConnectorType.IsKnown ? partner.ConnectorType.Span : partner.NameSpan,
            $"'{partner.Name}': connectorType Partner, so mail for outside recipients that {service.Name} hands back is refused (550 5.7.64)",
            InboundProperties.ConnectorType,
            severity: service.ReturnsOutgoingMail.Is(true) ? null : Severity.Warning,
            help: $"Use connectorType: OnPremises; or, if {service.Name} delivers outside mail itself, declare returnsOutgoingMail: false on it.",
            related: [new RelatedSpan(service.NameSpan, "the add-on is declared here")]);
    }

    private static void ReportWithoutScope(RuleContext context, Service service, OutboundConnector connector) => context.Report(
        connector, connector.IsTransportRuleScoped.IsKnown ? connector.IsTransportRuleScoped.PairSpan : connector.NameSpan,
        $"'{connector.Name}': isTransportRuleScoped is not true, so beside what the transport rule sends to {service.Name}, ordinary mail for its scope goes there, too",
        OutboundProperties.IsTransportRuleScoped,
        help: "Set isTransportRuleScoped: true, and take recipientDomains and allAcceptedDomains off.",
        related: [new RelatedSpan(service.NameSpan, "the add-on is declared here")]);

    private static string Identity(Service service) =>
        service.CertificateNames.Value is { Count: > 0 } names ? names[0].Text : service.IPs.Value![0].Text;
}

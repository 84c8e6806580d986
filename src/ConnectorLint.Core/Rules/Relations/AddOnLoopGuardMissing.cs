using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Relations;

internal sealed class AddOnLoopGuardMissing : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3011", "add-on-loop-guard-missing", Severity.Error)
    {
        Summary = "A transport rule hands mail to an add-on service and takes it again when the service hands it back.",
        Why = "The mail goes round between Microsoft 365 and the service until it bounces with 5.4.14.",
        Help = "Add an exception for the header that the service sets (exceptIfHeaderContainsMessageHeader) or for its addresses (exceptIfSenderIpRanges).",
        Source = "ADDON",
        Confidence = "documented step; the loop is inferred",
        Bad = """
            topology: {services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.smtp.sig.example]}], transportRules: [{name: Sign, enabled: true, routeMessageOutboundConnector: To Sig}]}
            outboundConnectors:
              - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}
            """,
        Good = """
            topology: {services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.smtp.sig.example]}], transportRules: [{name: Sign, enabled: true, routeMessageOutboundConnector: To Sig, exceptIfHeaderContainsMessageHeader: X-Sig, exceptIfHeaderContainsWords: ["true"], stopRuleProcessing: true}]}
            outboundConnectors:
              - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], tlsSettings: DomainValidation, tlsDomain: smtp.sig.example}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: k7.smtp.sig.example}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || context.Needs.Scenarios is not { } scenarios)
            return;
        var places = topology.TransportRules.Select((rule, i) => (Rule: rule, Place: rule.Priority.IsKnown ? rule.Priority.Value : i)).ToArray();
        // Rules run by priority, those without one in the order of the list.
        var firstGuard = places.Where(p => p.Rule.CanBeActive && p.Rule.StopRuleProcessing.CanBe(true) && p.Rule.States(IsMark)).Select(p => p.Place).DefaultIfEmpty(int.MaxValue).Min();
        foreach (var (rule, place) in places)
        {
            if (!rule.IsActive || !rule.RouteMessageOutboundConnector.IsKnown || rule.States(IsMarkException)
                || context.Flow.OutboundByName(rule.RouteMessageOutboundConnector.Value.Text) is not { IsActive: true } connector
                || scenarios.ReturningService(connector) is not { } service
                || firstGuard < place)
            {
                continue;
            }

            context.Report(
                rule.Owner, rule.NameSpan,
                $"transport rule '{rule.Name}': routes mail to '{connector.Name}' without an exception for what {service.Name} has already handled, so the mail goes round and bounces (5.4.14)",
                "routeMessageOutboundConnector",
                related: [new RelatedSpan(connector.NameSpan, "the connector"), new RelatedSpan(service.NameSpan, "the service")]);
        }
    }

    private static bool IsMark(string condition) => condition.StartsWith("header", StringComparison.Ordinal) || condition == "senderIpRanges";

    private static bool IsMarkException(string exception) => exception.StartsWith("exceptIfHeader", StringComparison.Ordinal) || exception == "exceptIfSenderIpRanges";
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Syntax;

internal sealed class UnresolvedConnectorReference : ITenantRule
{
    // Comparing names letter by letter is slow; among more connectors than this no nearest one is sought.
    private const int MostCompared = 1000;

    public RuleInfo Info { get; } = new("CL0014", "unresolved-connector-reference", Severity.Error)
    {
        Summary = "A transport rule routes mail to an outbound connector that is not declared.",
        Why = "The rule can't hand its mail to that connector, so the mail does not go where it should.",
        Help = "Declare the connector or correct the name. Exports leave out rule-scoped and test-mode connectors unless they are asked for.",
        Source = "NEW-RULE, GET-OUT",
        Bad = """
            topology: {transportRules: [{name: R, routeMessageOutboundConnector: To Signature}]}
            outboundConnectors: []
            """,
        Good = """
            topology: {transportRules: [{name: R, routeMessageOutboundConnector: To Signature}]}
            outboundConnectors:
              - {name: To Signature, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.signature.example]}
            """,
    };

    public void Check(RuleContext context)
    {
        var tenant = context.Tenant;
        if (tenant.Topology is not { } topology)
            return;
        var isKnown = tenant.IsOutboundComplete && !tenant.OutboundConnectors.Any(HasUnknownName);
        Dictionary<string, InboundConnector>? inboundByName = null;
        foreach (var rule in topology.TransportRules)
        {
            var reference = rule.RouteMessageOutboundConnector;
            if (!reference.IsKnown || string.IsNullOrWhiteSpace(reference.Value.Text) || Resolves(reference.Value.Text, context))
                continue;
            if (FindRemoved(reference.Value.Text, tenant) is { } removed)
            {
                ReportRemoved(rule, removed, context);
                continue;
            }

            if (!isKnown)
                continue;
            inboundByName ??= ByName(tenant.InboundConnectors);
            if (inboundByName.TryGetValue(reference.Value.Text.Trim(), out var inbound))
                ReportInbound(rule, inbound, context);
            else
                ReportUnknown(rule, context);
        }
    }

    private static void ReportInbound(TransportRule rule, InboundConnector inbound, RuleContext context)
    {
        var reference = rule.RouteMessageOutboundConnector;
        context.Report(
            rule.Owner, reference.Span,
            $"rule '{rule.Name}': routeMessageOutboundConnector '{reference.Value.Text}' is an inbound connector; mail can be routed only to an outbound one, so it does not go where it should",
            reference.Property.Name, reference.Value.Text, help: "Name the outbound connector that the mail is to take, or declare it.",
            related: [new RelatedSpan(inbound.NameSpan, "the inbound connector of that name")]);
    }

    private static RemovedConnector? FindRemoved(string name, TenantModel tenant) =>
        tenant.RemovedConnectors.FirstOrDefault(c => c.Direction == Direction.Outbound && string.Equals(c.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static void ReportRemoved(TransportRule rule, RemovedConnector removed, RuleContext context)
    {
        var reference = rule.RouteMessageOutboundConnector;
        context.Report(
            rule.Owner, reference.Span,
            $"rule '{rule.Name}': routeMessageOutboundConnector '{reference.Value.Text}' is an outbound connector that the deployment takes away, so the mail does not go where it should",
            reference.Property.Name, reference.Value.Text, help: "Keep the connector, or route to another one.",
            related: [new RelatedSpan(removed.NameSpan, "it is taken away here (Ensure: Absent)")]);
    }

    private static void ReportUnknown(TransportRule rule, RuleContext context)
    {
        var reference = rule.RouteMessageOutboundConnector;
        var connectors = context.Tenant.OutboundConnectors;
        var nearest = connectors.Count > MostCompared ? null : Spelling.Nearest(reference.Value.Text, connectors.Select(c => c.Name));
        var question = nearest is null ? "" : $"; did you mean '{nearest}'?";
        context.Report(
            rule.Owner, reference.Span,
            $"rule '{rule.Name}': routeMessageOutboundConnector '{reference.Value.Text}' is not a declared outbound connector, so the mail does not go where it should{question}",
            reference.Property.Name, reference.Value.Text,
            // An export lacks just those connectors that rules use, unless it was asked for them.
            severity: context.Tenant.MayLackOutbound ? Severity.Warning : null,
            fixes: nearest is null ? null : [new Fix($"Route to '{nearest}'", false, new FixIntent(FixKind.SetProperty, rule.Owner, reference.Property.Name, nearest))]);
    }

    private static bool Resolves(string reference, RuleContext context)
    {
        if (context.Flow.OutboundByName(reference) is not null)
            return true;
        // A distinguished name begins with the connector's name.
        if (reference.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
            return context.Flow.OutboundByName(reference.Substring(3).Split(',')[0]) is not null;
        // Files seldom say which GUID a connector has; any connector may be meant.
        return Guid.TryParse(reference, out _) && context.Tenant.OutboundConnectors.Any(c => !c.Store.Get(OutboundProperties.Identity).IsKnown);
    }

    private static Dictionary<string, InboundConnector> ByName(IReadOnlyList<InboundConnector> connectors)
    {
        var byName = new Dictionary<string, InboundConnector>(StringComparer.OrdinalIgnoreCase);
        foreach (var connector in connectors)
            byName[connector.Name] = connector;
        return byName;
    }

    private static bool HasUnknownName(OutboundConnector connector) =>
        connector.Store.Get(OutboundProperties.Name) is var name && (name.IsUncertain || (!name.IsKnown && connector.Store.Get(OutboundProperties.Identity).IsUncertain));
}

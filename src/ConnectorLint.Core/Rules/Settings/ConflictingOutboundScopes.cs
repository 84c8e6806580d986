using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Settings;

internal sealed class ConflictingOutboundScopes : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2008", "conflicting-outbound-scopes", Severity.Warning)
    {
        Summary = "An outbound connector mixes choices of scope that the admin center offers as alternatives.",
        Why = "Which mail takes it is not documented; internet mail may take it, too.",
        Help = "Keep one of isTransportRuleScoped, allAcceptedDomains and recipientDomains.",
        Source = "ROUTE, PARTNER, GH-P-8739",
        Confidence = "inferred: single choice in the admin center",
        Bad = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive)
            return;
        // Of a list with a fault it is not known what was meant.
        var domains = connector.RecipientDomains.Value is { HasFaults: false } known ? known : null;
        if (connector.IsTransportRuleScoped.Is(true))
        {
            const string Consequence = "whether mail that no rule routes takes the connector is not documented";
            if (connector.AllAcceptedDomains.Is(true))
                Report(connector, connector.IsTransportRuleScoped.Property, connector.AllAcceptedDomains, connector.AllAcceptedDomains.PairSpan, Consequence, null, context);
            else if (domains is not null && !(domains.Count == 1 && domains[0].Value.IsAny))
                Report(connector, connector.IsTransportRuleScoped.Property, connector.RecipientDomains, connector.RecipientDomains.HeadSpan, Consequence, null, context);
            return;
        }

        if (!connector.AllAcceptedDomains.Is(true) || domains is null)
            return;
        foreach (var domain in domains)
        {
            if (domain.Value.IsAny)
            {
                Report(connector, connector.AllAcceptedDomains.Property, connector.RecipientDomains, domain.Span, "\"*\" makes mail to the internet take this connector, too", null, context);
                return;
            }
        }

        Report(connector, connector.AllAcceptedDomains.Property, connector.RecipientDomains, connector.RecipientDomains.HeadSpan, $"mail to {Wording.List(domains)} takes this connector as well as mail to your accepted domains", Severity.Info, context);
    }

    private static void Report<T>(OutboundConnector connector, Property first, Setting<T> second, SourceSpan span, string consequence, Severity? severity, RuleContext context) => context.Report(
        connector, span,
        $"'{connector.Name}': {first.Name} and {second.Property.Name} are alternatives in the admin center; {consequence}",
        second.Property, severity: severity);
}

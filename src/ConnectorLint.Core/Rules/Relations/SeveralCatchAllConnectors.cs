using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Needs;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Relations;

internal sealed class SeveralCatchAllConnectors : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3007", "several-catch-all-connectors", Severity.Warning)
    {
        Summary = "Several outbound connectors are each for all mail of one kind.",
        Why = "Which of them takes a message is not documented, so mail may go to either.",
        Help = "Leave one of them; several smart hosts can stand on it.",
        Source = "ROUTE, VALIDATE",
        Confidence = "inferred: one connector per direction is enough; which of several is used is not documented",
        Bad = """
            outboundConnectors:
              - {name: A, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com]}
              - {name: B, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [b.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: A, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com, b.contoso.com]}
            """,
    };

    public void Check(RuleContext context)
    {
        var central = Distinct(context.Flow.Centralized.Where(c => c.IsGeneral), context);
        if (central.Count > 1)
        {
            // Several forests have a wizard's connector each.
            var areHybrid = central.All(c => c.ConnectorSource.Is(ConnectorSource.HybridWizard));
            Report(central, c => c.RouteAllMessagesViaOnPremises.PairSpan, "routeAllMessagesViaOnPremises", areHybrid ? Severity.Warning : Severity.Error, context);
        }

        var all = Distinct(context.Flow.ForAllAcceptedDomains, context);
        if (all.Count > 1)
            Report(all, c => c.AllAcceptedDomains.PairSpan, "allAcceptedDomains", Severity.Warning, context);

        var catchAll = Distinct(context.Flow.CatchAll, context);
        if (catchAll.Count > 1 && !(central.Count > 1 && catchAll.All(c => c.RouteAllMessagesViaOnPremises.Is(true))))
            Report(catchAll, c => c.RecipientDomains.Value!.First(domain => domain.IsValid && domain.Value.IsAny).Span, "recipientDomains \"*\"", Severity.Warning, context);
    }

    private static void Report(List<OutboundConnector> connectors, Func<OutboundConnector, SourceSpan> spanOf, string setting, Severity severity, RuleContext context)
    {
        var last = connectors[connectors.Count - 1];
        var others = connectors.Take(connectors.Count - 1).ToArray();
        context.Report(
            last, spanOf(last),
            $"'{last.Name}': {setting} is also set on {Wording.Names(others)}; which one takes a message is not documented",
            OutboundProperties.Shape.Find(setting.Split(' ')[0]), severity: severity,
            related: others.Take(5).Select(other => new RelatedSpan(other.NameSpan, "another one")).ToArray());
    }

    private static List<OutboundConnector> Distinct(IEnumerable<OutboundConnector> connectors, RuleContext context) =>
        connectors.Where(c => ReferenceEquals(context.Duplicates.FirstOf(c), c) && !ManualConnectorBesideHybrid.Concerns(c, context)).ToList();
}

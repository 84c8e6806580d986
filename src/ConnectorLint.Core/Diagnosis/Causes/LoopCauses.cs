using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Codes;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.4.6 and 5.4.14: mail that goes round. The tracer says which accepted domains loop. Source: matching.md O6 and O7.</summary>
internal static class LoopCauses
{
    private const int Most = 1000;

    public static void Find(DiagnosisRun run)
    {
        var tracer = new Tracer(run.Tenant, run.Flow);
        var told = new HashSet<(int, string?)>();
        foreach (var domain in run.Tenant.Topology?.AcceptedDomains.Take(Most) ?? [])
        {
            if (run.Hints.To is { } to && !ReferenceEquals(run.Flow.AcceptedDomainOf(to), domain))
                continue;
            var result = tracer.Trace(new TraceMessage { Direction = Direction.Outbound, From = "", To = domain.Name, Recipient = RecipientKind.OnPremises });
            if (result.Code != BounceCodes.Loop.Code || result.Steps.LastOrDefault(step => step.Decides) is not { } step || !told.Add((step.Span.Start, step.Span.IsNone ? null : step.Span.File.Path)))
                continue;
            if (result.SentBy is { } connector)
                run.Add(Likelihood.Likely, connector, null, step.Span, step.What, "Set useMXRecord: false and smartHosts to the host of your own servers.");
            else
                run.Add(Likelihood.Likely, AcceptedDomainProperties.Mx, step.Span, step.What, "Declare an outbound OnPremises connector for the domain with your servers as smartHosts, or make it Authoritative.");
        }

        foreach (var connector in run.Tenant.OutboundConnectors)
        {
            if (connector.CanBeActive && connector.CanBeOnPremises && connector.SmartHosts.Value is { } hosts && (run.Hints.To is not { } to || Covers(connector, run.Flow, to)))
                run.Add(Likelihood.Possible, connector, OutboundProperties.SmartHosts, connector.SmartHosts.PairSpan, $"'{connector.Name}' hands mail to {string.Join(", ", hosts.Take(3))}, which may hand it back", "Look what that server does with mail for recipients that it does not have: it must not send it back to Microsoft 365.");
        }
    }

    private static bool Covers(OutboundConnector connector, FlowIndex flow, string to) =>
        connector.HasRecipientDomain(pattern => pattern.Matches(to)) || (connector.AllAcceptedDomains.Is(true) && flow.IsAccepted(to)) || connector.RouteAllMessagesViaOnPremises.Is(true);
}

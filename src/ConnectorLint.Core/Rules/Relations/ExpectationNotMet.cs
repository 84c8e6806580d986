using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Relations;

internal sealed class ExpectationNotMet : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3016", "expectation-not-met", Severity.Error)
    {
        Summary = "What an entry of expect says must happen to mail does not happen to all of it.",
        Why = "The entry is a test of the mail flow. It is checked for the whole class of messages that it describes, not for one; the message that is named is one for which it fails.",
        Help = "Mend the connectors, or the expectation; connectorlint trace shows the steps of the message.",
        Source = "ROUTE, USE, RELAY23",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            expect:
              - {from: contosobank.com, to: contoso.com, tls: false, result: rejected}
            inboundConnectors: []
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            expect:
              - {from: contosobank.com, to: contoso.com, tls: false, result: rejected}
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
            """,
    };

    public void Check(RuleContext context)
    {
        foreach (var expectation in context.Tenant.Expectations)
        {
            if (!expectation.IsKnown)
                continue;
            try
            {
                if (ExpectationCheck.Counterexample(context.Tenant, context.Flow, expectation) is var (message, trace))
                    Report(expectation, message, trace, context);
            }
            catch (SpaceLimitException limit)
            {
                context.Report("expect", expectation.Span, $"expected {Wanted(expectation)}; that could not be checked, since {limit.Message}", value: Wanted(expectation), severity: Severity.Warning);
            }
        }
    }

    private static void Report(Expectation expectation, TraceMessage message, TraceResult trace, RuleContext context)
    {
        var isOpen = trace.Steps.Any(step => step.Decides && step.Confidence == Confidence.Silent);
        var cause = trace.Steps.LastOrDefault(step => step.Decides && !step.Span.IsNone);
        context.Report(
            "expect", expectation.Span,
            $"expected {Wanted(expectation)}; but {Words(message)} is {Happens(trace)}{(isOpen ? " (as far as can be said: the documentation or the files leave a step of this open)" : "")}",
            value: Wanted(expectation), severity: isOpen ? Severity.Warning : null,
            related: cause is null ? null : [new RelatedSpan(cause.Span, "this decides")]);
    }

    private static string Wanted(Expectation expectation)
    {
        var text = "mail" + Part(" from ", expectation.From) + Part(" to ", expectation.To);
        if (expectation.IP.IsKnown)
            text += $" sent from {expectation.IP.Value.Text}";
        if (expectation.Certificate.IsKnown)
            text += $" with a certificate for {expectation.Certificate.Value.Text}";
        if (expectation.Tls.IsKnown)
            text += expectation.Tls.Value ? " with TLS" : " without TLS";
        text += expectation.Result.IsKnown ? $" to be {Word(expectation.Result.Value)}" : expectation.Code.IsKnown ? " to be refused" : " to go";
        if (expectation.Code.IsKnown)
            text += $" with {expectation.Code.Value.Text}";
        if (ExpectationCheck.IsNone(expectation))
            return text + " without a connector";
        return expectation.Via.IsKnown ? $"{text} by '{expectation.Via.Value.Text}'" : text;
    }

    private static string Part(string before, Setting<Item<string>> party) => !party.IsKnown ? "" : before + (party.Value.Text == "*" ? "anyone" : party.Value.Text);

    private static string Word(ExpectedResult result) => result switch
    {
        ExpectedResult.Accepted => "accepted",
        ExpectedResult.Rejected => "rejected",
        _ => "delivered",
    };

    private static string Words(TraceMessage message)
    {
        var text = $"mail from {(message.From.Length == 0 ? "<>" : message.From)} to {message.To}";
        if (message.IP is { } address)
            text += $" sent from {address}";
        if (message.Certificates.Count > 0)
            return $"{text} with a certificate for {message.Certificates[0]}";
        return message.Tls is { } tls ? text + (tls ? " with TLS" : " without TLS") : text;
    }

    private static string Happens(TraceResult trace)
    {
        var connector = trace.Direction == Direction.Outbound ? trace.SentBy?.Name ?? trace.Connector : trace.Connector;
        return trace.Outcome switch
        {
            TraceOutcome.Accepted => "accepted",
            TraceOutcome.Rejected => "rejected",
            TraceOutcome.Delivered => "delivered",
            _ => "held up and then sent back",
        } + (trace.Code is null ? "" : $" with {trace.Code}") + (connector is null ? " without a connector" : $" by '{connector}'");
    }
}

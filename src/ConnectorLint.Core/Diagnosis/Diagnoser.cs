using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Codes;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Diagnosis;

/// <summary>From a code to what of a tenant can cause it. Pure.</summary>
public static class Diagnoser
{
    /// <summary>Looks for the causes of a code.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">Its index.</param>
    /// <param name="findings">What lint finds in it: a finding that names the code is a cause.</param>
    /// <param name="code">The code.</param>
    /// <param name="hints">What is known of the message.</param>
    public static CodeDiagnosis Diagnose(TenantModel tenant, FlowIndex flow, IReadOnlyList<Diagnostic> findings, BounceCode code, BounceHints hints)
    {
        var message = MessageOf(flow, code, hints);
        var traced = message is null ? null : new Tracer(tenant, flow).Trace(message);
        var run = new DiagnosisRun(tenant, flow, code, hints);
        CauseFinders.Find(run);
        var causes = new List<Cause>();
        foreach (var finding in findings)
        {
            // "5.7.6" is no part of 5.7.64.
            if (BounceReader.CodesIn(finding.Message).Any(code.Matches) && !run.Causes.Any(cause => cause.Span == finding.Span))
                causes.Add(new Cause(IsAbout(finding, hints) ? Likelihood.Likely : Likelihood.Possible, $"{finding.Message} ({finding.Rule.Id})", finding.Help, Confidence.Documented, finding.Rule.Source, null, finding.Property.Length == 0 ? null : finding.Property, finding.Span, finding.Related));
        }

        var by = traced is not null && code.TracedAs.Contains(traced.Code ?? "") ? traced.Connector ?? traced.SentBy?.Name : null;
        foreach (var cause in run.Causes)
            causes.Add(by is not null && cause.Connector?.Name == by ? cause with { Likelihood = Likelihood.Likely } : cause);

        // Stable: among equals, the connector that the tracer names comes first, then the order in which they were found.
        return new CodeDiagnosis(code, [.. causes.OrderBy(cause => cause.Likelihood).ThenBy(cause => by is null || cause.Connector?.Name != by)], traced, message);
    }

    // A device at another address is not the one that the bounce is about.
    private static bool IsAbout(Diagnostic finding, BounceHints hints) =>
        (hints.IP is null && hints.Certificates.Count == 0)
        || (hints.IP is { } address && finding.Message.Contains(address.ToString())) || hints.Certificates.Any(name => finding.Message.Contains(name.Domain));

    private static TraceMessage? MessageOf(FlowIndex flow, BounceCode code, BounceHints hints)
    {
        if (hints.From is not { } from || hints.To is not { } to || code.TracedAs.Count == 0)
            return null;
        var isInbound = code.Direction is { } direction ? direction == Direction.Inbound : hints.IP is not null || hints.Certificates.Count > 0 || !flow.IsAccepted(from);
        return new TraceMessage
        {
            Direction = isInbound ? Direction.Inbound : Direction.Outbound,
            From = from,
            To = to,
            IP = isInbound ? hints.IP : null,
            Certificates = hints.Certificates,
            Tls = hints.Certificates.Count > 0 ? null : code.Tls,
            // A code that leaves is about a recipient elsewhere only where the domain is not yours.
            Recipient = code.Recipient == RecipientKind.External && flow.IsAccepted(to) ? RecipientKind.OnPremises : code.Recipient,
        };
    }
}

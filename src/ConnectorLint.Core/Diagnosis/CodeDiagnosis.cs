using ConnectorLint.MailFlow.Codes;
using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.Diagnosis;

/// <summary>What a code of a bounce comes down to in a declared tenant.</summary>
/// <param name="Code">The code.</param>
/// <param name="Causes">What can cause it, most likely first.</param>
/// <param name="Traced">What the tracer says becomes of such a message; null where sender or recipient is not known, or the tracer does not know the code.</param>
/// <param name="Message">The message that was traced; null with <paramref name="Traced"/>.</param>
public sealed record CodeDiagnosis(BounceCode Code, IReadOnlyList<Cause> Causes, TraceResult? Traced, TraceMessage? Message)
{
    /// <summary>Whether the declared tenant gives this code to the message; null where it was not traced.</summary>
    public bool? IsConfirmed => Traced is null ? null : Traced.Outcome is TraceOutcome.Rejected or TraceOutcome.Deferred && Code.TracedAs.Contains(Traced.Code ?? "");
}

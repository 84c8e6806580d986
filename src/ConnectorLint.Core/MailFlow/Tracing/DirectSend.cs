using ConnectorLint.MailFlow.Codes;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Steps I4 and I6: mail in your own name without a connector that knows its source. Source: matching.md I6.</summary>
internal static class DirectSend
{
    /// <summary>The refusal; null when it is let in.</summary>
    public static TraceResult? Judge(TraceRun run)
    {
        if (run.Tenant.Topology?.RejectDirectSend is not { } reject || !reject.CanBe(true) || run.Message.From.Length == 0 || !run.Flow.IsAccepted(run.Message.From))
            return null;
        run.Decide(
            "I6", $"rejected with {BounceCodes.DirectSendRefused.Line}: rejectDirectSend is true, {run.Message.From} is an accepted domain, and no connector knows the source by address or certificate",
            reject.IsKnown ? Confidence.Documented : Confidence.Silent, "SET-ORG", reject.PairSpan);
        return run.Reject(null, BounceCodes.DirectSendRefused.Code);
    }
}

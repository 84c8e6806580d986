using ConnectorLint.MailFlow.Codes;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step I3: mail for somebody else's domain, without a connector. Source: matching.md I3.</summary>
internal static class RelayWithoutConnector
{
    /// <summary>The refusal; null when the recipient is yours.</summary>
    public static TraceResult? Judge(TraceRun run)
    {
        if (Gaps.IsRecipientOwn(run))
            return null;
        run.Decide("I3", $"rejected with {BounceCodes.RelayDenied.Line}: {run.Message.To} is no accepted domain, and no OnPremises connector knows the source", Confidence.Documented, "NDR-564");
        return run.Reject(null, BounceCodes.RelayDenied.Code);
    }
}

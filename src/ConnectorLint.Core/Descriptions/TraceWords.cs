using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.Descriptions;

/// <summary>The words of a trace.</summary>
internal static class TraceWords
{
    public static string Of(TraceOutcome outcome) => outcome switch
    {
        TraceOutcome.Accepted => "accepted",
        TraceOutcome.Rejected => "rejected",
        TraceOutcome.Delivered => "delivered",
        _ => "deferred",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Documented => "documented",
        Confidence.Inferred => "inferred",
        _ => "silent",
    };
}

using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.MailFlow.Space;

/// <summary>Messages that a change treats alike: what became of them, what becomes of them, and one of them.</summary>
/// <param name="Kind">How harmful it is.</param>
/// <param name="Regions">The messages, as boxes on the axes of the comparison.</param>
/// <param name="IsWayOn">Whether it is about mail that leaves or is sent on; else about mail that comes in.</param>
/// <param name="Before">What became of them.</param>
/// <param name="After">What becomes of them.</param>
/// <param name="Witness">One of them, to be traced.</param>
/// <param name="TraceBefore">Its trace before.</param>
/// <param name="TraceAfter">Its trace after.</param>
public sealed record MailChange(
    ChangeKind Kind, IReadOnlyList<Region> Regions, bool IsWayOn, MailOutcome Before, MailOutcome After, TraceMessage Witness, TraceResult TraceBefore, TraceResult TraceAfter);

using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.MailFlow.Space;

/// <summary>A region with what becomes of all of its messages.</summary>
/// <param name="Region">The messages.</param>
/// <param name="Outcome">What becomes of them.</param>
/// <param name="Origin">For a way in that is open: where the way on begins.</param>
internal sealed record Piece(Region Region, MailOutcome Outcome, AtomSet Origin);

/// <summary>Messages that behave alike.</summary>
/// <param name="Regions">The messages, in boxes that have none in common.</param>
/// <param name="Outcome">What becomes of them; of mail that comes in, before it is sent on.</param>
/// <param name="Witness">One of them. Of mail that is sent on after it came in, the message as it stands then: where it came from is in the origins of the region.</param>
public sealed record MailClass(IReadOnlyList<Region> Regions, MailOutcome Outcome, TraceMessage Witness);

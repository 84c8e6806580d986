using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step O1: mail that stays in the cloud. Source: matching.md O1.</summary>
internal static class LocalDelivery
{
    private const string Step = "O1";

    /// <summary>What comes of mail from inside that does not leave; null when it leaves.</summary>
    public static TraceResult? Judge(TraceRun run)
    {
        switch (RecipientPlace.Of(run))
        {
            case RecipientKind.Cloud:
                run.Decide(Step, "delivered to a mailbox in the cloud; no connector is used", Confidence.Documented, "HYB-ROUTE");
                return run.End(TraceOutcome.Delivered, null, null, null, null);
            case RecipientKind.Unknown when run.Flow.AcceptedDomainOf(run.Message.To) is { } domain && !domain.Type.Is(DomainType.InternalRelay):
                run.Decide(Step, $"comes back: {domain.Name} is Authoritative, and the directory does not know the recipient", domain.Type.IsUncertain ? Confidence.Silent : Confidence.Documented, "AD", domain.Type.IsAbsent ? domain.NameSpan : domain.Type.PairSpan);
                return run.Reject(null, null);
            case RecipientKind.NotSaid when run.Flow.IsAccepted(run.Message.To):
                run.Tell(Step, $"where the recipient is was not said; taken as not in the cloud, since the message is to leave", Confidence.Inferred, "ROUTE");
                return null;
            default:
                return null;
        }
    }
}

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Where a message goes on to: steps O1 to O9 in their order. Source: matching.md 3.</summary>
internal static class WayOn
{
    /// <summary>Of a message that was let in.</summary>
    public static TraceResult AfterAcceptance(TraceRun run)
    {
        switch (RecipientPlace.Of(run))
        {
            case RecipientKind.NotSaid:
                run.Tell("O1", "where the recipient is was not said, so the way on is not traced", Confidence.Silent, "");
                return Stay(run);
            case RecipientKind.Cloud when run.Arrival == Arrival.Internet && run.Flow.CentralizedGeneral.FirstOrDefault() is { } central:
                run.Decide("O1", $"'{central.Name}' routes all mail through your servers, so it goes there before the mailbox in the cloud", Confidence.Documented, "HYB-ROUTE", central.RouteAllMessagesViaOnPremises.PairSpan);
                return Handover.Judge(run, central);
            case RecipientKind.Cloud:
                run.Tell("O1", "the recipient's mailbox is in the cloud; no connector is used", Confidence.Documented, "HYB-ROUTE");
                return Stay(run);
            default:
                return Send(run);
        }
    }

    /// <summary>Of a message that leaves.</summary>
    public static TraceResult Send(TraceRun run)
    {
        var connector = RuleRouting.Choose(run) ?? ConnectorChoice.Choose(run);
        return connector is null ? WithoutConnector.Judge(run) : Handover.Judge(run, connector);
    }

    private static TraceResult Stay(TraceRun run) => run.End(TraceOutcome.Accepted, run.Inbound?.Name, null, null, null);
}

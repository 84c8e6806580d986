using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>What the tenant's files leave open: a trace that could rest on it is not certain.</summary>
internal static class Gaps
{
    public static void TellInbound(TraceRun run, List<SourceIdentity> known)
    {
        if (!run.Tenant.IsInboundComplete)
            run.Decide("I1", "not all inbound connectors could be read; one that is not known may take the message", Confidence.Silent, "");
        foreach (var connector in run.Flow.UncertainInbound.Take(TraceRun.Shown))
            run.Decide("I1", $"'{connector.Name}' is not fully known (a value could not be understood), so it may take the message too", Confidence.Silent, "", connector.NameSpan);
        // A certificate that an OnPremises connector names is taken before any address.
        if (run.Message.IP is null && run.Flow.HasSenderAddresses && !known.Exists(identity => identity.Connector.IsOnPremises))
            run.Decide("I1", "the address it comes from was not given, so no senderIPAddresses holds it", Confidence.Silent, "");
        if (!run.Flow.KnowsAcceptedDomains)
            run.Decide("I1", "the accepted domains are not declared, so the recipient's is taken for yours, and no other", Confidence.Silent, "");
    }

    public static void TellOutbound(TraceRun run)
    {
        if (!run.Tenant.IsOutboundComplete)
            run.Decide("O3", "not all outbound connectors could be read; one that is not known may take the message", Confidence.Silent, "");
        foreach (var connector in run.Flow.UncertainOutbound.Take(TraceRun.Shown))
            run.Decide("O3", $"'{connector.Name}' is not fully known (a value could not be understood), so it may take the message too", Confidence.Silent, "", connector.NameSpan);
    }

    /// <summary>Whether the recipient's domain is accepted; where the accepted domains are not declared, mail that comes in is for it.</summary>
    public static bool IsRecipientOwn(TraceRun run) =>
        run.Flow.IsAccepted(run.Message.To) || (run.Message.Direction == Direction.Inbound && !run.Flow.KnowsAcceptedDomains);
}

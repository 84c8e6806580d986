using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Where the recipient is: as the message says, else as the topology says of all recipients of the domain. Source: matching.md 3 ("Input").</summary>
internal static class RecipientPlace
{
    /// <summary>Where it is; <see cref="RecipientKind.NotSaid"/> where neither says it.</summary>
    public static RecipientKind Of(TraceRun run)
    {
        if (run.Message.Recipient != RecipientKind.NotSaid)
            return run.Message.Recipient;
        if (!Gaps.IsRecipientOwn(run))
            return RecipientKind.External;
        var place = run.Flow.AcceptedDomainOf(run.Message.To) is { Recipients: { IsKnown: true } recipients } ? recipients : run.Tenant.Topology?.Mailboxes ?? default;
        if (place.Is(Place.Cloud))
            return RecipientKind.Cloud;
        return place.Is(Place.OnPremises) ? RecipientKind.OnPremises : RecipientKind.NotSaid;
    }
}

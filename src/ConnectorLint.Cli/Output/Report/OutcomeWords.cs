using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.Cli.Output.Report;

/// <summary>What becomes of a class of messages, in a line.</summary>
internal static class OutcomeWords
{
    /// <summary>Of mail that comes in: "accepted over 'From our servers'".</summary>
    public static string Arrival(MailOutcome outcome)
    {
        if (outcome.Result == TraceOutcome.Rejected)
            return $"refused{Code(outcome)}{(outcome.Connector is { } by ? $" by '{by}'" : "")}";
        var text = outcome.Connector is { } connector ? $"accepted over '{connector}'" : "accepted as mail from the internet";
        if (outcome.MayRelay)
            text += ", as your organization's own";
        if (outcome.IsInternal)
            text += ", treated as internal";
        if (outcome.KeepsHeaders)
            text += ", with hybrid's headers kept";
        return outcome.EnhancedFiltering.Length == 0 ? text : $"{text}, with Enhanced Filtering that skips {outcome.EnhancedFiltering}";
    }

    /// <summary>Of mail that leaves or is sent on: "sent by 'To our servers' to mail.contoso.com with TLS".</summary>
    public static string WayOn(MailOutcome outcome)
    {
        var by = outcome.SentBy is { } connector ? $" by '{connector}'" : "";
        if (outcome.Result == TraceOutcome.Rejected)
            return $"sent back{Code(outcome)}";
        if (outcome.Result == TraceOutcome.Deferred)
            return $"held up{by} on the way{(outcome.NextHop is null ? "" : $" to {Hosts(outcome)}")}{Code(outcome)}, and then sent back";
        if (outcome.NextHop is null)
            return "delivered to the mailbox in the cloud";
        var tls = outcome.Tls == "opportunistic" ? "with TLS if offered" : ClassWords.TlsOf(outcome);
        return $"sent{by} to {Hosts(outcome)} {tls}{(outcome.Checks.Length > 0 ? $" ({outcome.Checks.Trim()})" : "")}";
    }

    private static string Hosts(MailOutcome outcome) => outcome.NextHop == "mx" ? "the MX hosts" : outcome.NextHop!;

    private static string Code(MailOutcome outcome) => outcome.Code is { } code ? $" with {code}" : "";
}

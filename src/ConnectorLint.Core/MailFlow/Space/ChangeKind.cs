namespace ConnectorLint.MailFlow.Space;

/// <summary>What a change does to a class of messages, the most harmful first.</summary>
public enum ChangeKind : byte
{
    /// <summary>It got through and does not any more.</summary>
    Lost,

    /// <summary>It was refused and is let in.</summary>
    Opened,

    /// <summary>It gets through as before, with less protection or with more rights.</summary>
    Weakened,

    /// <summary>It gets through another way, or is refused for another reason.</summary>
    Rerouted,

    /// <summary>It gets through as before, with more protection or with fewer rights.</summary>
    Strengthened,

    /// <summary>Another connector takes it, with the same effect.</summary>
    Equal,
}

/// <summary>Tells how harmful a change is.</summary>
internal static class ChangeKinds
{
    public static ChangeKind Of(MailOutcome before, MailOutcome after)
    {
        if (before.IsThrough && !after.IsThrough)
            return ChangeKind.Lost;
        // What waited for want of TLS or the right certificate goes out because less is demanded.
        if (!before.IsThrough && after.IsThrough)
            return before.NextHop is not null ? ChangeKind.Weakened : ChangeKind.Opened;
        if (!before.IsThrough)
            return before.Code == after.Code && before.Result == after.Result ? ChangeKind.Equal : ChangeKind.Rerouted;
        if (Level(after) < Level(before) || Weaker(before, after))
            return ChangeKind.Weakened;
        if (before.NextHop != after.NextHop || before.Headers != after.Headers || before.KeepsHeaders != after.KeepsHeaders || before.IsSpared != after.IsSpared || before.EnhancedFiltering != after.EnhancedFiltering)
            return ChangeKind.Rerouted;
        if (Level(after) > Level(before) || Weaker(after, before))
            return ChangeKind.Strengthened;
        return before.Tls == after.Tls && before.Checks == after.Checks ? ChangeKind.Equal : ChangeKind.Rerouted;
    }

    private static bool Weaker(MailOutcome before, MailOutcome after) =>
        (after.MayRelay && !before.MayRelay) || (after.IsInternal && !before.IsInternal) || (after.EnhancedFiltering.Length == 0 && before.EnhancedFiltering.Length > 0 && after.IsSpared)
        || Checks(after) < Checks(before);

    // How much is demanded of the way on.
    private static int Level(MailOutcome outcome) => outcome.Tls is not { } tls ? 0
        : tls.StartsWith("DomainValidation", StringComparison.Ordinal) ? 3
        : tls == "CertificateValidation" ? 2
        : tls == "EncryptionOnly" ? 1 : 0;

    private static int Checks(MailOutcome outcome) =>
        (outcome.Checks.Contains("DANE Mandatory") ? 1 : 0) - (outcome.Checks.Contains("DANE None") ? 1 : 0) - (outcome.Checks.Contains("MTA-STS None") ? 1 : 0);
}

using System.Globalization;
using ConnectorLint.MailFlow.Codes;
using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.MailFlow.Space;

/// <summary>Says which messages a change is about, and what becomes of them, as an administrator would.</summary>
public static class ClassWords
{
    private const int ShownRegions = 3;

    /// <summary>The whole line: "mail from contosobank.com without TLS: was accepted over 'Bank in', now refused by 'Bank in'".</summary>
    public static string Line(MailDiff diff, MailChange change) => $"{Class(diff, change)}: {Effect(change)}";

    /// <summary>The messages: "mail from contosobank.com without TLS".</summary>
    public static string Class(MailDiff diff, MailChange change)
    {
        // What comes in and is sent on goes the same way as what the mailboxes send; it is told only where it does not.
        var inside = change.IsWayOn ? change.Regions.Where(region => region.Origins.Contains((int)Origin.Mailbox)).ToList() : [];
        var told = change.Regions.Where(region => inside.Contains(region) || !inside.Exists(other => other.Recipients.Includes(region.Recipients) && other.Kinds.Union(Region.UnknownRecipients).Includes(region.Kinds)));
        var phrases = told.Select(region => change.IsWayOn ? WayOn(diff, region) : Arrival(diff, region)).Distinct().ToList();
        var shown = string.Join("; or", phrases.Take(ShownRegions));
        return $"mail{shown}{(phrases.Count > ShownRegions ? $"; and {(phrases.Count - ShownRegions).ToString(CultureInfo.InvariantCulture)} kinds more" : "")}";
    }

    /// <summary>What becomes of them: "was accepted over 'Bank in', now refused by 'Bank in'".</summary>
    public static string Effect(MailChange change)
    {
        var before = change.IsWayOn ? WayOn(change.Before) : Arrival(change.Before, change.After);
        var after = change.IsWayOn ? WayOn(change.After) : Arrival(change.After, change.Before);
        return change.Kind == ChangeKind.Equal && before == after ? $"{after} as before" : $"was {before}, now {after}{(change.Kind == ChangeKind.Equal ? ", with the same effect" : "")}";
    }

    private static string Arrival(MailDiff diff, Region region)
    {
        var senders = AxisWords.Of(diff.Axes.Senders, region.Senders);
        var text = senders.IsExcept ? senders.IsAll ? "" : $" from anyone but {senders.Phrase()}" : $" from {senders.Phrase("or")}";
        if (region.Recipients.Equals(diff.OwnRecipients) || diff.OwnRecipients.IsEmpty || region.Recipients.Equals(diff.Axes.All.Recipients))
            text += "";
        else if (!region.Recipients.Overlaps(diff.OwnRecipients))
            text += " to outside recipients";
        else
            text += Recipients(diff, region);
        text += Source(diff, region);
        return region.Kinds.Equals(Region.UnknownRecipients) ? text + " for recipients that the directory does not know" : text;
    }

    private static string Source(MailDiff diff, Region region)
    {
        var addresses = AxisWords.Of(diff.Axes.Addresses, region.Addresses);
        var text = region.Addresses.Equals(diff.Strangers.Addresses) || addresses.IsAll ? ""
            : addresses.IsExcept ? $" sent from elsewhere than {addresses.Phrase("or")}"
            : $" sent from {addresses.Phrase("or")}";
        var names = AxisWords.Of(diff.Axes.Certificates, region.Certificates);
        var isNone = region.Certificates.Equals(AtomSet.One(CertificateAxis.NoName));
        if (isNone)
            return text + (region.Tls.Contains(1) ? " without a certificate" : " without TLS");
        if (!names.IsExcept)
            return text + (region.Certificates.Equals(diff.Axes.Certificates.Names) ? " with a certificate" : names.Patterns.Count == 0 ? " with another certificate" : $" with a certificate for {names.Phrase("or")}");
        if (!region.Tls.Contains(1))
            return text + " without TLS";
        if (!names.IsAll && !region.Certificates.Equals(diff.Strangers.Certificates))
            return text + $" without a certificate for {names.Phrase("or")}";
        return region.Tls.Contains(0) ? text : text + " with TLS";
    }

    private static string WayOn(MailDiff diff, Region region)
    {
        var isInside = region.Origins.Contains((int)Origin.Mailbox);
        var text = isInside ? "" : region.Origins.Contains((int)Origin.Internet) ? region.Origins.RangeCount == 1 && region.Origins.First == (int)Origin.Internet ? " from the internet" : " that comes in" : " that your own servers relay";
        text += region.Recipients.Equals(diff.Axes.All.Recipients) ? "" : Recipients(diff, region);
        if (region.Kinds.Overlaps(AtomSet.One((int)RecipientKind.OnPremises)) && !region.Kinds.Contains((int)RecipientKind.External) && !region.Kinds.Contains((int)RecipientKind.Cloud))
            text += diff.HasCloudMailboxes ? " for mailboxes on your own servers" : "";
        else if (region.Kinds.Equals(Region.UnknownRecipients))
            text += " for recipients that the directory does not know";
        var addresses = AxisWords.Of(diff.Axes.Addresses, region.Addresses);
        if (!addresses.IsAll && !region.Addresses.Equals(AtomSet.One(diff.Axes.Addresses.Unaddressed)))
            text += addresses.IsExcept ? $" sent from elsewhere than {addresses.Phrase("or")}" : $" sent from {addresses.Phrase("or")}";
        if (!isInside)
            return text;
        if (!region.Tls.Contains(1))
            return text + " when the other side offers no TLS";
        var names = AxisWords.Of(diff.Axes.Certificates, region.Certificates);
        if (region.Certificates.Contains(CertificateAxis.NoName) || region.Tls.Contains(0))
            return text;
        return text + (names.Patterns.Count == 0 || Others(diff, region) ? " when the certificate of the other side has another name" : $" when the certificate of the other side is for {names.Phrase("or")}");
    }

    // Whether names that nobody mentions are in it.
    private static bool Others(MailDiff diff, Region region) => region.Certificates.Contains(diff.Axes.Certificates.Locate(Model.DomainPattern.Exact("anyone.example")));

    private static string Recipients(MailDiff diff, Region region)
    {
        if (!diff.OwnRecipients.IsEmpty && region.Recipients.Equals(diff.OwnRecipients))
            return " to your own domains";
        if (region.Recipients.Equals(diff.Axes.All.Recipients.Except(diff.OwnRecipients)))
            return " to outside recipients";
        var words = AxisWords.Of(diff.Axes.Recipients, region.Recipients);
        if (!words.IsExcept)
            return $" to {words.Phrase("or")}";
        return words.IsAll ? "" : $" to anyone but {words.Phrase()}";
    }

    // What does not differ from the other state is left out.
    private static string Arrival(MailOutcome outcome, MailOutcome other)
    {
        if (outcome.Result == TraceOutcome.Rejected)
            return $"refused{(outcome.Code is { } code ? $" with {code}" : "")}{(outcome.Connector is { } by ? $" by '{by}'" : "")}";
        var text = outcome.Connector is { } connector ? $"accepted over '{connector}'" : "accepted as mail from the internet";
        var isOther = other.Result != TraceOutcome.Rejected;
        if (outcome.MayRelay && (!isOther || !other.MayRelay))
            text += " as your organization's own, which may go to any recipient";
        else if (isOther && other.MayRelay)
            text += " without the right to relay";
        if (!isOther)
            return text;
        if (outcome.IsInternal != other.IsInternal)
            text += outcome.IsInternal ? ", treated as internal" : ", not treated as internal";
        if (outcome.KeepsHeaders != other.KeepsHeaders)
            text += outcome.KeepsHeaders ? ", with hybrid's headers kept" : ", with hybrid's headers taken off";
        if (outcome.EnhancedFiltering != other.EnhancedFiltering && (outcome.Connector is not null || outcome.EnhancedFiltering.Length > 0))
            text += outcome.EnhancedFiltering.Length > 0 ? $", with Enhanced Filtering that skips {outcome.EnhancedFiltering}" : ", without Enhanced Filtering";
        return text;
    }

    private static string WayOn(MailOutcome outcome)
    {
        switch (outcome.Result)
        {
            case TraceOutcome.Rejected:
                return outcome.Code == BounceCodes.Loop.Code ? $"caught in a loop ({BounceCodes.Loop.Code})" : outcome.Code is null ? "sent back" : $"sent back with {outcome.Code}";
            case TraceOutcome.Deferred:
                return $"held up{(outcome.Code is null ? "" : $" with {outcome.Code}")} and then sent back{(outcome.SentBy is null ? "" : $" by '{outcome.SentBy}'")}";
        }

        if (outcome.NextHop is null)
            return "delivered to the mailbox in the cloud";
        var text = $"sent{(outcome.SentBy is null ? "" : $" by '{outcome.SentBy}'")} {(outcome.NextHop == "mx" ? "to the MX hosts" : $"to {outcome.NextHop}")} {TlsOf(outcome)}";
        if (outcome.Checks.Length > 0)
            text += $" ({outcome.Checks.Trim()})";
        if (outcome.Headers.Contains("headers"))
            text += ", with hybrid's headers";
        return outcome.Headers.Contains("rewritten") ? text + ", with the sender rewritten" : text;
    }

    /// <summary>The TLS of a way on: "with TLS and a valid certificate for mail.contoso.com".</summary>
    internal static string TlsOf(MailOutcome outcome)
    {
        if (outcome.Tls is null)
            return "with TLS that is not known";
        if (outcome.Tls == "opportunistic")
            return "with TLS only if offered";
        if (outcome.Tls == "EncryptionOnly")
            return "with TLS";
        var name = outcome.Tls.IndexOf(' ');
        return name < 0 ? "with TLS and a valid certificate" : $"with TLS and a valid certificate for {outcome.Tls.Substring(name + 1)}";
    }
}

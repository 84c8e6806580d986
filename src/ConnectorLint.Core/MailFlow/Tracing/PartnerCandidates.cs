using ConnectorLint.MailFlow.Codes;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step I4: which Partner connector takes the message. Source: matching.md I4.</summary>
internal static class PartnerCandidates
{
    private const string Step = "I4";
    private const int NamedInRefusal = 20;

    /// <summary>The refusal; null when the message passes, or no connector is for it.</summary>
    public static TraceResult? Judge(TraceRun run, List<SourceIdentity> known)
    {
        TellTrust(run);
        if (Identified(run, known) is { } identified)
        {
            run.Inbound = identified.Connector;
            return PartnerRestrictions.Judge(run, identified.Connector, known);
        }

        if (Refused(run) is { } refused)
            return refused;
        if (BySender(run) is not { } chosen)
            return null;
        run.Inbound = chosen;
        // A connector that goes by the sender's domain alone does not exempt from it.
        return DirectSend.Judge(run) ?? PartnerRestrictions.Judge(run, chosen, known);
    }

    private static void TellTrust(TraceRun run)
    {
        foreach (var connector in run.Flow.InboundByOrganization(run.Message.From).Take(TraceRun.Shown))
            run.Decide(Step, $"'{connector.Name}' trusts the organization {run.Message.From}; how such a connector takes mail is nowhere said", Confidence.Silent, "NEW-IN", connector.TrustedOrganizations.HeadSpan);
    }

    private static SourceIdentity? Identified(TraceRun run, List<SourceIdentity> known)
    {
        SourceIdentity? best = null;
        SourceIdentity? rival = null;
        foreach (var identity in known)
        {
            if (!identity.Connector.IsPartner || Specificity(identity.Connector, run.Message.From) < 0 || !IsForRecipient(run, identity.Connector))
                continue;
            if (best is null || Compare(run, identity, best) < 0)
                (best, rival) = (identity, best?.Connector == identity.Connector ? rival : best);
            else if (identity.Connector != best.Connector)
                rival = identity;
        }

        if (best is null)
            return null;
        var what = $"'{best.Connector.Name}' is for mail from {run.Sender} and knows the source by {best.Words}";
        if (rival is null)
        {
            run.Decide(Step, best.IsGuess ? $"{what}; that a certificate for {best.Certificate} stands for that host is a guess" : what, best.IsGuess ? Confidence.Inferred : Confidence.Documented, "PARTNER", best.Span);
            return best;
        }

        var isTie = Specificity(best.Connector, run.Message.From) == Specificity(rival.Connector, run.Message.From) && best.Address is null == rival.Address is null;
        run.Decide(
            Step, isTie ? $"{what}; '{rival.Connector.Name}' does too, and which of them is used is nowhere said: the first is taken" : $"{what}; '{rival.Connector.Name}' does too, and is less specific",
            isTie ? Confidence.Silent : Confidence.Inferred, "PARTNER", best.Span);
        return best;
    }

    // The most specific sender domain, then an address before a certificate, then the first.
    private static int Compare(TraceRun run, SourceIdentity one, SourceIdentity other)
    {
        var specificity = Specificity(other.Connector, run.Message.From).CompareTo(Specificity(one.Connector, run.Message.From));
        if (specificity != 0)
            return specificity;
        var address = (one.Address is null).CompareTo(other.Address is null);
        return address != 0 ? address : one.Connector.Index.CompareTo(other.Connector.Index);
    }

    private static TraceResult? Refused(TraceRun run)
    {
        InboundConnector? first = null;
        var named = 0;
        foreach (var connector in run.Flow.RestrictingFor(run.Message.From))
        {
            if (!IsForRecipient(run, connector))
                continue;
            if (named == NamedInRefusal)
            {
                run.Tell(Step, "more restricting connectors cover the sender and do not know the source either", Confidence.Documented, "USE");
                break;
            }

            first ??= connector;
            var byAddress = connector.RestrictDomainsToIPAddresses.Is(true);
            var restriction = byAddress ? connector.RestrictDomainsToIPAddresses : connector.RestrictDomainsToCertificate;
            var (why, _) = SourceWords.Unknown(run, connector);
            named++;
            run.Decide(Step, $"'{connector.Name}' is for mail from {run.Sender} and restricts it ({restriction.Property.Name}): {why}", Confidence.Documented, "USE", restriction.PairSpan);
        }

        if (first is null)
            return null;
        foreach (var plain in run.Flow.PlainPartnersFor(run.Message.From).Where(connector => IsForRecipient(run, connector)).Take(TraceRun.Shown))
            run.Tell(Step, $"'{plain.Name}' covers the sender too, but a restricting connector takes precedence over one that goes by sender domain", Confidence.Documented, "USE", plain.NameSpan);
        run.Decide(Step, $"rejected with {BounceCodes.PartnerRestriction.Line}{BounceCodes.PartnerRestriction.Caveat}", Confidence.Documented, "USE");
        return run.Reject(first.Name, BounceCodes.PartnerRestriction.Code);
    }

    private static InboundConnector? BySender(TraceRun run)
    {
        InboundConnector? chosen = null;
        var others = new List<InboundConnector>();
        foreach (var connector in run.Flow.PlainPartnersFor(run.Message.From))
        {
            if (connector == chosen || others.Contains(connector) || !IsForRecipient(run, connector))
                continue;
            if (Specificity(connector, run.Message.From) == 0 && connector.SenderIPAddresses.IsKnown)
            {
                if (others.Count < TraceRun.Shown)
                    run.Tell(Step, $"'{connector.Name}' does not take it: it is for \"*\" from its senderIPAddresses, which do not hold {run.Message.IP?.ToString() ?? "an unknown address"}", Confidence.Documented, "PARTNER ex. 5", connector.SenderIPAddresses.HeadSpan);
                Keep(others, connector);
            }
            else if (chosen is null)
            {
                chosen = connector;
            }
            else
            {
                Keep(others, connector);
            }

            if (chosen is not null && others.Count > TraceRun.Shown)
                break;
        }

        if (chosen is null)
            return null;
        var rank = Specificity(chosen, run.Message.From);
        var tie = others.Find(other => Specificity(other, run.Message.From) == rank && !(rank == 0 && other.SenderIPAddresses.IsKnown));
        var rival = tie ?? others.Find(other => Specificity(other, run.Message.From) < rank && !(Specificity(other, run.Message.From) == 0 && other.SenderIPAddresses.IsKnown));
        var what = $"'{chosen.Name}' takes mail from {run.Sender} by senderDomains {SenderOf(chosen, run.Message.From)!.Value.Text}";
        run.Decide(
            Step,
            tie is not null ? $"{what}; so does '{tie.Name}', and which of them is used is nowhere said: the first is taken" : rival is not null ? $"{what}; '{rival.Name}' is less specific" : what,
            tie is not null ? Confidence.Silent : rival is not null || run.Message.From.Length == 0 ? Confidence.Inferred : Confidence.Documented, "PARTNER", SenderOf(chosen, run.Message.From)!.Value.Span);
        return chosen;
    }

    // Only so many are told of, however many there are.
    private static void Keep(List<InboundConnector> others, InboundConnector connector)
    {
        if (others.Count <= TraceRun.Shown)
            others.Add(connector);
    }

    private static bool IsForRecipient(TraceRun run, InboundConnector connector)
    {
        if (connector.AssociatedAcceptedDomains.Value is not { } domains)
            return true;
        var isFor = AssociatedDomains.Hold(domains, run.Message.To);
        if (!run.IsFirst(connector))
            return isFor;
        run.Decide(
            Step, $"'{connector.Name}' is limited by associatedAcceptedDomains, {(isFor ? "which hold" : "which do not hold")} {run.Message.To}{(isFor ? "" : ", and is left out")}; the documentation contradicts itself on whether senders or recipients are meant",
            Confidence.Silent, "NEW-IN", connector.AssociatedAcceptedDomains.HeadSpan);
        return isFor;
    }

    // The entry of senderDomains that takes a domain most specifically; an empty sender is only in "*".
    private static Item<DomainPattern>? SenderOf(InboundConnector connector, string from)
    {
        Item<DomainPattern>? best = null;
        if (connector.SenderDomains.Value is not { } domains)
            return null;
        foreach (var item in domains)
        {
            if (item.IsValid && (from.Length == 0 ? item.Value.IsAny : item.Value.Matches(from)) && (best is not { } other || Specificity(item.Value) > Specificity(other.Value)))
                best = item;
        }

        return best;
    }

    private static int Specificity(InboundConnector connector, string from) => SenderOf(connector, from) is { } item ? Specificity(item.Value) : -1;

    // Exact before wildcards, the more labels the better, then "*".
    private static int Specificity(DomainPattern pattern) => pattern.IsAny ? 0 : pattern.CoversSubdomains ? pattern.Domain.Split('.').Length : int.MaxValue;
}

using System.Globalization;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step I1: the OnPremises connectors that know the source. Source: matching.md I1.</summary>
internal static class OnPremisesCandidates
{
    private const string Step = "I1";

    /// <summary>The connector that takes the message; null when none does.</summary>
    public static SourceIdentity? Choose(TraceRun run, List<SourceIdentity> known)
    {
        var candidates = Candidates(run, known);
        TellOthers(run, candidates);
        if (candidates.Count == 0)
            return null;
        candidates.Sort((one, other) => one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : one.Connector.Index.CompareTo(other.Connector.Index));
        var chosen = candidates[0];
        var what = $"'{chosen.Connector.Name}' is OnPremises and knows the source by {chosen.Words}";
        var others = candidates.Where(candidate => candidate.Connector != chosen.Connector).ToArray();
        if (others.Length > 0)
        {
            var isByRank = chosen.Certificate is not null && others.All(other => other.Address is not null);
            run.Decide(
                Step, $"{what}; {Names(others)} {(others.Length == 1 ? "knows" : "know")} it too, and {(isByRank ? "a certificate is taken before an address" : "which of them is used is nowhere said: the first by exact certificate, then by longest prefix, is taken")}",
                isByRank ? Confidence.Inferred : Confidence.Silent, isByRank ? "MC1226222" : "RELAY23", chosen.Span);
        }
        else if (chosen.IsGuess)
        {
            run.Decide(Step, $"{what}; that a certificate for {chosen.Certificate} stands for that host is a guess", Confidence.Inferred, "RELAY23", chosen.Span);
        }
        else
        {
            run.Decide(Step, what, Confidence.Documented, "RELAY23", chosen.Span);
        }

        if (chosen.Connector.RequireTls.Is(true) && run.Message.UsesTls == false)
            run.Tell(Step, $"requireTls of '{chosen.Connector.Name}' is not enforced: the page limits it to Partner connectors, though the add-on page sets it on OnPremises", Confidence.Silent, "NEW-IN", chosen.Connector.RequireTls.Span);
        run.Inbound = chosen.Connector;
        run.Arrival = Arrival.OnPremises;
        return chosen;
    }

    private static List<SourceIdentity> Candidates(TraceRun run, List<SourceIdentity> known)
    {
        var candidates = new List<SourceIdentity>();
        foreach (var identity in known)
        {
            if (!identity.Connector.IsOnPremises)
                continue;
            var domains = identity.Connector.AssociatedAcceptedDomains;
            if (domains.Value is { } associated)
            {
                var isIn = AssociatedDomains.Hold(associated, run.Message.From);
                run.Decide(
                    Step, $"'{identity.Connector.Name}' is limited by associatedAcceptedDomains, {(isIn ? "which hold" : "which do not hold")} {run.Sender}{(isIn ? "" : ", and is left out")}; the documentation contradicts itself on whether senders or recipients are meant",
                    Confidence.Silent, "NEW-IN", domains.HeadSpan);
                if (!isIn)
                    continue;
            }

            candidates.Add(identity);
        }

        return candidates;
    }

    // Why the others did not take it.
    private static void TellOthers(TraceRun run, List<SourceIdentity> candidates)
    {
        var told = 0;
        var left = 0;
        var taking = new HashSet<InboundConnector>(candidates.Select(candidate => candidate.Connector));
        foreach (var connector in run.Flow.OnPremisesInbound)
        {
            if (told == TraceRun.Shown)
            {
                left = run.Flow.OnPremisesInbound.Count - told - taking.Count;
                break;
            }

            if (taking.Contains(connector) || connector.AssociatedAcceptedDomains.IsKnown)
                continue;
            var (why, span) = SourceWords.Unknown(run, connector);
            run.Tell(Step, $"'{connector.Name}' does not take it: {why}", Confidence.Documented, "RELAY23", span);
            told++;
        }

        if (left > 0)
            run.Tell(Step, $"{left.ToString(CultureInfo.InvariantCulture)} more OnPremises connectors do not know the source either", Confidence.Documented, "RELAY23");
        foreach (var identity in SourceIdentities.OfDisabled(run).Where(identity => identity.Connector.IsOnPremises).Take(TraceRun.Shown))
            run.Tell(Step, $"'{identity.Connector.Name}' knows the source by {identity.Words}, but is disabled", Confidence.Documented, "NEW-IN", identity.Connector.Enabled.Span);
    }

    private static string Names(SourceIdentity[] identities)
    {
        var names = identities.Select(identity => identity.Connector.Name).Distinct().ToArray();
        return string.Join(", ", names.Take(TraceRun.Shown).Select(name => $"'{name}'")) + (names.Length > TraceRun.Shown ? $" and {(names.Length - TraceRun.Shown).ToString(CultureInfo.InvariantCulture)} more" : "");
    }
}

using System.Globalization;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Steps O3 to O5: the connector that is for the recipient's domain. Source: matching.md O3 to O5 and 3.3.</summary>
internal static class ConnectorChoice
{
    /// <summary>The connector; null when none is for the domain.</summary>
    public static OutboundConnector? Choose(TraceRun run)
    {
        TellIneligible(run);
        var selected = run.Flow.OutboundSelected(run.Message.To);
        if (run.Arrival == Arrival.OnPremises && !run.Flow.IsAccepted(run.Message.To) && selected.Any(IsCentral))
        {
            run.Decide("O4", "mail that came from your servers is not sent back there for an outside recipient", Confidence.Documented, "CMT21", selected.First(IsCentral).RouteAllMessagesViaOnPremises.PairSpan);
            selected = [.. selected.Where(connector => !IsCentral(connector))];
        }

        if (selected.Count == 0)
            return null;
        if (run.Arrival != Arrival.OnPremises && run.Flow.CentralizedGeneral.FirstOrDefault() is { } central)
        {
            if (selected.FirstOrDefault(IsCentral) is { } both)
            {
                var isShared = selected.Count(IsCentral) < selected.Count;
                run.Decide(
                    "O4", $"'{both.Name}' takes it: routeAllMessagesViaOnPremises sends all mail that leaves the cloud through your servers{(isShared ? ", before others for the same recipients" : "")}",
                    isShared ? Confidence.Inferred : Confidence.Documented, "HYB-ROUTE", both.RouteAllMessagesViaOnPremises.PairSpan);
                return both;
            }

            run.Decide(
                "O4", $"'{selected[0].Name}' and the centralized '{central.Name}' both take it: which wins is nowhere said, and an answer in a forum says the centralized one; the more specific one is taken",
                Confidence.Silent, "NEW-OUT", central.RouteAllMessagesViaOnPremises.PairSpan);
        }

        return ByScope(run, selected);
    }

    private static OutboundConnector ByScope(TraceRun run, IReadOnlyList<OutboundConnector> selected)
    {
        var chosen = selected[0];
        // A set: many connectors may be for the same domain.
        var taken = new HashSet<OutboundConnector>(selected);
        var to = run.Message.To;
        var isAccepted = run.Flow.IsAccepted(to);
        string what;
        var confidence = Confidence.Documented;
        var item = PatternOf(chosen, to);
        var span = item?.Span ?? default;
        var byAccepted = chosen.AllAcceptedDomains.Is(true) && isAccepted && (item is null || item.Value.Value.IsAny);
        if (item is { Value: { IsAny: false, CoversSubdomains: false } })
        {
            what = $"'{chosen.Name}' takes it: recipientDomains has exactly {to}";
        }
        else if (item is { Value.CoversSubdomains: true } wildcard)
        {
            what = $"'{chosen.Name}' takes it: recipientDomains has {wildcard.Text}";
            if (isAccepted && run.Flow.ForAllAcceptedDomains.Count > 0)
                (what, confidence) = ($"{what}; '{run.Flow.ForAllAcceptedDomains[0].Name}' is for all accepted domains, and the documentation contradicts itself on which comes first: its worked example is followed", Confidence.Silent);
            else if (string.Equals(wildcard.Value.Domain, to, StringComparison.OrdinalIgnoreCase))
                (what, confidence) = ($"{what}; whether that holds {to} itself is where the documentation contradicts itself", Confidence.Silent);
            else if (run.Flow.OutboundByWildcard(to).Any(other => !taken.Contains(other)))
                (what, confidence) = ($"{what}, the longest of several wildcards", Confidence.Inferred);
        }
        else if (byAccepted)
        {
            what = $"'{chosen.Name}' takes it: {to} is an accepted domain, and allAcceptedDomains is true";
            span = chosen.AllAcceptedDomains.PairSpan;
            if (run.Flow.CatchAll.Any(other => other != chosen))
                confidence = Confidence.Inferred;
        }
        else if (item is not null)
        {
            what = $"'{chosen.Name}' takes it: recipientDomains has \"*\", and nothing more specific is for {to}";
            confidence = run.Flow.OutboundSelected(to).Count == run.Flow.CatchAll.Count && !isAccepted ? Confidence.Documented : Confidence.Inferred;
        }
        else
        {
            what = $"'{chosen.Name}' takes it: routeAllMessagesViaOnPremises is true";
            span = chosen.RouteAllMessagesViaOnPremises.PairSpan;
        }

        if (taken.Count > 1)
        {
            var ties = taken.Where(other => other != chosen).ToArray();
            what += $"; ambiguous: {Names(ties)} {(ties.Length == 1 ? "is" : "are")} for the same recipients, and which is used is nowhere said: the first is taken";
            confidence = Confidence.Silent;
        }

        run.Decide("O5", what, confidence, "ROUTE", span);
        TellOthers(run, taken);
        return chosen;
    }

    private static void TellOthers(TraceRun run, HashSet<OutboundConnector> taken)
    {
        foreach (var other in run.Flow.OutboundCovering(run.Message.To).Where(other => !taken.Contains(other)).Distinct().Take(TraceRun.Shown))
        {
            var item = PatternOf(other, run.Message.To);
            var span = item?.Span ?? (other.AllAcceptedDomains.Is(true) ? other.AllAcceptedDomains : other.RouteAllMessagesViaOnPremises).PairSpan;
            run.Tell("O5", $"'{other.Name}' is for {run.Message.To} too, but is less specific", Confidence.Documented, "ROUTE", span);
        }
    }

    // Connectors that would be for it, were they on and not for rules only.
    private static void TellIneligible(TraceRun run)
    {
        foreach (var connector in run.Flow.IneligibleOutboundListing(run.Message.To).Distinct().Take(TraceRun.Shown))
        {
            var (why, span, confidence) = connector.Enabled.Is(false) ? ("is disabled", connector.Enabled.PairSpan, Confidence.Documented)
                : connector.TestMode.Is(true) ? ("is in test mode", connector.TestMode.PairSpan, Confidence.Inferred)
                : ("serves only its transport rule (isTransportRuleScoped)", connector.IsTransportRuleScoped.PairSpan, Confidence.Documented);
            run.Tell("O3", $"'{connector.Name}' is for {run.Message.To}, but {why}", confidence, "NEW-OUT", span);
        }
    }

    private static Item<DomainPattern>? PatternOf(OutboundConnector connector, string domain)
    {
        Item<DomainPattern>? best = null;
        if (connector.RecipientDomains.Value is not { } domains)
            return null;
        foreach (var item in domains)
        {
            if (item.IsValid && item.Value.Matches(domain) && (best is not { } other || other.Value.Includes(item.Value)))
                best = item;
        }

        return best;
    }

    private static bool IsCentral(OutboundConnector connector) => connector.RouteAllMessagesViaOnPremises.Is(true);

    private static string Names(OutboundConnector[] connectors) =>
        string.Join(", ", connectors.Take(TraceRun.Shown).Select(connector => $"'{connector.Name}'"))
        + (connectors.Length > TraceRun.Shown ? $" and {(connectors.Length - TraceRun.Shown).ToString(CultureInfo.InvariantCulture)} more" : "");
}

using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step O2: transport rules that route to a connector. Source: matching.md O2.</summary>
internal static class RuleRouting
{
    private const string Step = "O2";

    /// <summary>The connector that a rule routes the message to; null when none does.</summary>
    public static OutboundConnector? Choose(TraceRun run)
    {
        TransportRule? routing = null;
        var count = 0;
        var isGuess = false;
        foreach (var rule in run.Flow.RulesInOrder)
        {
            var isOfUse = rule.RouteMessageOutboundConnector.IsKnown || rule.RouteMessageOutboundRequireTls.Is(true);
            if ((!isOfUse && !rule.StopRuleProcessing.Is(true)) || !Meets(run, rule))
                continue;
            if (rule.HasOtherCondition || !rule.IsActive || (!rule.SenderIPRanges.IsAbsent && run.Message.IP is null))
            {
                if (isOfUse)
                    run.Decide(Step, $"rule '{rule.Name}' has conditions that a trace does not know; taken as not met", Confidence.Silent, "NEW-RULE", rule.NameSpan);
                continue;
            }

            if (rule.RouteMessageOutboundRequireTls.Is(true))
            {
                run.RequiresTls = true;
                run.Decide(Step, $"rule '{rule.Name}' wants TLS on the way on", Confidence.Documented, "RULE-ACT", rule.RouteMessageOutboundRequireTls.PairSpan);
            }

            if (rule.RouteMessageOutboundConnector.IsKnown)
            {
                routing = rule;
                count++;
                isGuess |= rule.HasOtherException;
            }

            if (rule.StopRuleProcessing.Is(true))
                break;
        }

        return routing is null ? null : Target(run, routing, count, isGuess);
    }

    private static OutboundConnector? Target(TraceRun run, TransportRule rule, int count, bool isGuess)
    {
        var name = rule.RouteMessageOutboundConnector.Value;
        var target = run.Flow.OutboundByName(name.Text);
        if (target is null || !target.IsActive)
        {
            var why = target is null ? "is not declared" : target.Enabled.Is(false) ? "is disabled" : target.TestMode.Is(true) ? "is in test mode" : "is not known to be on";
            run.Decide(Step, $"rule '{rule.Name}' is broken: '{name.Text}' {why}; what happens then is nowhere said, and the message is taken on as if there were no rule", Confidence.Silent, "NEW-RULE", name.Span);
            return null;
        }

        var more = count > 1 ? "; several rules match, and the last that sets a connector decides, or the first that stops processing" : isGuess ? "; its exceptions are taken as not met" : "";
        run.Decide(Step, $"rule '{rule.Name}' routes it to '{target.Name}', whatever the recipient's domain{more}", count > 1 || isGuess ? Confidence.Inferred : Confidence.Documented, "NEW-OUT", name.Span);
        return target;
    }

    // Whether the conditions that a trace knows are met.
    private static bool Meets(TraceRun run, TransportRule rule)
    {
        var message = run.Message;
        if (rule.RecipientDomainIs.Value is { } domains && !Holds(domains, message.To))
            return false;
        if (rule.ExceptIfRecipientDomainIs.Value is { } exceptions && Holds(exceptions, message.To))
            return false;
        var isFromInside = run.Arrival == Arrival.Inside || (run.Arrival == Arrival.OnPremises && message.From.Length > 0 && run.Flow.IsAccepted(message.From));
        if (!InScope(rule.FromScope, isFromInside) || !InScope(rule.SentToScope, run.Flow.IsAccepted(message.To)))
            return false;
        return message.IP is not { } address || rule.SenderIPRanges.Value is not { } ranges || ranges.Any(range => range.IsValid && range.Value.Includes(address));
    }

    private static bool Holds(ItemList<string> domains, string domain)
    {
        foreach (var item in domains)
        {
            if (string.Equals(item.Value, domain, StringComparison.OrdinalIgnoreCase) || (item.IsValid && DomainPattern.IsSubdomain(domain, item.Value)))
                return true;
        }

        return false;
    }

    private static bool InScope(Setting<Item<string>> scope, bool isInside)
    {
        if (!scope.IsKnown)
            return true;
        if (string.Equals(scope.Value.Text, "InOrganization", StringComparison.OrdinalIgnoreCase))
            return isInside;
        return !string.Equals(scope.Value.Text, "NotInOrganization", StringComparison.OrdinalIgnoreCase) || !isInside;
    }
}

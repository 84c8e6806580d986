using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>What mail would do without an outbound connector, or without one of its recipient patterns: the same.</summary>
/// <param name="Other">The connector that takes its mail first, or that would do the same with it.</param>
/// <param name="IsReached">Whether it takes mail; false: the other takes it first.</param>
/// <param name="IsByRule">Whether a transport rule leads the mail to the other.</param>
/// <param name="Witness">The domain of a recipient whose mail shows it.</param>
internal sealed record Idleness(OutboundConnector Other, bool IsReached, bool IsByRule, string Witness);

/// <summary>Proves of outbound connectors that no message can tell whether they are there. The ways on of the connector's recipients are parted with it and without it, among the connectors that are for the same mail, and compared; a class whose outcome rests on a step that is not documented proves nothing.</summary>
internal sealed class IdleOutbound(TenantModel tenant, FlowIndex flow)
{
    /// <summary>A tenant with more general connectors, accepted domains and transport rules together is not asked.</summary>
    public const int MostParts = 1_000;

    /// <summary>A connector that shares its mail with more others is not asked.</summary>
    public const int MostNeighbors = 30;

    /// <summary>When so many domains have been compared, nothing more is asked of the tenant: the work has an end, whatever its connectors share.</summary>
    public const int MostDomains = 100_000;

    private readonly Lazy<bool> _isKnown = new(() => IsKnown(tenant, flow));
    private readonly Lazy<List<TransportRule>> _rules = new(() => CertainRules(flow));
    private readonly Lazy<HashSet<OutboundConnector>> _targets = new(() => Targets(tenant, flow));
    private readonly Lazy<PatternsBelow<OutboundConnector>> _below = new(() => Below(tenant));

    private int _domainsLeft = MostDomains;

    /// <summary>Why all of a connector does nothing; null when it does something, or that is not proved. Its unreached patterns, where it has others that do something.</summary>
    public Idleness? Find(OutboundConnector connector, List<(Item<DomainPattern> Pattern, Idleness Why)> patterns)
    {
        if (_domainsLeft < 0 || !connector.IsGeneral || !_isKnown.Value || _targets.Value.Contains(connector) || !IsKnown(connector) || !MayBeIdle(connector) || Neighbors(connector) is not { } neighbors)
            return null;
        // The names tell which connector took a message.
        if (neighbors.Any(other => !IsKnown(other)) || neighbors.Select(other => other.Name).Append(connector.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() <= neighbors.Count)
            return null;
        _domainsLeft -= neighbors.Sum(DomainCount) + DomainCount(connector) + (tenant.Topology?.AcceptedDomains.Count ?? 0) + _rules.Value.Count;
        if (_domainsLeft < 0)
            return null;
        try
        {
            return new Comparison(tenant, _rules.Value, connector, neighbors).Judge(patterns);
        }
        catch (SpaceLimitException)
        {
            return null;
        }
    }

    private static int DomainCount(OutboundConnector connector) => connector.RecipientDomains.Value?.Count ?? 0;

    // A message to its first recipients is enough to tell that most connectors do something.
    private bool MayBeIdle(OutboundConnector connector)
    {
        if (connector.RecipientDomains.Value is not { Count: > 0 } domains)
            return connector.AllAcceptedDomains.Is(true);
        foreach (var item in domains)
        {
            var domain = item.Value.IsAny ? "anyone.example" : item.Value.CoversSubdomains ? $"any.{item.Value.Domain}" : item.Value.Domain;
            if (_rules.Value.Exists(rule => MayTake(rule, domain)) || flow.OutboundCovering(domain).Any(other => other != connector && DoTheSame(other, connector)))
                return true;
        }

        return false;
    }

    private static bool MayTake(TransportRule rule, string domain) =>
        rule.RecipientDomainIs.Value!.Any(item => DomainPattern.WithSubdomains(item.Value).Matches(domain));

    private static bool DoTheSame(OutboundConnector one, OutboundConnector other) =>
        one.EffectiveUseMXRecord == other.EffectiveUseMXRecord && one.TlsSettings.IsAbsent == other.TlsSettings.IsAbsent && (one.TlsSettings.IsAbsent || one.TlsSettings.Value == other.TlsSettings.Value);

    // Whoever may take some of the same mail, and where rules lead; null when they are too many.
    private HashSet<OutboundConnector>? Neighbors(OutboundConnector connector)
    {
        var found = new HashSet<OutboundConnector>(_targets.Value);
        var patterns = connector.RecipientDomains.Value is { } domains ? domains.Select(item => item.Value) : [];
        if (connector.AllAcceptedDomains.Is(true))
            patterns = patterns.Concat(tenant.Topology!.AcceptedDomains.Select(domain => domain.MatchSubDomains.Is(true) ? DomainPattern.WithSubdomains(domain.Name) : DomainPattern.Exact(domain.Name)));
        foreach (var pattern in patterns)
        {
            if (pattern.IsAny)
                found.UnionWith(tenant.OutboundConnectors.Where(other => other.IsGeneral));
            else
                found.UnionWith(flow.OutboundCovering(pattern.Domain));
            if (pattern.CoversSubdomains)
                found.UnionWith(_below.Value.Of(pattern.Domain));
            if (found.Count > MostNeighbors + 1)
                return null;
        }

        found.UnionWith(flow.ForAllAcceptedDomains);
        found.Remove(connector);
        return found.Count > MostNeighbors ? null : found;
    }

    // Who else takes mail, or whether a rule leads to the connector, must be known.
    private static bool IsKnown(TenantModel tenant, FlowIndex flow)
    {
        var domains = tenant.Topology?.AcceptedDomains.Count ?? 0;
        var rules = flow.RulesInOrder.Count;
        if (!tenant.IsOutboundComplete || !tenant.IsTopologyComplete || flow.UncertainOutbound.Count > 0 || flow.Centralized.Count > 0 || flow.GeneralCount + domains + rules > MostParts)
            return false;
        return flow.KnowsAcceptedDomains || (flow.ForAllAcceptedDomains.Count == 0 && rules == 0);
    }

    private static bool IsKnown(OutboundConnector connector) =>
        connector.EffectiveUseMXRecord is not null && connector.RecipientDomains.Value is not { HasFaults: true } && connector.SmartHosts.Value is not { HasFaults: true }
        && !connector.RecipientDomains.IsUncertain && !connector.AllAcceptedDomains.IsUncertain && !connector.RouteAllMessagesViaOnPremises.IsUncertain && !connector.SmartHosts.IsUncertain
        && !connector.TlsSettings.IsUncertain && !connector.TlsDomain.IsUncertain && !connector.SmtpDaneMode.IsUncertain && !connector.MtaStsMode.IsUncertain
        && !connector.CloudServicesMailEnabled.IsUncertain && !connector.SenderRewritingEnabled.IsUncertain;

    // The rules that lead mail away for certain. One without a recipient domain may have conditions that were not declared. The others need not be known: no rule leads to a connector that is asked about, so a message that one takes goes the same way without it.
    private static List<TransportRule> CertainRules(FlowIndex flow)
    {
        var rules = new List<TransportRule>();
        foreach (var rule in flow.RulesInOrder)
        {
            if (rule is { IsActive: true, HasOtherCondition: false, HasOtherException: false, RecipientDomainIs.Value.HasFaults: false } && rule.ExceptIfRecipientDomainIs is { IsUncertain: false, Value: not { HasFaults: true } }
                && !rule.FromScope.IsUncertain && !rule.SentToScope.IsUncertain && rule.SenderIPRanges.IsAbsent)
            {
                rules.Add(rule);
            }
            else if (rule.StopRuleProcessing.CanBe(true))
            {
                break;
            }
        }

        return rules;
    }

    // To a rule, on or off, a connector is more than what it takes by itself: without it the rule is broken.
    private static HashSet<OutboundConnector> Targets(TenantModel tenant, FlowIndex flow)
    {
        var targets = new HashSet<OutboundConnector>();
        foreach (var rule in tenant.Topology is { } topology ? topology.TransportRules : Enumerable.Empty<TransportRule>())
        {
            if (rule.RouteMessageOutboundConnector.IsKnown && flow.OutboundByName(rule.RouteMessageOutboundConnector.Value.Text) is { } target)
                targets.Add(target);
        }

        return targets;
    }

    private static PatternsBelow<OutboundConnector> Below(TenantModel tenant)
    {
        var below = new PatternsBelow<OutboundConnector>();
        foreach (var connector in tenant.OutboundConnectors)
        {
            if (connector.IsGeneral && connector.RecipientDomains.Value is { } domains)
                below.Add(domains, connector);
        }

        return below;
    }

    // The tenant's part around one connector, with it and without it.
    private sealed class Comparison
    {
        private readonly OutboundConnector _connector;
        private readonly TenantSide _with;
        private readonly WaysOn _waysWith;
        private readonly WaysOn _waysWithout;
        private readonly TenantSide _without;
        private readonly Dictionary<int, Idleness?> _known = [];

        public Comparison(TenantModel tenant, List<TransportRule> rules, OutboundConnector connector, HashSet<OutboundConnector> neighbors)
        {
            _connector = connector;
            // In their order: the first of equals is taken.
            var without = tenant with { InboundConnectors = [], OutboundConnectors = [.. tenant.OutboundConnectors.Where(neighbors.Contains)] };
            var with = tenant with { InboundConnectors = [], OutboundConnectors = [.. tenant.OutboundConnectors.Where(other => other == connector || neighbors.Contains(other))] };
            var axes = MailAxes.Of(with);
            var budget = new SpaceBudget(CancellationToken.None);
            _with = new TenantSide(with, new FlowIndex(with, rules), axes);
            _without = new TenantSide(without, new FlowIndex(without, rules), axes);
            _waysWith = new WaysOn(_with, budget);
            _waysWithout = new WaysOn(_without, budget);
        }

        public Idleness? Judge(List<(Item<DomainPattern> Pattern, Idleness Why)> patterns)
        {
            var sets = new List<AtomSet>();
            foreach (var item in _connector.RecipientDomains.Value ?? Enumerable.Empty<Item<DomainPattern>>())
            {
                var atoms = _with.Axes.Recipients.Taken(item.Value);
                sets.Add(atoms);
                if (Judge(atoms) is { IsReached: false } why)
                    patterns.Add((item, why));
            }

            if (_connector.AllAcceptedDomains.Is(true))
                sets.Add(_with.AcceptedRecipients);
            var whole = Judge(sets.Aggregate(AtomSet.None, (one, other) => one.Union(other)));
            if (whole is not null)
                patterns.Clear();
            return whole;
        }

        private Idleness? Judge(AtomSet recipients)
        {
            Idleness? found = null;
            foreach (var atom in recipients.Atoms())
            {
                if (!_known.TryGetValue(atom, out var one))
                    _known.Add(atom, one = Compare(atom));
                if (one is null)
                    return null;
                // That it takes mail, which another would take in the same way, is said before what it never sees.
                if (found is null || (one.IsReached && !found.IsReached))
                    found = one;
            }

            return found;
        }

        private Idleness? Compare(int atom)
        {
            var kinds = MailDiff.KindsOf(_with, _without, atom);
            var before = Pieces(_waysWith, atom, kinds);
            var after = Pieces(_waysWithout, atom, kinds);
            if (before is null || after is null)
                return null;
            string? first = null;
            string? instead = null;
            foreach (var one in before)
            {
                foreach (var other in after)
                {
                    var both = one.Region.Intersect(other.Region);
                    if (both.IsEmpty || !both.Kinds.Overlaps(kinds))
                        continue;
                    if (Seen(one.Outcome) != Seen(other.Outcome))
                        return null;
                    if (one.Outcome.SentBy == _connector.Name)
                        instead = other.Outcome.SentBy;
                    else
                        first ??= one.Outcome.SentBy;
                }
            }

            // Mail that does not leave at all, or leaves by no connector, is the affair of other rules.
            if ((instead ?? first) is not { } name)
                return null;
            var taker = _with.Flow.OutboundByName(name)!;
            var domain = _with.Axes.Recipients.Witness(atom);
            var selected = (instead is null ? _with : _without).Flow.OutboundSelected(domain);
            return new Idleness(taker, instead is not null, selected.Contains(_connector) || !selected.Contains(taker), domain);
        }

        // Null where an outcome rests on a step that is not documented.
        private static List<Piece>? Pieces(WaysOn ways, int atom, AtomSet kinds)
        {
            ways.Uncertain.Clear();
            var pieces = ways.Pieces(AtomSet.One(atom));
            return ways.Uncertain.Exists(region => region.Kinds.Overlaps(kinds)) ? null : pieces;
        }

        private static MailOutcome Seen(MailOutcome outcome) => outcome with { Connector = null, SentBy = null };
    }
}

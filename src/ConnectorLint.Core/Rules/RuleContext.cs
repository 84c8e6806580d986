using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Needs;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules;

/// <summary>What a rule sees of the tenant, and where it reports to.</summary>
public sealed class RuleContext
{
    private readonly FindingSink _sink;
    private FlowIndex? _hybridFlow;
    private FlowIndex? _onPremisesFlow;
    private FlowIndex? _restrictingFlow;
    private Duplicates? _duplicates;
    private IdleOutbound? _idleOutbound;
    private IdleInbound? _idleInbound;
    private FlowIndex? _demandingFlow;
    private Dictionary<OutboundConnector, TransportRule>? _ruleTo;

    internal RuleContext(TenantModel tenant, FindingSink sink, DateTime? asOf = null)
    {
        Tenant = tenant;
        AsOf = asOf;
        Flow = new FlowIndex(tenant);
        Needs = tenant.Topology is null ? NeedList.Empty : NeedList.Of(tenant, Flow);
        _sink = sink;
    }

    /// <summary>The tenant.</summary>
    public TenantModel Tenant { get; }

    /// <summary>The day that dates are compared with; null when none was given: then nothing is said of dates.</summary>
    public DateTime? AsOf { get; }

    /// <summary>The topology; null when none is declared.</summary>
    public Topology? Topology => Tenant.Topology;

    /// <summary>Which connector a sender or a recipient meets; indexed, so that no rule is quadratic.</summary>
    public FlowIndex Flow { get; }

    /// <summary>What the topology needs, and what meets it.</summary>
    public NeedList Needs { get; }

    /// <summary>Only the connectors of the Hybrid Configuration Wizard, indexed alike.</summary>
    public FlowIndex HybridFlow => _hybridFlow ??= Part(IsHybrid, IsHybrid);

    /// <summary>Only the inbound connectors that are certainly OnPremises, indexed alike: what is asked for is found at once, however many partners share it.</summary>
    public FlowIndex OnPremisesFlow => _onPremisesFlow ??= Part(connector => connector.IsOnPremises, _ => false);

    /// <summary>Only the inbound connectors that restrict for all the mail of their senders (no associatedAcceptedDomains), indexed alike.</summary>
    public FlowIndex RestrictingFlow => _restrictingFlow ??= Part(connector => connector.IsRestricting && connector.AssociatedAcceptedDomains.IsAbsent, _ => false);

    /// <summary>The connectors that repeat another.</summary>
    internal Duplicates Duplicates => _duplicates ??= new Duplicates(Tenant);

    /// <summary>Which outbound connectors change nothing, whatever the reason.</summary>
    internal IdleOutbound IdleOutbound => _idleOutbound ??= new IdleOutbound(Tenant, Flow);

    /// <summary>Which inbound Partner connectors change nothing, whatever the reason.</summary>
    internal IdleInbound IdleInbound => _idleInbound ??= new IdleInbound(Tenant, Flow, Duplicates, Needs.ServesMore);

    /// <summary>Only the inbound Partner connectors that refuse no other source, and still do something with mail, indexed alike.</summary>
    internal FlowIndex DemandingFlow => _demandingFlow ??= Part(connector => connector.IsPartner && !connector.IsRestricting && !ConnectorWithoutEffect.RestrictsNothing(connector), _ => false);

    /// <summary>Whether a connector should not be there at all, or not as it is: it goes the wrong way (CL1010) or is unnecessary (CL1005). Advice on the rest of it would be noise.</summary>
    internal bool IsToGo(IConnector connector) => Needs.IsMisdirected(connector) || connector switch
    {
        InboundConnector inbound => UnnecessaryOnPremConnector.Concerns(inbound, this),
        OutboundConnector outbound => UnnecessaryOnPremConnector.Concerns(outbound, this),
        _ => false,
    };

    /// <summary>The first enabled transport rule that routes to a connector; null when none does.</summary>
    internal TransportRule? RuleTo(OutboundConnector connector)
    {
        if (_ruleTo is null)
        {
            _ruleTo = [];
            foreach (var rule in Topology is { } topology ? topology.TransportRules : Enumerable.Empty<TransportRule>())
            {
                if (rule.IsActive && rule.RouteMessageOutboundConnector.IsKnown && Flow.OutboundByName(rule.RouteMessageOutboundConnector.Value.Text) is { } target && !_ruleTo.ContainsKey(target))
                    _ruleTo.Add(target, rule);
            }
        }

        return _ruleTo.TryGetValue(connector, out var found) ? found : null;
    }

    internal RuleInfo Rule { get; set; } = null!;

    /// <summary>The place of a fact of the topology: declared in a manifest, else inferred.</summary>
    internal RelatedSpan FactAt(SourceSpan span, string declared = "the topology says so here") => new(span, IsInferred(span) ? "inferred from the deployment here" : declared);

    /// <summary>The place of a fact that nobody declared; none where it is.</summary>
    internal RelatedSpan[] InferredAt(SourceSpan span) => IsInferred(span) ? [FactAt(span)] : [];

    /// <summary>Whether a fact of the topology stands in a deployment, so that nobody declared it.</summary>
    internal bool IsInferred(SourceSpan span) => !span.IsNone && Tenant.DeploymentFiles.Contains(span.File);

    /// <summary>Reports a finding about a connector.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="span">Where the squiggle stands.</param>
    /// <param name="message">One sentence: connector, property, what happens to mail.</param>
    /// <param name="property">The property it is about; null for the connector as a whole.</param>
    /// <param name="value">The value it is about, when there can be several; part of the fingerprint.</param>
    /// <param name="severity">A lower severity in a case that the catalogue states.</param>
    /// <param name="help">What to do, where the rule's own help does not fit.</param>
    /// <param name="related">Other places that matter.</param>
    /// <param name="fixes">What can be done automatically.</param>
    public void Report(
        IConnector connector,
        SourceSpan span,
        string message,
        Property? property = null,
        string value = "",
        Severity? severity = null,
        string? help = null,
        IReadOnlyList<RelatedSpan>? related = null,
        IReadOnlyList<Fix>? fixes = null) =>
        Report(connector.Owner, span, message, property?.Name ?? "", value, severity, help, related, fixes);

    /// <summary>Reports a finding about something else: a need, a part of the topology.</summary>
    /// <param name="owner">What it is about, by names: a need's id, "topology/devices/scanner".</param>
    /// <param name="span">Where the squiggle stands.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="property">The property it is about.</param>
    /// <param name="value">The value it is about; part of the fingerprint.</param>
    /// <param name="severity">A lower severity in a case that the catalogue states.</param>
    /// <param name="help">What to do, where the rule's own help does not fit.</param>
    /// <param name="related">Other places that matter.</param>
    /// <param name="fixes">What can be done automatically.</param>
    public void Report(
        string owner,
        SourceSpan span,
        string message,
        string property = "",
        string value = "",
        Severity? severity = null,
        string? help = null,
        IReadOnlyList<RelatedSpan>? related = null,
        IReadOnlyList<Fix>? fixes = null) =>
        _sink.Report(Rule, span, message, severity, help, related, fixes, owner, property, value);

    private FlowIndex Part(Func<InboundConnector, bool> isInbound, Func<OutboundConnector, bool> isOutbound) => new(Tenant with
    {
        InboundConnectors = Tenant.InboundConnectors.Where(isInbound).ToArray(),
        OutboundConnectors = Tenant.OutboundConnectors.Where(isOutbound).ToArray(),
    });

    internal static bool IsHybrid(IConnector connector) => connector.ConnectorSource.Is(ConnectorSource.HybridWizard) && connector.ConnectorType.Is(ConnectorType.OnPremises);
}

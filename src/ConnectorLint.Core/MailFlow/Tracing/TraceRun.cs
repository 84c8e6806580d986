using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Where a message came to the service from, for the way on.</summary>
internal enum Arrival : byte
{
    /// <summary>A mailbox in the cloud.</summary>
    Inside,

    /// <summary>Your own servers: attributed to the organization.</summary>
    OnPremises,

    /// <summary>Anybody.</summary>
    Internet,
}

/// <summary>One trace under way: the message, the tenant, and the steps so far.</summary>
internal sealed class TraceRun(TenantModel tenant, FlowIndex flow, TraceMessage message)
{
    /// <summary>How many connectors that did not take the message are named, in each step.</summary>
    public const int Shown = 3;

    private readonly List<TraceStep> _steps = [];
    private readonly HashSet<object> _met = [];

    public TenantModel Tenant { get; } = tenant;

    public FlowIndex Flow { get; } = flow;

    public TraceMessage Message { get; } = message;

    public Arrival Arrival { get; set; } = Arrival.Inside;

    /// <summary>The inbound connector that took the message, once one did.</summary>
    public InboundConnector? Inbound { get; set; }

    /// <summary>The outbound connector that hands it on, once one does.</summary>
    public OutboundConnector? Outbound { get; set; }

    /// <summary>Whether it counts as the organization's, and may go to any recipient.</summary>
    public bool MayRelay { get; set; }

    /// <summary>Whether a transport rule wants TLS on the way on.</summary>
    public bool RequiresTls { get; set; }

    /// <summary>The sender as messages name it.</summary>
    public string Sender => Message.From.Length == 0 ? "the empty sender" : Message.From;

    /// <summary>Whether something is met for the first time, so that it is not told twice.</summary>
    public bool IsFirst(object thing) => _met.Add(thing);

    /// <summary>A step that is only told.</summary>
    public void Tell(string step, string what, Confidence confidence, string source, SourceSpan span = default) =>
        _steps.Add(new TraceStep(step, what, confidence, source, span, Decides: false));

    /// <summary>A step that the result rests on.</summary>
    public void Decide(string step, string what, Confidence confidence, string source, SourceSpan span = default) =>
        _steps.Add(new TraceStep(step, what, confidence, source, span, Decides: true));

    public TraceResult Reject(string? connector, string? code) => End(TraceOutcome.Rejected, connector, code, null, null);

    public TraceResult End(TraceOutcome outcome, string? connector, string? code, NextHop? nextHop, string? tls)
    {
        var isCertain = true;
        foreach (var step in _steps)
            isCertain &= !step.Decides || step.Confidence == Confidence.Documented;
        return new TraceResult
        {
            Direction = Message.Direction,
            Outcome = outcome,
            Connector = connector,
            TakenBy = Inbound,
            SentBy = Outbound,
            MayRelay = MayRelay,
            Code = code,
            NextHop = nextHop,
            Tls = tls,
            IsCertain = isCertain,
            Steps = _steps,
        };
    }
}

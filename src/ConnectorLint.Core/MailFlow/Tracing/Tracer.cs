using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Follows messages through a tenant: which connector takes one, whether it is let in, and where it goes on to. Pure; any number of traces, from any thread. Source: matching.md.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="flow">Its index.</param>
public sealed class Tracer(TenantModel tenant, FlowIndex flow)
{
    /// <summary>Makes a tracer with an index of its own.</summary>
    public Tracer(TenantModel tenant)
        : this(tenant, new FlowIndex(tenant))
    {
    }

    /// <summary>Follows one message.</summary>
    public TraceResult Trace(TraceMessage message)
    {
        var run = new TraceRun(tenant, flow, message);
        return message.Direction == Direction.Inbound ? Inbound(run) : Outbound(run);
    }

    private static TraceResult Inbound(TraceRun run) => Arrive(run) ?? WayOn.AfterAcceptance(run);

    /// <summary>Steps I1 to I6: the refusal of a message that comes; null when it is let in.</summary>
    internal static TraceResult? Arrive(TraceRun run)
    {
        var known = SourceIdentities.Of(run);
        Gaps.TellInbound(run, known);
        if (OnPremisesCandidates.Choose(run, known) is { } own)
        {
            if (Attribution.Judge(run, own) is { } refused)
                return refused;
        }
        else if (RelayWithoutConnector.Judge(run) is { } refused)
        {
            return refused;
        }
        else
        {
            run.Arrival = Arrival.Internet;
            if ((PartnerCandidates.Judge(run, known) ?? AnonymousMail.Judge(run)) is { } alsoRefused)
                return alsoRefused;
        }

        return null;
    }

    /// <summary>Steps O1 to O9 of a message from inside.</summary>
    internal static TraceResult Outbound(TraceRun run)
    {
        Gaps.TellOutbound(run);
        return LocalDelivery.Judge(run) ?? WayOn.Send(run);
    }
}

using ConnectorLint.MailFlow.Codes;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Steps O7 and O9: to which host an outbound connector hands the message. Source: matching.md O7 and O9.</summary>
internal static class Handover
{
    private const string Step = "O7";

    public static TraceResult Judge(TraceRun run, OutboundConnector connector)
    {
        run.Outbound = connector;
        var taker = run.Inbound?.Name ?? (run.Message.Direction == Direction.Outbound ? connector.Name : null);
        if (NextHopOf(run, connector, out var refused) is not { } hop)
            return refused ?? run.End(TraceOutcome.Deferred, taker, null, null, null);
        if (connector.SenderRewritingEnabled.Is(true) && connector.IsOnPremises)
            run.Tell("O9", "the sender of forwarded mail is rewritten (SRS)", Confidence.Documented, "SRS", connector.SenderRewritingEnabled.PairSpan);
        var deferral = TransportSecurity.Judge(run, connector, hop, out var tls);
        return run.End(deferral is null ? Outcome(run) : TraceOutcome.Deferred, taker, deferral, hop, tls);
    }

    /// <summary>What it is called when a message goes on.</summary>
    public static TraceOutcome Outcome(TraceRun run) => run.Message.Direction == Direction.Inbound ? TraceOutcome.Accepted : TraceOutcome.Delivered;

    private static NextHop? NextHopOf(TraceRun run, OutboundConnector connector, out TraceResult? refused)
    {
        refused = null;
        var domain = run.Flow.AcceptedDomainOf(run.Message.To);
        var mx = connector.UseMXRecord;
        if (connector.EffectiveUseMXRecord is not { } usesMx)
        {
            run.Decide(Step, $"'{connector.Name}': the value of useMXRecord is not known, so neither is the next host", Confidence.Silent, "NEW-OUT", mx.PairSpan);
            return null;
        }

        if (usesMx)
        {
            if (domain is not null && domain.HasMx(MxKind.ExchangeOnline))
            {
                refused = Loop(run, $"'{connector.Name}' follows the MX record of {domain.Name}, which points back at Exchange Online", mx.IsAbsent ? domain.Mx.PairSpan : mx.PairSpan);
                return null;
            }

            run.Decide(Step, $"'{connector.Name}' hands it to the MX hosts of {run.Message.To}", Confidence.Documented, "NEW-OUT", mx.PairSpan);
            return new NextHop(true, []);
        }

        if (connector.SmartHosts.Value is not { } hosts)
        {
            run.Decide(Step, $"'{connector.Name}' does not follow MX and has no smartHosts: there is nowhere to go", Confidence.Silent, "NEW-OUT", mx.PairSpan);
            return null;
        }

        foreach (var host in hosts)
        {
            if (!host.IsValid || !run.Flow.IsOwnServiceHost(host.Value))
                continue;
            refused = Loop(run, $"'{connector.Name}' hands it to {host.Text}, which is Exchange Online itself", host.Span);
            return null;
        }

        var names = new string[hosts.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = hosts[i].IsValid ? hosts[i].Value.ToString() : hosts[i].Text;
        run.Decide(Step, $"'{connector.Name}' hands it to {string.Join(", ", names)}, port 25", hosts.HasFaults ? Confidence.Silent : Confidence.Documented, "ROUTE", connector.SmartHosts.PairSpan);
        return new NextHop(false, names);
    }

    private static TraceResult Loop(TraceRun run, string why, Syntax.SourceSpan span)
    {
        run.Decide(Step, $"loops and comes back with {BounceCodes.Loop.Line}: {why}", Confidence.Documented, "NDR-LOOP", span);
        return run.Reject(run.Inbound?.Name, BounceCodes.Loop.Code);
    }
}

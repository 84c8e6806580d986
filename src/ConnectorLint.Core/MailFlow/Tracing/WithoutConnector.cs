using ConnectorLint.MailFlow.Codes;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step O6: mail that leaves without a connector. Source: matching.md O6 and O9.</summary>
internal static class WithoutConnector
{
    private const string Step = "O6";

    public static TraceResult Judge(TraceRun run)
    {
        var to = run.Message.To;
        var tls = run.RequiresTls ? "EncryptionOnly" : "opportunistic";
        if (!run.Flow.IsAccepted(to))
        {
            run.Decide(Step, $"no connector is for {to}: it goes by its MX record, with TLS, DANE and MTA-STS as that side offers them", Confidence.Documented, "DO-I-NEED");
        }
        else if (run.Flow.AcceptedDomainOf(to)!.Type.Is(DomainType.InternalRelay))
        {
            var domain = run.Flow.AcceptedDomainOf(to)!;
            if (domain.HasMx(MxKind.ExchangeOnline))
            {
                run.Decide(Step, $"loops and comes back with {BounceCodes.Loop.Line}: {domain.Name} is InternalRelay, no connector leads to your servers, and its MX record points back at Exchange Online", Confidence.Documented, "NDR-LOOP", domain.Mx.PairSpan);
                return run.Reject(run.Inbound?.Name, BounceCodes.Loop.Code);
            }

            run.Decide(Step, $"no connector leads to your servers for {domain.Name}, which is InternalRelay: in practice it goes by the MX record", Confidence.Inferred, "AD", domain.Type.PairSpan);
        }
        else
        {
            run.Decide(Step, $"no connector is for {to}: mail for a mail user goes by the MX record of its outside address", Confidence.Inferred, "AD", run.Flow.AcceptedDomainOf(to)!.NameSpan);
        }

        if (run.Arrival == Arrival.OnPremises && !run.Flow.IsAccepted(run.Message.From) && !run.Flow.IsAccepted(to))
            run.Tell("O9", $"relayed for {run.Sender}, which is not yours: without a pass of SPF or DKIM it leaves by the relay pool", Confidence.Documented, "POOL");
        return run.End(Handover.Outcome(run), run.Inbound?.Name, null, new NextHop(true, []), tls);
    }
}

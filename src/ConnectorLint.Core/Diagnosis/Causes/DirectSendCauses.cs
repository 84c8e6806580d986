using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.7.68: mail in your own name from a source that no connector knows. Source: matching.md I6.</summary>
internal static class DirectSendCauses
{
    public static void Find(DiagnosisRun run)
    {
        var reject = run.Tenant.Topology?.RejectDirectSend ?? default;
        var known = run.KnowsSource ? run.Tenant.InboundConnectors.Where(connector => run.IdentityOf(connector) is not null).ToArray() : [];
        foreach (var connector in known.Where(connector => !connector.CanBeActive))
            run.Add(Likelihood.Likely, connector, InboundProperties.Enabled, connector.Enabled.PairSpan, $"'{connector.Name}' would know the source, but is disabled", "Enable it, if the source is to send in your name.");
        if (!known.Any(connector => connector.IsActive))
        {
            foreach (var device in run.Tenant.Topology?.Devices.Where(device => device.Method.Is(SendMethod.DirectSend)) ?? [])
            {
                var isIt = run.Hints.IP is { } address && device.IP is { IsKnown: true, Value: { IsValid: true } own } && own.Value.Includes(address);
                if (isIt || run.Hints.IP is null || !device.IP.IsKnown)
                    run.Add(isIt || !reject.IsAbsent ? Likelihood.Likely : Likelihood.Possible, DeviceProperties.Method, device.Method.Span, $"device '{device.Name}' uses direct send, which gets in only by a connector that knows its address or certificate", "Declare an inbound OnPremises connector with its address or certificate, or let it sign in (client submission).", new RelatedSpan(reject.PairSpan, "direct send is refused here"));
            }

            foreach (var connector in run.Tenant.InboundConnectors.Where(connector => connector.CanBeActive && connector.CanBePartner && BySender(run, connector)))
                run.Add(Likelihood.Possible, connector, InboundProperties.SenderDomains, connector.SenderDomains.PairSpan, $"'{connector.Name}' takes your own domain by senderDomains alone, which does not let direct send in", "Give the source a connector that knows it by address or certificate.");
        }

        if (reject.IsAbsent)
            run.Add(Likelihood.Likely, null, run.Tenant.Topology?.Span ?? default, "rejectDirectSend is not declared, and the code says that it is on", "Declare rejectDirectSend: true, so that lint and trace know it.");
        else
            run.Add(Likelihood.Likely, TopologyProperties.RejectDirectSend, reject.PairSpan, reject.Is(false) ? "rejectDirectSend is declared as false, and the code says that it is on" : "rejectDirectSend is true: mail from your own domains gets in only from sources that a connector knows by address or certificate", reject.Is(false) ? "Declare what is deployed." : "Let the source be known by an inbound connector with its address or certificate, or use another sender.");
    }

    private static bool BySender(DiagnosisRun run, InboundConnector connector) =>
        !connector.SenderIPAddresses.IsKnown && !connector.TlsSenderCertificateName.IsKnown
        && (run.Hints.From is { Length: > 0 } from ? connector.Covers(from) == true : connector.HasSenderDomain(pattern => !pattern.IsAny && run.Flow.IsAccepted(pattern.Domain)));
}

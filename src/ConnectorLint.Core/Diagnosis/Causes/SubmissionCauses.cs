using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.7.57 and 5.7.30: client submission. Source: DEVICE, SMTPAUTH.</summary>
internal static class SubmissionCauses
{
    public static void Find(DiagnosisRun run)
    {
        if (run.Tenant.Topology is not { } topology)
            return;
        var isOff = topology.Store.Get(TopologyProperties.SmtpClientAuthenticationDisabled);
        var any = false;
        foreach (var device in topology.Devices)
        {
            var isIt = run.Hints.IP is { } address && device.IP is { IsKnown: true, Value: { IsValid: true } own } && own.Value.Includes(address);
            var submits = device.Method.Is(SendMethod.ClientSubmission);
            if (!submits && !isIt && !device.Method.IsAbsent)
                continue;
            any |= submits;
            run.Add(
                submits ? Likelihood.Likely : Likelihood.Possible, DeviceProperties.Method, device.Method.IsAbsent ? device.NameSpan : device.Method.Span,
                submits ? $"device '{device.Name}' submits as a client, and must sign in" : $"device '{device.Name}' may hand mail to smtp.office365.com, where it must sign in",
                "Give it a mailbox to sign in with; or, if it can't, SMTP relay: method smtpRelay and an inbound OnPremises connector with its static address or certificate.", new RelatedSpan(isOff.PairSpan, "client submission is switched here"));
        }

        if (isOff.Is(true))
            run.Add(any ? Likelihood.Likely : Likelihood.Possible, TopologyProperties.SmtpClientAuthenticationDisabled, isOff.PairSpan, "client submission is off for the organization", "Switch it on for the mailboxes that need it (Set-CASMailbox), or let the device relay over a connector.");
    }
}

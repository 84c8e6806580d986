using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.7.51: a restriction of a Partner connector. Source: matching.md I4 and I5.</summary>
internal static class PartnerCauses
{
    public static void Find(DiagnosisRun run)
    {
        foreach (var connector in run.Tenant.InboundConnectors)
        {
            if (!connector.CanBeActive || !connector.CanBePartner || !Covers(run, connector) || !IsForRecipient(run, connector))
                continue;
            if (connector.RestrictDomainsToIPAddresses.CanBe(true))
                Judge(run, connector, connector.RestrictDomainsToIPAddresses, run.Hints.IP is not null, Holds(run, connector, isByAddress: true));
            if (connector.RestrictDomainsToCertificate.CanBe(true))
                Judge(run, connector, connector.RestrictDomainsToCertificate, run.Hints.Certificates.Count > 0, Holds(run, connector, isByAddress: false));
        }
    }

    private static void Judge(DiagnosisRun run, InboundConnector connector, Setting<bool> restriction, bool isKnown, bool holds)
    {
        if (holds)
            return;
        var isByAddress = ReferenceEquals(restriction.Property, InboundProperties.RestrictDomainsToIPAddresses);
        var senders = connector.SenderDomains.Value is { } domains ? string.Join(", ", domains.Take(3)) + (domains.Count > 3 ? ", ..." : "") : "its senders";
        var what = $"'{connector.Name}' restricts mail from {(senders == "*" ? "everybody" : senders)}: ";
        if (isByAddress)
            what += isKnown ? $"senderIPAddresses does not hold {run.Hints.IP}, which the mail came from" : "what does not come from its senderIPAddresses is refused";
        else
            what += isKnown ? $"the certificate has {string.Join(", ", run.Hints.Certificates.Take(3))}, and not what tlsSenderCertificateName names" : "what does not present the certificate that tlsSenderCertificateName names is refused";
        // With nothing known, what holds for everybody meets the most mail.
        var likelihood = isKnown || connector.IsLockDown ? Likelihood.Likely : Likelihood.Possible;
        run.Add(
            likelihood, connector, restriction.Property, restriction.PairSpan, what,
            connector.IsLockDown
                ? "If the source is to pass, list it, or give it a Partner connector of its own for its domain with its address or certificate."
                : $"If the source is the partner's, add it to {(isByAddress ? "senderIPAddresses" : "tlsSenderCertificateName, or let the partner present that certificate")}.",
            isByAddress ? new RelatedSpan(connector.SenderIPAddresses.PairSpan, "the addresses that pass") : new RelatedSpan(connector.TlsSenderCertificateName.PairSpan, "the certificate that passes"),
            new RelatedSpan(connector.SenderDomains.PairSpan, "the senders that it covers"));
    }

    private static bool Holds(DiagnosisRun run, InboundConnector connector, bool isByAddress)
    {
        if (isByAddress)
            return run.Hints.IP is { } address && connector.SenderIPAddresses.Value is { } addresses && addresses.Any(item => item.IsValid && item.Value.Includes(address));
        return connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } && run.Hints.Certificates.Any(certificate => CertificateNames.Match(name.Value, certificate));
    }

    /// <summary>Whether a connector may be for the message's sender; an empty one is only in "*".</summary>
    public static bool Covers(DiagnosisRun run, InboundConnector connector) => run.Hints.From switch
    {
        null => true,
        "" => connector.SenderDomains.IsUncertain || connector.HasSenderDomain(pattern => pattern.IsAny),
        var from => connector.Covers(from) != false,
    };

    private static bool IsForRecipient(DiagnosisRun run, InboundConnector connector) =>
        run.Hints.To is not { } to || connector.AssociatedAcceptedDomains.Value is not { } domains || domains.HasFaults || AssociatedDomains.Hold(domains, to);
}

using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.7.64: relay that nothing attributes to the organization. Source: matching.md I1 to I3.</summary>
internal static class RelayCauses
{
    public static void Find(DiagnosisRun run)
    {
        var any = false;
        // One that knows the source is the one to look at.
        var isKnown = run.KnowsSource && run.Tenant.InboundConnectors.Any(connector => run.IdentityOf(connector) is not null);
        foreach (var connector in run.Tenant.InboundConnectors)
        {
            any |= connector.CanBeOnPremises && connector.CanBeActive;
            Judge(run, connector, isKnown);
        }

        if (any || !run.Tenant.IsInboundComplete)
            return;
        var devices = run.Tenant.Topology?.Devices.Where(device => device.Method.Is(SendMethod.SmtpRelay)).ToArray() ?? [];
        foreach (var device in devices)
            run.Add(Likelihood.Likely, DeviceProperties.Method, device.Method.Span, $"device '{device.Name}' relays, and no inbound OnPremises connector is on that could know it", "Declare an inbound OnPremises connector with the device's address or certificate; connectorlint advise writes it out.");
        if (devices.Length == 0)
            run.Add(Likelihood.Likely, null, run.Tenant.Topology?.Span ?? default, "no inbound OnPremises connector is declared and on, so no source may send to recipients outside", "Declare an inbound OnPremises connector with the address or certificate of your servers or device, if it is to relay.");
    }

    private static void Judge(DiagnosisRun run, InboundConnector connector, bool isKnown)
    {
        var identity = run.IdentityOf(connector);
        if (!connector.CanBeOnPremises)
        {
            if (identity is not null)
                run.Add(Likelihood.Likely, connector, InboundProperties.ConnectorType, connector.ConnectorType.IsAbsent ? connector.NameSpan : connector.ConnectorType.PairSpan, $"'{connector.Name}' knows the source by {identity.Words}, but is Partner, which grants no relay", "If the source is your own server or device, make the connector OnPremises.", new RelatedSpan(identity.Span, "it knows the source by this"));
            return;
        }

        if (!connector.CanBeActive)
        {
            if (identity is not null || !run.KnowsSource)
                run.Add(identity is null ? Likelihood.Possible : Likelihood.Likely, connector, InboundProperties.Enabled, connector.Enabled.PairSpan, $"'{connector.Name}' {(identity is null ? "is disabled, so the sources that it lists may not relay" : $"knows the source by {identity.Words}, but is disabled")}", "Enable it, if its source is to relay.");
            return;
        }

        if (identity is not null)
            Attributed(run, connector, identity);
        else
            NotKnown(run, connector, isKnown);
    }

    // It knows the source; then the certificate's domain or the sender's is to be yours.
    private static void Attributed(DiagnosisRun run, InboundConnector connector, SourceIdentity identity)
    {
        if (run.Hints.From is { Length: > 0 } from && run.Flow.IsAccepted(from))
            return;
        var sender = run.Hints.From switch { null => "mail whose envelope sender is empty or foreign", "" => "mail with the empty sender", var domain => $"mail from {domain}" };
        if (identity.Certificate is not { } certificate)
        {
            run.Add(Likelihood.Likely, connector, InboundProperties.SenderIPAddresses, identity.Span, $"'{connector.Name}' knows the source by address only, so {sender} is refused for recipients outside", "Give it tlsSenderCertificateName with a certificate whose domain is an accepted domain, and let the server present it; or let the sender be one of your domains.");
            return;
        }

        if (run.Flow.StandingOf(certificate) != CertificateStanding.Accepted)
            run.Add(Likelihood.Likely, connector, InboundProperties.TlsSenderCertificateName, identity.Span, $"'{connector.Name}' knows the source by its certificate, but {certificate.Domain} is {(run.Flow.StandingOf(certificate) == CertificateStanding.Uncertain ? "only below an accepted domain" : "no accepted domain")}, so {sender} is refused for recipients outside", "Add the certificate's domain as an accepted domain, or use a certificate that bears one of yours.");
    }

    private static void NotKnown(DiagnosisRun run, InboundConnector connector, bool isKnown)
    {
        var addresses = connector.SenderIPAddresses;
        var name = connector.TlsSenderCertificateName;
        if (run.Hints.IP is { } address && addresses.Value is { } listed && (name.IsAbsent || run.Hints.Certificates.Count == 0))
        {
            var isNear = listed.Any(item => item.IsValid && item.Value.First >> 8 == address.First >> 8);
            run.Add(!isKnown && (isNear || run.Flow.OnPremisesInbound.Count == 1) ? Likelihood.Likely : Likelihood.Possible, connector, InboundProperties.SenderIPAddresses, addresses.PairSpan, $"'{connector.Name}': senderIPAddresses does not hold {address}, which the mail came from", "Add the address, if it is your own and nobody else's.");
        }
        else if (run.Hints.Certificates.Count > 0 && name is { IsKnown: true, Value: { IsValid: true } wanted })
        {
            var isNear = run.Hints.Certificates.Any(presented => IsRelated(presented, wanted.Value));
            run.Add(!isKnown && (isNear || run.Flow.OnPremisesInbound.Count == 1) ? Likelihood.Likely : Likelihood.Possible, connector, InboundProperties.TlsSenderCertificateName, name.PairSpan, $"'{connector.Name}': tlsSenderCertificateName is {wanted.Text}, and the certificate has {string.Join(", ", run.Hints.Certificates.Take(3))}", "Name the certificate that the server presents, or let it present this one.");
        }
        else if (name.IsKnown)
        {
            var isYours = run.Flow.StandingOf(name.Value.Value) == CertificateStanding.Accepted;
            run.Add(
                Likelihood.Possible, connector, InboundProperties.TlsSenderCertificateName, name.PairSpan,
                $"'{connector.Name}' takes only servers that present a certificate with {name.Value.Text}{(isYours ? "" : ", and that is no accepted domain, so of its mail that with an empty or foreign envelope sender is refused too")}",
                isYours ? "Look which certificate the server presents, and when it was renewed." : "Add the certificate's domain as an accepted domain, or use a certificate that bears one of yours.");
        }
        else if (addresses.IsKnown && !run.KnowsSource)
        {
            run.Add(Likelihood.Possible, connector, InboundProperties.SenderIPAddresses, addresses.PairSpan, $"'{connector.Name}' goes by address only: mail from another address is refused, and from a listed one that with an empty or foreign envelope sender", "Look which address the mail came from and who its envelope's sender is; for foreign senders use a certificate.");
        }
    }

    // mail.contoso.com and mail2.contoso.com, or contoso.com: one was meant for the other.
    private static bool IsRelated(DomainPattern one, DomainPattern other) =>
        one.Domain == other.Domain || DomainPattern.Parent(one.Domain) == other.Domain || one.Domain == DomainPattern.Parent(other.Domain)
        || (DomainPattern.Parent(one.Domain) == DomainPattern.Parent(other.Domain) && DomainPattern.Parent(one.Domain).IndexOf('.') > 0);
}

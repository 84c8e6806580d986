using ConnectorLint.MailFlow.Codes;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step O8: TLS and the name on the certificate at the next host. Source: matching.md O8.</summary>
internal static class TransportSecurity
{
    private const string Step = "O8";

    /// <summary>The code that the message waits with; null when nothing is known that would hold it up.</summary>
    public static string? Judge(TraceRun run, OutboundConnector connector, NextHop hop, out string? tls)
    {
        var setting = connector.TlsSettings;
        if (connector.SmtpDaneMode.Is(SmtpDaneMode.Mandatory))
            run.Tell(Step, $"'{connector.Name}' demands DANE: a target without it makes the message wait, and after 24 hours it is dropped", Confidence.Documented, "NEW-OUT", connector.SmtpDaneMode.PairSpan);
        if (setting.IsUncertain)
        {
            tls = null;
            run.Decide(Step, $"'{connector.Name}': the value of tlsSettings is not known", Confidence.Silent, "NEW-OUT", setting.PairSpan);
            return null;
        }

        if (setting.IsAbsent && !run.RequiresTls)
        {
            tls = "opportunistic";
            run.Decide(Step, "TLS is used if the other side supports it, else plain text", Confidence.Documented, "PARTNER");
            return null;
        }

        var level = setting.IsAbsent ? TlsSettings.EncryptionOnly : setting.Value;
        tls = level.ToString();
        var wanted = level == TlsSettings.DomainValidation && connector.TlsDomain is { IsKnown: true, Value: { IsValid: true } name } ? name : default(Item<DomainPattern>?);
        run.Decide(
            Step, level switch
            {
                TlsSettings.EncryptionOnly => "TLS is demanded, with any certificate",
                TlsSettings.CertificateValidation => "TLS is demanded, with a certificate that validates",
                _ => wanted is null ? "TLS is demanded, with a certificate that validates; tlsDomain, the name it must have, is not declared" : $"TLS is demanded, with a certificate that validates and has {wanted.Value.Text}",
            },
            level == TlsSettings.DomainValidation && wanted is null ? Confidence.Silent : Confidence.Documented, "NEW-OUT", setting.PairSpan);

        // What the message says of TLS is about the receiving side only when it goes out.
        if (run.Message.Direction == Direction.Outbound && run.Message.UsesTls == false)
        {
            run.Decide(Step, $"waits with {BounceCodes.NoTlsAtTarget.Short}{BounceCodes.NoTlsAtTarget.Caveat} and then comes back: the other side offers no TLS", Confidence.Inferred, "NEW-OUT", setting.PairSpan);
            return BounceCodes.NoTlsAtTarget.Code;
        }

        if (wanted is not { } domain || Presented(run, hop) is not { } presented || presented.Exists(certificate => CertificateNames.Match(domain.Value, certificate)))
            return null;
        run.Decide(
            Step, $"waits with {BounceCodes.CertificateRefused.Line}{BounceCodes.CertificateRefused.Caveat} and then comes back: {domain.Text} is not on the certificate of the other side ({string.Join(", ", presented)})",
            Confidence.Inferred, "NEW-OUT", domain.Span);
        return BounceCodes.CertificateRefused.Code;
    }

    // The names on the other side's certificate: as the message says, else as the topology says of your servers. Null when neither does.
    private static List<DomainPattern>? Presented(TraceRun run, NextHop hop)
    {
        if (run.Message.Direction == Direction.Outbound && run.Message.Certificates.Count > 0)
            return [.. run.Message.Certificates];
        if (hop.IsMx || run.Tenant.Topology?.OnPremises is not { SmtpHosts.Value: { } hosts, CertificateNames.Value: { Count: > 0, HasFaults: false } names })
            return null;
        foreach (var host in hosts)
        {
            if (host.IsValid && hop.Hosts.Contains(host.Value.ToString(), StringComparer.OrdinalIgnoreCase))
                return [.. names.Select(name => name.Value)];
        }

        return null;
    }
}

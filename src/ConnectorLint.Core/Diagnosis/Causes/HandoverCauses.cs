using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>4.4.317, 4.7.320, DANE and hosts that do not answer: what an outbound connector demands of the next host. Source: matching.md O7 and O8.</summary>
internal static class HandoverCauses
{
    /// <summary>TLS is demanded.</summary>
    public static void Tls(DiagnosisRun run)
    {
        foreach (var connector in Connectors(run).Where(connector => !connector.TlsSettings.IsAbsent))
            run.Add(Likely(run), connector, OutboundProperties.TlsSettings, connector.TlsSettings.PairSpan, $"'{connector.Name}' demands TLS of the host that it hands mail to{To(connector)}, and waits where there is none", "Let that host offer STARTTLS; do not loosen tlsSettings unless plain text is allowed to go there.", Next(connector));
    }

    /// <summary>A certificate is demanded.</summary>
    public static void Certificate(DiagnosisRun run)
    {
        foreach (var connector in Connectors(run))
        {
            if (connector.TlsSettings.Is(TlsSettings.DomainValidation) && connector.TlsDomain is { IsKnown: true, Value: { IsValid: true } name })
            {
                if (run.Hints.Certificates.Count == 0)
                    run.Add(Likely(run), connector, OutboundProperties.TlsDomain, connector.TlsDomain.PairSpan, $"'{connector.Name}' demands a valid certificate with {name.Text}{To(connector)}", "Name what is on that host's certificate, or let it present a valid one with this name.", Next(connector));
                else if (!run.Hints.Certificates.Any(presented => CertificateNames.Match(name.Value, presented)))
                    run.Add(Likelihood.Likely, connector, OutboundProperties.TlsDomain, connector.TlsDomain.PairSpan, $"'{connector.Name}' demands {name.Text}, and the certificate has {string.Join(", ", run.Hints.Certificates.Take(3))}", "Set tlsDomain to a name that is on the certificate, or let the host present one with this name.", Next(connector));
                else
                    run.Add(Likelihood.Possible, connector, OutboundProperties.TlsSettings, connector.TlsSettings.PairSpan, $"'{connector.Name}' demands a certificate that validates; the name {name.Text} is right, so its chain or its last day may not be", "Let the host present a valid certificate of a public authority, with the intermediate ones.", Next(connector));
            }
            else if (connector.TlsSettings.IsUncertain || connector.TlsSettings.Is(TlsSettings.CertificateValidation) || connector.TlsSettings.Is(TlsSettings.DomainValidation))
            {
                run.Add(Likely(run), connector, OutboundProperties.TlsSettings, connector.TlsSettings.PairSpan, $"'{connector.Name}' demands a certificate that validates{To(connector)}", "Let the host present a valid certificate of a public authority, with the intermediate ones.", Next(connector));
            }
        }
    }

    /// <summary>DANE or MTA-STS.</summary>
    public static void Dane(DiagnosisRun run)
    {
        foreach (var connector in Connectors(run))
        {
            if (connector.SmtpDaneMode.CanBe(SmtpDaneMode.Mandatory))
                run.Add(Likelihood.Likely, connector, OutboundProperties.SmtpDaneMode, connector.SmtpDaneMode.PairSpan, $"'{connector.Name}' demands DANE: mail waits where the target has none or it does not validate", "Let the target mend its TLSA records, or use Opportunistic.");
            else if (!connector.SmtpDaneMode.Is(SmtpDaneMode.None) && connector.EffectiveUseMXRecord != false)
                run.Add(Likelihood.Possible, connector, OutboundProperties.SmtpDaneMode, connector.SmtpDaneMode.IsAbsent ? connector.NameSpan : connector.SmtpDaneMode.PairSpan, $"'{connector.Name}' goes by MX and uses DANE where the target has it{(connector.SmtpDaneMode.IsAbsent ? " (Opportunistic is the default)" : "")}; where it does not validate, mail waits", "Let the target mend its TLSA records; smtpDaneMode: None is a stopgap.");
        }
    }

    /// <summary>The host does not answer.</summary>
    public static void Host(DiagnosisRun run)
    {
        foreach (var connector in Connectors(run))
        {
            if (connector.SmartHosts is { IsKnown: true, Value: { } hosts } && connector.EffectiveUseMXRecord != true)
                run.Add(Likely(run), connector, OutboundProperties.SmartHosts, connector.SmartHosts.PairSpan, $"'{connector.Name}' hands mail to {string.Join(", ", hosts.Take(3))}, which must answer on port 25", "Correct the host, or open it for the addresses of Exchange Online.");
            else if (run.Hints.To is not null)
                run.Add(Likelihood.Possible, connector, OutboundProperties.UseMXRecord, connector.UseMXRecord.IsAbsent ? connector.NameSpan : connector.UseMXRecord.PairSpan, $"'{connector.Name}' hands mail to the MX hosts of its recipients, and one does not answer", "Look what the MX record names; if mail is to go to a certain host, set useMXRecord: false and smartHosts.");
        }
    }

    // Those that a message to this recipient may take.
    private static IEnumerable<OutboundConnector> Connectors(DiagnosisRun run)
    {
        var byRule = new HashSet<OutboundConnector>(run.Flow.RulesInOrder.Select(rule => rule.RouteMessageOutboundConnector is { IsKnown: true, Value: { } name } ? run.Flow.OutboundByName(name.Text) : null).OfType<OutboundConnector>());
        return run.Hints.To is { } to
            ? run.Flow.OutboundCovering(to).Concat(byRule).Distinct()
            : run.Tenant.OutboundConnectors.Where(connector => connector.CanBeActive);
    }

    private static Likelihood Likely(DiagnosisRun run) => run.Hints.To is null ? Likelihood.Possible : Likelihood.Likely;

    private static string To(OutboundConnector connector) => connector.SmartHosts.Value is { } hosts ? $" ({string.Join(", ", hosts.Take(3))})" : "";

    private static RelatedSpan Next(OutboundConnector connector) => new(connector.SmartHosts.PairSpan, "the next host");
}

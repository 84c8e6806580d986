using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.7.3: TLS is demanded and not used. Source: matching.md I5 and O8.</summary>
internal static class TlsRequiredCauses
{
    public static void Find(DiagnosisRun run)
    {
        foreach (var connector in run.Tenant.InboundConnectors)
        {
            if (!connector.CanBeActive || !connector.CanBePartner || connector.RequireTls.Is(false) || !PartnerCauses.Covers(run, connector))
                continue;
            var isDeclared = connector.RequireTls.Is(true);
            run.Add(
                isDeclared && run.Hints.From is not null ? Likelihood.Likely : Likelihood.Possible, connector, InboundProperties.RequireTls, isDeclared ? connector.RequireTls.PairSpan : connector.NameSpan,
                $"'{connector.Name}' {(isDeclared ? "refuses mail that does not come by TLS" : "may refuse mail that does not come by TLS: requireTls is not declared, and the pages contradict each other on its default")}",
                "Let the sending server use STARTTLS, or declare requireTls: false if plain mail is to pass.");
        }

        HandoverCauses.Tls(run);
    }
}

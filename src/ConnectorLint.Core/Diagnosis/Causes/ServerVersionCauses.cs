using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>4.7.230 and 5.7.230: an Exchange server that is out of date. Source: VULN.</summary>
internal static class ServerVersionCauses
{
    public static void Find(DiagnosisRun run)
    {
        var servers = run.Tenant.Topology?.OnPremises;
        var version = servers?.Version ?? default;
        var kind = servers?.Server ?? default;
        var declared = version.IsAbsent ? kind.PairSpan : version.PairSpan;
        if (!declared.IsNone)
            run.Add(kind.Is(ServerKind.Exchange2007OrEarlier) || version.Is(ServerVersion.Exchange2010) || version.Is(ServerVersion.Exchange2013) ? Likelihood.Likely : Likelihood.Possible, version.IsAbsent ? OnPremisesProperties.Server : OnPremisesProperties.Version, declared, "your servers are declared as this, and one of them is out of date", "Update or upgrade the server that sends; connectors cure nothing.");
        foreach (var connector in run.Tenant.InboundConnectors.Where(connector => connector.CanBeActive && connector.CanBeOnPremises && (!run.KnowsSource || run.IdentityOf(connector) is not null)))
            run.Add(run.KnowsSource ? Likelihood.Likely : Likelihood.Possible, connector, InboundProperties.ConnectorType, connector.ConnectorType.IsAbsent ? connector.NameSpan : connector.ConnectorType.PairSpan, $"mail over '{connector.Name}' is judged by the version of the Exchange server that sends it", "Look which server sends over it, and update that one.", new RelatedSpan(declared, "your servers are declared here"));
    }
}

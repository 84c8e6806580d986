using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>4.7.25 and 4.7.26: mail over IPv6. Source: matching.md 1.3.</summary>
internal static class IPv6Causes
{
    public static void Find(DiagnosisRun run)
    {
        foreach (var connector in run.Tenant.InboundConnectors.Where(connector => connector.CanBeActive && connector.SenderIPAddresses.IsKnown && connector.TlsSenderCertificateName.IsAbsent))
            run.Add(Likelihood.Possible, connector, InboundProperties.SenderIPAddresses, connector.SenderIPAddresses.PairSpan, $"'{connector.Name}' knows its source by IPv4 address only, so that the same server is a stranger when it comes by IPv6", "Give it tlsSenderCertificateName, or let the server send by IPv4.");
    }
}

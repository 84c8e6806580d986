using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>4.7.500-699 and 5.7.606-649: a source that no connector knows. Source: matching.md I0.</summary>
internal static class UnknownSourceCauses
{
    public static void Find(DiagnosisRun run)
    {
        var any = false;
        foreach (var connector in run.Tenant.InboundConnectors)
        {
            var identity = run.IdentityOf(connector);
            if (identity is not null)
            {
                if (!connector.CanBeActive)
                    run.Add(Likelihood.Likely, connector, InboundProperties.Enabled, connector.Enabled.PairSpan, $"'{connector.Name}' knows the source by {identity.Words}, but is disabled", "Enable it, if the source is one of yours or your filter's.");
                any |= connector.CanBeActive;
                continue;
            }

            if (connector.CanBeActive && connector.SenderIPAddresses.IsKnown)
                run.Add(Likelihood.Possible, connector, InboundProperties.SenderIPAddresses, connector.SenderIPAddresses.PairSpan, run.Hints.IP is { } address ? $"'{connector.Name}': senderIPAddresses does not hold {address}, which the mail came from" : $"'{connector.Name}' spares only the addresses in senderIPAddresses", "Add the address, if it is of the source that the connector is for.");
        }

        if (any)
            return;
        foreach (var service in run.Tenant.Topology?.Services.Where(service => service.Role.Is(ServiceRole.InboundFilter) || service.Role.Is(ServiceRole.InboundNonFiltering)) ?? [])
        {
            var isIt = run.Hints.IP is { } address && service.IPs.Value is { } addresses && addresses.Any(item => item.IsValid && item.Value.Includes(address));
            if (isIt || run.Hints.IP is null)
                run.Add(isIt ? Likelihood.Likely : Likelihood.Possible, ServiceProperties.IPs, service.IPs.IsAbsent ? service.NameSpan : service.IPs.PairSpan, $"'{service.Name}' hands on all your mail, and is spared only where an inbound connector knows its addresses or certificate", "Declare an inbound Partner connector for it; connectorlint advise writes it out.");
        }

        var servers = run.Tenant.Topology?.OnPremises.PublicIPs ?? default;
        if (run.Hints.IP is { } source && servers.Value is { } own && own.Any(item => item.IsValid && item.Value.Includes(source)))
            run.Add(Likelihood.Likely, OnPremisesProperties.PublicIPs, servers.PairSpan, $"{source} is an address of your own servers, and no inbound connector knows it", "Declare an inbound OnPremises connector with it or with the certificate of your servers.");
    }
}

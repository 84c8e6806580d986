using System.Globalization;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.7.705, 5.7.711 and 5.7.750: what grants relay can be abused. Source: BLOCKED, NDR-700.</summary>
internal static class RelayingCauses
{
    public static void Find(DiagnosisRun run)
    {
        foreach (var connector in run.Tenant.InboundConnectors)
        {
            if (!connector.CanBeActive || !connector.CanBeOnPremises)
                continue;
            var identity = run.IdentityOf(connector);
            if (identity is null && run.KnowsSource)
                continue;
            var count = Count(connector);
            var property = connector.SenderIPAddresses.IsKnown ? InboundProperties.SenderIPAddresses : (Property)InboundProperties.TlsSenderCertificateName;
            var span = connector.SenderIPAddresses.IsKnown ? connector.SenderIPAddresses.PairSpan : connector.TlsSenderCertificateName.IsKnown ? connector.TlsSenderCertificateName.PairSpan : connector.NameSpan;
            run.Add(
                identity is not null || count > 1 ? Likelihood.Likely : Likelihood.Possible, connector, property, span,
                $"'{connector.Name}' lets {(connector.SenderIPAddresses.IsKnown ? count == 1 ? "one address" : $"{count.ToString(CultureInfo.InvariantCulture)} addresses" : "whoever presents its certificate")} send to recipients outside",
                "Narrow it to your own hosts, or use a certificate; look what was sent over it.");
        }

        var relays = run.Tenant.Topology?.OnPremises.RelaysForeignSenders ?? default;
        if (relays.Is(true))
            run.Add(Likelihood.Possible, OnPremisesProperties.RelaysForeignSenders, relays.PairSpan, "your servers relay mail with senders outside your domains", "Keep it to bounces and forwarding, and add domains that are yours as accepted domains.");
    }

    private static long Count(InboundConnector connector)
    {
        long count = 0;
        foreach (var item in connector.SenderIPAddresses.Value ?? new ItemList<AddressRange>([]))
        {
            if (item.IsValid && !item.Value.IsIPv6)
                count += (long)item.Value.Last - item.Value.First + 1;
        }

        return count;
    }
}

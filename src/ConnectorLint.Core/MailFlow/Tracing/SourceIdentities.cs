using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>By what an inbound connector knows where a message comes from.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="Certificate">The presented name that its tlsSenderCertificateName takes; null when it goes by address.</param>
/// <param name="Address">The entry of its senderIPAddresses that holds the address; null when it goes by certificate.</param>
internal sealed record SourceIdentity(InboundConnector Connector, DomainPattern? Certificate, Item<AddressRange>? Address)
{
    /// <summary>The property that decides.</summary>
    public SourceSpan Span => Address?.Span ?? Connector.TlsSenderCertificateName.Value.Span;

    /// <summary>The property that decides, in words.</summary>
    public string Words => Address is { } address ? $"senderIPAddresses {address.Text}" : $"tlsSenderCertificateName {Connector.TlsSenderCertificateName.Value.Text}";

    /// <summary>Whether it rests on a certificate for <c>*.domain</c> that stands for a host.</summary>
    public bool IsGuess => Certificate is { CoversSubdomains: true } && !Connector.TlsSenderCertificateName.Value.Value.CoversSubdomains;

    /// <summary>The better first: an exact certificate name, another certificate, then the longest prefix. Source: matching.md I1.</summary>
    public int Rank => Address is { } address
        ? 1000 + (int)Math.Min(int.MaxValue - 1000L, (long)address.Value.Last - address.Value.First)
        : Connector.TlsSenderCertificateName.Value.Value is { CoversSubdomains: false } && !IsGuess ? 0 : 1;
}

/// <summary>Finds the active inbound connectors that know where a message comes from. Source: matching.md 1.2 and 1.3.</summary>
internal static class SourceIdentities
{
    public static List<SourceIdentity> Of(TraceRun run) => Of(run, run.Flow.InboundByCertificate, run.Flow.InboundByAddress);

    /// <summary>Those that would, were they on.</summary>
    public static List<SourceIdentity> OfDisabled(TraceRun run) => Of(run, run.Flow.DisabledInboundByCertificate, run.Flow.DisabledInboundByAddress);

    private static List<SourceIdentity> Of(TraceRun run, Func<DomainPattern, IEnumerable<InboundConnector>> byCertificate, Func<AddressRange, IEnumerable<InboundConnector>> byAddress)
    {
        var found = new List<SourceIdentity>();
        var seen = new HashSet<InboundConnector>();
        foreach (var presented in run.Message.Certificates)
        {
            foreach (var connector in byCertificate(presented))
            {
                if (seen.Add(connector))
                    found.Add(new SourceIdentity(connector, presented, null));
            }
        }

        if (run.Message.IP is not { } address)
            return found;
        seen.Clear();
        foreach (var connector in byAddress(address))
        {
            if (seen.Add(connector))
                found.Add(new SourceIdentity(connector, null, Smallest(connector, address)));
        }

        return found;
    }

    private static Item<AddressRange> Smallest(InboundConnector connector, AddressRange address)
    {
        Item<AddressRange>? smallest = null;
        foreach (var item in connector.SenderIPAddresses.Value!)
        {
            if (item.IsValid && item.Value.Includes(address) && (smallest is not { } other || item.Value.Last - item.Value.First < other.Value.Last - other.Value.First))
                smallest = item;
        }

        return smallest!.Value;
    }
}

using System.Text;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>Active connectors of one direction and type with the same effective identity. Source: rules.md CL3001.</summary>
internal sealed class Duplicates
{
    private readonly Dictionary<IConnector, IConnector> _firsts = [];

    public Duplicates(TenantModel tenant)
    {
        Find(tenant.InboundConnectors, c => c.IsActive && IsKnown(c), HashOf, KeyOf);
        Find(tenant.OutboundConnectors, c => c.IsGeneral && IsKnown(c), HashOf, KeyOf);
    }

    /// <summary>The groups, each with two connectors or more, in the order of their first ones.</summary>
    public List<IReadOnlyList<IConnector>> Groups { get; } = [];

    /// <summary>The first connector with the same identity; the connector itself where it is the first or the only one.</summary>
    public IConnector FirstOf(IConnector connector) => _firsts.TryGetValue(connector, out var first) ? first : connector;

    /// <summary>Whether a connector repeats another, or is repeated.</summary>
    public bool Contains(IConnector connector) => _firsts.ContainsKey(connector);

    /// <summary>Whether two connectors are duplicates of each other.</summary>
    public bool AreSame(IConnector a, IConnector b) => ReferenceEquals(FirstOf(a), FirstOf(b));

    // A hash tells most of them apart; texts to compare are made only for those that it does not.
    private void Find<T>(IReadOnlyList<T> connectors, Func<T, bool> isCandidate, Func<T, int> hash, Func<T, string> key)
        where T : IConnector
    {
        var byHash = new Repeats<int, T>(connectors.Count);
        foreach (var connector in connectors)
        {
            if (isCandidate(connector))
                byHash.Add(hash(connector), connector);
        }

        foreach (var bucket in byHash.Groups)
        {
            foreach (var group in bucket.GroupBy(key, StringComparer.Ordinal))
            {
                var members = group.Cast<IConnector>().ToArray();
                if (members.Length == 1)
                    continue;
                Groups.Add(members);
                foreach (var member in members)
                    _firsts.Add(member, members[0]);
            }
        }
    }

    private static bool IsKnown(InboundConnector c) =>
        c.EffectiveType is not null && IsKnown(c.SenderDomains) && IsKnown(c.SenderIPAddresses) && IsKnown(c.AssociatedAcceptedDomains) && IsKnown(c.TrustedOrganizations)
        && (c.TlsSenderCertificateName.IsAbsent || c.TlsSenderCertificateName is { IsKnown: true, Value.IsValid: true });

    private static bool IsKnown(OutboundConnector c) =>
        c.EffectiveType is not null && IsKnown(c.RecipientDomains) && IsKnown(c.SmartHosts) && c.EffectiveUseMXRecord is not null && !c.AllAcceptedDomains.IsUncertain;

    private static bool IsKnown<T>(Setting<ItemList<T>> list) => list.IsAbsent || list.Value is { HasFaults: false };

    private static int HashOf(InboundConnector c) => unchecked(
        (int)c.EffectiveType!.Value + HashOf(c.SenderDomains.Value) + (3 * HashOf(c.SenderIPAddresses.Value)) + (5 * HashOf(c.AssociatedAcceptedDomains.Value))
        + (7 * HashOf(c.TrustedOrganizations.Value)) + (c.TlsSenderCertificateName.IsKnown ? 11 * c.TlsSenderCertificateName.Value.Value.GetHashCode() : 0));

    private static int HashOf(OutboundConnector c) => unchecked(
        (int)c.EffectiveType!.Value + HashOf(c.RecipientDomains.Value) + (3 * HashOf(c.SmartHosts.Value)) + (c.AllAcceptedDomains.Is(true) ? 5 : 0) + (c.EffectiveUseMXRecord == true ? 7 : 0));

    // By the greatest and the least of them: neither the order of a list matters, nor what it says twice.
    private static int HashOf<T>(ItemList<T>? items)
    {
        if (items is null)
            return 0;
        var (least, greatest) = (int.MaxValue, int.MinValue);
        foreach (var item in items)
        {
            var code = item.Value is string text ? StringComparer.OrdinalIgnoreCase.GetHashCode(text) : item.Value!.GetHashCode();
            least = Math.Min(least, code);
            greatest = Math.Max(greatest, code);
        }

        return unchecked((greatest * 397) ^ least);
    }

    private static string KeyOf(InboundConnector c)
    {
        var key = new StringBuilder();
        Append(key, c.EffectiveType!.Value.ToString());
        Append(key, c.SenderDomains.Value);
        Append(key, c.SenderIPAddresses.Value);
        Append(key, c.TlsSenderCertificateName.IsKnown ? c.TlsSenderCertificateName.Value.Value.ToString() : "");
        Append(key, c.AssociatedAcceptedDomains.Value);
        Append(key, c.TrustedOrganizations.Value);
        return key.ToString();
    }

    private static string KeyOf(OutboundConnector c)
    {
        var key = new StringBuilder();
        Append(key, c.EffectiveType!.Value.ToString());
        Append(key, c.RecipientDomains.Value);
        Append(key, c.SmartHosts.Value);
        Append(key, c.AllAcceptedDomains.Is(true) ? "all" : "");
        Append(key, c.EffectiveUseMXRecord == true ? "mx" : "");
        return key.ToString();
    }

    private static void Append<T>(StringBuilder key, ItemList<T>? items) =>
        Append(key, items is null ? "" : string.Join(",", items.Select(item => item.Value!.ToString()!.ToLowerInvariant()).Distinct().OrderBy(text => text, StringComparer.Ordinal)));

    private static void Append(StringBuilder key, string part) => key.Append(part).Append('\n');
}

using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>Builds the settings of a connector to create, from declared facts only.</summary>
internal sealed class ProposalText
{
    private readonly List<ProposedSetting> _settings = [];

    public IReadOnlyList<ProposedSetting> Settings => _settings;

    public ProposalText Set(Property property, bool value)
    {
        _settings.Add(new ProposedSetting(property, value));
        return this;
    }

    public ProposalText Set(Property property, string value)
    {
        _settings.Add(new ProposedSetting(property, value));
        return this;
    }

    public ProposalText Set(Property property, IReadOnlyList<string> values)
    {
        _settings.Add(new ProposedSetting(property, values));
        return this;
    }

    /// <summary>The names of a list that can be used, as texts.</summary>
    public static IReadOnlyList<string> Names(ItemList<DomainPattern>? names) => Texts(names, name => name.ToString());

    /// <summary>The hosts that a connector takes: no IPv6.</summary>
    public static IReadOnlyList<string> Hosts(ItemList<MailHost>? hosts) => Texts(hosts, host => host.Address is { IsIPv6: true } ? null : host.Name);

    /// <summary>The addresses that senderIPAddresses takes: IPv4, masks from /24 to /32; a wider block or a range is split, up to 16 parts each; private ones are left out.</summary>
    public static IReadOnlyList<string> Addresses(ItemList<AddressRange>? addresses)
    {
        var texts = new List<string>();
        if (addresses is null)
            return texts;
        foreach (var item in addresses)
        {
            if (item.IsValid && !item.Value.IsIPv6 && !item.Value.IsPrivate)
                texts.AddRange(item.Value.PrefixLength >= 24 ? [item.Value.ToString()] : Blocks(item.Value));
        }

        return texts;
    }

    /// <summary>The certificate name that suits best: one with an accepted domain, else one below, else the first; null when none is declared.</summary>
    public static DomainPattern? BestCertificate(ItemList<DomainPattern>? names, FlowIndex flow)
    {
        DomainPattern? best = null;
        var standing = -1;
        if (names is null)
            return null;
        foreach (var item in names)
        {
            if (!item.IsValid || (int)flow.StandingOf(item.Value) <= standing)
                continue;
            best = item.Value;
            standing = (int)flow.StandingOf(item.Value);
        }

        return best;
    }

    private static List<string> Texts<T>(ItemList<T>? list, Func<T, string?> text)
    {
        var texts = new List<string>();
        if (list is null)
            return texts;
        foreach (var item in list)
        {
            if (item.IsValid && text(item.Value) is { } value && !texts.Contains(value))
                texts.Add(value);
        }

        return texts;
    }

    // The fewest CIDR blocks of /24 to /32 that make up a range; none when there would be more than 16.
    private static List<string> Blocks(AddressRange range)
    {
        var blocks = new List<string>();
        ulong next = range.First;
        while (next <= range.Last)
        {
            var prefix = 24;
            while ((next & ((1UL << (32 - prefix)) - 1)) != 0 || next + (1UL << (32 - prefix)) - 1 > range.Last)
                prefix++;
            if (blocks.Count == 16)
                return [];
            blocks.Add(prefix == 32 ? AddressRange.Format((uint)next) : $"{AddressRange.Format((uint)next)}/{prefix}");
            next += 1UL << (32 - prefix);
        }

        return blocks;
    }
}

using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>Builds the settings of a connector to create, from declared facts only.</summary>
internal sealed class ProposalText
{
    private const int MostAddresses = 256;

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

    /// <summary>The addresses that senderIPAddresses takes: public IPv4 addresses, in blocks of /24 to /32. Empty when there are none, or when they can't all be written in a list that people would keep.</summary>
    public static IReadOnlyList<string> Addresses(ItemList<AddressRange>? addresses)
    {
        var texts = new List<string>();
        if (addresses is null)
            return texts;
        foreach (var item in addresses)
        {
            if (!item.IsValid || item.Value.IsPrivate)
                continue;
            foreach (var block in item.Value is { IsIPv6: false, PrefixLength: >= 24 } ? [item.Value] : item.Value.Blocks())
            {
                texts.Add(block.ToString());
                // Half of the addresses would be worse than none: mail from the others would be refused.
                if (texts.Count > MostAddresses)
                    return [];
            }
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
}

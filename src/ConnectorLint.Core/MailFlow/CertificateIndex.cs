using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>Finds the certificates that a connector's name takes, without looking at all of them. Source: matching.md 1.2, as <see cref="CertificateNames.Match"/>.</summary>
/// <typeparam name="T">What a certificate belongs to.</typeparam>
internal sealed class CertificateIndex<T>
{
    private readonly Dictionary<string, List<T>> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<T>> _wildcards = new(StringComparer.OrdinalIgnoreCase);

    // By each parent of a name, itself included: what a wildcard takes.
    private readonly Dictionary<string, List<T>> _below = new(StringComparer.OrdinalIgnoreCase);

    public void Add(DomainPattern presented, T owner)
    {
        Add(presented.CoversSubdomains ? _wildcards : _hosts, presented.Domain, owner);
        for (var parent = presented.Domain; parent.Length > 0; parent = DomainPattern.Parent(parent))
            Add(_below, parent, owner);
    }

    /// <summary>The owners of certificates that a connector's name takes.</summary>
    public IEnumerable<T> Matching(DomainPattern wanted)
    {
        if (wanted.CoversSubdomains)
            return Get(_below, wanted.Domain);
        // A wildcard certificate for a host directly under its domain.
        return Get(_hosts, wanted.Domain).Concat(Get(_wildcards, DomainPattern.Parent(wanted.Domain)));
    }

    private static void Add(Dictionary<string, List<T>> index, string key, T owner)
    {
        if (!index.TryGetValue(key, out var owners))
            index.Add(key, owners = []);
        owners.Add(owner);
    }

    private static IEnumerable<T> Get(Dictionary<string, List<T>> index, string key) => index.TryGetValue(key, out var owners) ? owners : [];
}

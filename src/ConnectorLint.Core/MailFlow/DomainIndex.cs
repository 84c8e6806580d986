using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>Finds which of many domain patterns take a domain, the most specific first, without looking at all of them.</summary>
/// <typeparam name="T">What a pattern belongs to.</typeparam>
internal sealed class DomainIndex<T>
{
    // An array of one, or a list: most patterns belong to one connector.
    private readonly Dictionary<string, IReadOnlyList<T>> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<T>> _wildcards = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What belongs to <c>*</c>.</summary>
    public List<T> Any { get; } = [];

    public void Add(DomainPattern pattern, T owner)
    {
        if (pattern.IsAny)
        {
            Any.Add(owner);
            return;
        }

        var index = pattern.CoversSubdomains ? _wildcards : _exact;
        if (!index.TryGetValue(pattern.Domain, out var owners))
            index.Add(pattern.Domain, new[] { owner });
        else if (owners is List<T> several)
            several.Add(owner);
        else
            index[pattern.Domain] = new List<T> { owners[0], owner };
    }

    /// <summary>What is listed for exactly that domain.</summary>
    public IReadOnlyList<T> Exact(string domain) => _exact.TryGetValue(domain, out var owners) ? owners : [];

    /// <summary>What is listed for exactly that pattern.</summary>
    public IReadOnlyList<T> Same(DomainPattern pattern)
    {
        if (pattern.IsAny)
            return Any;
        return (pattern.CoversSubdomains ? _wildcards : _exact).TryGetValue(pattern.Domain, out var owners) ? owners : [];
    }

    /// <summary>What is listed for <c>*.domain</c> or a wider wildcard, the longest first; not <c>*</c>.</summary>
    public IEnumerable<IReadOnlyList<T>> Wildcards(string domain)
    {
        if (_wildcards.Count == 0)
            yield break;
        for (var parent = domain; parent.Length > 0; parent = DomainPattern.Parent(parent))
        {
            if (_wildcards.TryGetValue(parent, out var owners))
                yield return owners;
        }
    }

    /// <summary>All that takes the domain.</summary>
    public IEnumerable<T> Matching(string domain)
    {
        foreach (var owner in Exact(domain))
            yield return owner;
        foreach (var owners in Wildcards(domain))
        {
            foreach (var owner in owners)
                yield return owner;
        }

        foreach (var owner in Any)
            yield return owner;
    }
}

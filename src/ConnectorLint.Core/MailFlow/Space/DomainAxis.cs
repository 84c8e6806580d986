using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>All domains, parted by those that are mentioned: each domain itself, what else lies below it, and anything else. A domain and all below it lie side by side. The empty sender is an atom of its own.</summary>
public sealed class DomainAxis
{
    /// <summary>The empty sender.</summary>
    public const int Empty = 0;

    /// <summary>Domains that are not mentioned, nor below one that is.</summary>
    public const int Other = 1;

    private readonly Dictionary<string, (int Own, int Last)> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _domains = [];

    internal DomainAxis(IEnumerable<string> mentioned)
    {
        var inOrder = mentioned.Select(domain => domain.ToLowerInvariant()).Distinct().OrderBy(Backwards, StringComparer.Ordinal).ToList();
        var open = new Stack<string>();
        foreach (var domain in inOrder)
        {
            while (open.Count > 0 && !DomainPattern.IsSubdomain(domain, open.Peek()))
                Close(open.Pop());
            open.Push(domain);
            _places.Add(domain, (2 + _domains.Count * 2, 0));
            _domains.Add(domain);
        }

        while (open.Count > 0)
            Close(open.Pop());
        Count = 2 + _domains.Count * 2;
    }

    /// <summary>How many atoms there are.</summary>
    public int Count { get; }

    /// <summary>Every domain, without the empty sender.</summary>
    public AtomSet Domains => AtomSet.Range(Other, Count - 1);

    /// <summary>The mentioned domain of an atom, and whether the atom is what else lies below it; null for <see cref="Empty"/> and <see cref="Other"/>.</summary>
    public (string Domain, bool IsBelow)? DomainOf(int atom) => atom < 2 ? null : (_domains[(atom - 2) / 2], atom % 2 == 1);

    /// <summary>The atom of a domain; the empty text is the empty sender.</summary>
    public int Locate(string domain)
    {
        if (domain.Length == 0)
            return Empty;
        if (_places.TryGetValue(domain, out var own))
            return own.Own;
        for (var parent = DomainPattern.Parent(domain); parent.Length > 0; parent = DomainPattern.Parent(parent))
        {
            if (_places.TryGetValue(parent, out var above))
                return above.Own + 1;
        }

        return Other;
    }

    /// <summary>What a pattern takes, all of whose domains are mentioned; <c>*</c> takes the empty sender too.</summary>
    public AtomSet Taken(DomainPattern pattern)
    {
        if (pattern.IsAny)
            return AtomSet.Range(Empty, Count - 1);
        var (own, last) = _places[pattern.Domain];
        return AtomSet.Range(own, pattern.CoversSubdomains ? last : own);
    }

    /// <summary>A domain of an atom.</summary>
    public string Witness(int atom)
    {
        if (atom == Empty)
            return "";
        if (DomainOf(atom) is not { } place)
        {
            var other = "anyone.example";
            while (Locate(other) != Other)
                other += "x";
            return other;
        }

        if (!place.IsBelow)
            return place.Domain;
        var label = "sub";
        while (Locate($"{label}.{place.Domain}") != atom)
            label += "x";
        return $"{label}.{place.Domain}";
    }

    private void Close(string domain) => _places[domain] = (_places[domain].Own, 1 + _domains.Count * 2);

    // Labels from the top down, so that what lies below a domain follows it at once; no character of a name sorts before the separator.
    private static string Backwards(string domain)
    {
        var labels = domain.Split('.');
        Array.Reverse(labels);
        return string.Join("\u0001", labels);
    }
}

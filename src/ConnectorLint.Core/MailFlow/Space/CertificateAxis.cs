using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>All names that a certificate may show, parted by those that are mentioned: no certificate, names of hosts, and wildcards. Source: matching.md 1.2, as <see cref="CertificateNames.Match"/>.</summary>
public sealed class CertificateAxis
{
    /// <summary>No certificate.</summary>
    public const int NoName = 0;

    private readonly DomainAxis _domains;

    internal CertificateAxis(IEnumerable<DomainPattern> mentioned) =>
        _domains = new DomainAxis(mentioned.Where(name => !name.IsAny).SelectMany(name => (string[])[name.Domain, DomainPattern.Parent(name.Domain)]).Where(domain => domain.Length > 0));

    /// <summary>How many atoms there are.</summary>
    public int Count => 1 + 2 * Plane;

    /// <summary>Every name, wildcards too.</summary>
    public AtomSet Names => AtomSet.Range(1, Count - 1);

    private int Plane => _domains.Count - 1;

    /// <summary>The atom of a name.</summary>
    public int Locate(DomainPattern? name) => name is not { } known ? NoName : _domains.Locate(known.Domain) + (known.CoversSubdomains ? Plane : 0);

    /// <summary>What a mentioned tlsSenderCertificateName or tlsDomain takes.</summary>
    public AtomSet Taken(DomainPattern wanted)
    {
        if (wanted.IsAny)
            return AtomSet.None;
        if (wanted.CoversSubdomains)
            return Under(wanted);
        var parent = DomainPattern.Parent(wanted.Domain);
        return _domains.Taken(wanted).Union(parent.Length == 0 ? AtomSet.None : AtomSet.One(_domains.Locate(parent) + Plane));
    }

    /// <summary>The names, wildcards too, whose domain a mentioned pattern takes.</summary>
    public AtomSet Under(DomainPattern pattern)
    {
        var hosts = _domains.Taken(pattern);
        return hosts.Union(Moved(hosts));
    }

    /// <summary>A name of an atom; null for none.</summary>
    public DomainPattern? Witness(int atom)
    {
        if (atom == NoName)
            return null;
        return atom > Plane ? DomainPattern.WithSubdomains(_domains.Witness(atom - Plane)) : DomainPattern.Exact(_domains.Witness(atom));
    }

    /// <summary>The mentioned domain of an atom, whether the atom is what else lies below it, and whether it is a wildcard; null for other names and none.</summary>
    public (string Domain, bool IsBelow, bool IsWildcard)? NameOf(int atom) =>
        atom != NoName && _domains.DomainOf(atom > Plane ? atom - Plane : atom) is { } place ? (place.Domain, place.IsBelow, atom > Plane) : null;

    // The same domains as wildcards.
    private AtomSet Moved(AtomSet hosts)
    {
        var last = hosts.First;
        foreach (var atom in hosts.Atoms())
            last = atom;
        return AtomSet.Range(hosts.First + Plane, last + Plane);
    }
}

namespace ConnectorLint.Model;

/// <summary>A domain, a domain with all its subdomains (<c>*.contoso.com</c>), or every domain (<c>*</c>). Source: matching.md 1.1.</summary>
public readonly record struct DomainPattern
{
    private DomainPattern(string domain, bool coversSubdomains)
    {
        Domain = domain;
        CoversSubdomains = coversSubdomains;
    }

    /// <summary>Every domain: <c>*</c>.</summary>
    public static DomainPattern Any { get; } = new("*", false);

    /// <summary>The domain in lower case, without <c>*.</c>; "*" for every domain.</summary>
    public string Domain { get; }

    /// <summary>Whether it was written with <c>*.</c>: the domain itself and every subdomain at any depth.</summary>
    public bool CoversSubdomains { get; }

    /// <summary>Whether it is <c>*</c>.</summary>
    public bool IsAny => Domain == "*";

    /// <summary>Just that domain.</summary>
    public static DomainPattern Exact(string domain) => new(domain.ToLowerInvariant(), false);

    /// <summary>That domain and its subdomains.</summary>
    public static DomainPattern WithSubdomains(string domain) => new(domain.ToLowerInvariant(), true);

    /// <summary>Whether it takes a domain (in any case).</summary>
    public bool Matches(string domain)
    {
        if (IsAny || string.Equals(domain, Domain, StringComparison.OrdinalIgnoreCase))
            return true;
        return CoversSubdomains && IsSubdomain(domain, Domain);
    }

    /// <summary>Whether it takes everything that another pattern takes.</summary>
    public bool Includes(DomainPattern other)
    {
        if (IsAny)
            return true;
        if (other.IsAny)
            return false;
        return (CoversSubdomains || !other.CoversSubdomains) && Matches(other.Domain);
    }

    /// <summary>Whether some domain is taken by both.</summary>
    public bool Overlaps(DomainPattern other) => Includes(other) || other.Includes(this);

    /// <summary>Whether a domain lies below another, at any depth; a domain is no subdomain of itself.</summary>
    public static bool IsSubdomain(string domain, string parent) =>
        domain.Length > parent.Length + 1
        && domain[domain.Length - parent.Length - 1] == '.'
        && domain.EndsWith(parent, StringComparison.OrdinalIgnoreCase);

    /// <summary>The domain without its first label; empty for a domain of one.</summary>
    public static string Parent(string domain)
    {
        var dot = domain.IndexOf('.');
        return dot < 0 ? "" : domain.Substring(dot + 1);
    }

    /// <summary>As Exchange spells it.</summary>
    public override string ToString() => CoversSubdomains ? "*." + Domain : Domain ?? "";
}

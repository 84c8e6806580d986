using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>An accepted domain.</summary>
public sealed class AcceptedDomain
{
    private AcceptedDomain(PropertyStore store, string name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>The domain in lower case.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan => Store.Find(AcceptedDomainProperties.Name).Span;

    /// <summary>Its name in fingerprints.</summary>
    public string Owner => "topology/acceptedDomains/" + Name;

    /// <summary>What happens to unknown recipients.</summary>
    public Setting<DomainType> Type => Store.Get(AcceptedDomainProperties.Type);

    /// <summary>Whether subdomains are accepted.</summary>
    public Setting<bool> MatchSubDomains => Store.Get(AcceptedDomainProperties.MatchSubDomains);

    /// <summary>Where the MX record points.</summary>
    public Setting<Item<MxTarget>> Mx => Store.Get(AcceptedDomainProperties.Mx);

    /// <summary>Where the recipients are.</summary>
    public Setting<Place> Recipients => Store.Get(AcceptedDomainProperties.Recipients);

    /// <summary>Whether it is the tenant's own domain of the service (<c>onmicrosoft.com</c> and its national forms). Source: rules.md 0.</summary>
    public bool IsInitial => IsInitialDomain(Name);

    /// <summary>Whether a domain is one of the service's own that a tenant gets (<c>onmicrosoft.com</c> and its national forms). Source: rules.md 0.</summary>
    public static bool IsInitialDomain(string domain) =>
        DomainPattern.IsSubdomain(domain, "onmicrosoft.com") || DomainPattern.IsSubdomain(domain, "onmicrosoft.us") || DomainPattern.IsSubdomain(domain, "partner.onmschina.cn");

    /// <summary>Whether the MX record certainly points there.</summary>
    public bool HasMx(MxKind kind) => Mx.IsKnown && Mx.Value.Value.Kind == kind;

    internal static AcceptedDomain? TryMake(PropertyStore store) =>
        store.Get(AcceptedDomainProperties.Name) is { IsKnown: true } name ? new AcceptedDomain(store, name.Value.Value) : null;
}

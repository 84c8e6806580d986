using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of an accepted domain. Source: SET-AD, AD.</summary>
public static class AcceptedDomainProperties
{
    /// <summary>The domain.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Domain, "The domain.") { IsRequired = true, Source = "SET-AD" };

    /// <summary>What happens to unknown recipients.</summary>
    public static readonly Property<DomainType> Type = new("type", Kinds.DomainType, "Authoritative refuses unknown recipients; InternalRelay relays them to your own servers.") { Default = "Authoritative", Source = "SET-AD" };

    /// <summary>Whether subdomains are accepted.</summary>
    public static readonly Property<bool> MatchSubDomains = new("matchSubDomains", Kinds.Boolean, "Whether mail to every subdomain is accepted; needs InternalRelay.") { Default = "false", Source = "SUBDOM" };

    /// <summary>Where the MX record points.</summary>
    public static readonly Property<Item<MxTarget>> Mx = new("mx", Kinds.Mx, "Where the domain's MX record points: exchangeOnline, onPremises, or thirdParty: and the name of a declared service.") { Source = "MULTI, 3P" };

    /// <summary>Where the recipients are.</summary>
    public static readonly Property<Place> Recipients = new("recipients", Kinds.Place, "Where the domain's recipients are.") { Source = "AD" };

    /// <summary>The accepted domain as a whole.</summary>
    public static readonly Shape Shape = new("acceptedDomain", "an accepted domain", [Name, Type, MatchSubDomains, Mx, Recipients]);
}

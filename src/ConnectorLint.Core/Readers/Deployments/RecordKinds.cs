namespace ConnectorLint.Readers.Deployments;

/// <summary>Which kind of record a name means, in the spellings of the formats.</summary>
internal static class RecordKinds
{
    private const string ExchangeType = "microsoft.exchange.";
    private const string DscModule = "Microsoft365DSC/";

    /// <summary>A resource of Microsoft365DSC without its module: <c>EXOInboundConnector</c>.</summary>
    public static RecordKind OfResource(string name) =>
        name.StartsWith("EXO", StringComparison.OrdinalIgnoreCase) ? OfNoun(name.Substring(3)) : RecordKind.None;

    /// <summary>A resource type of a DSC document: <c>Microsoft365DSC/EXOInboundConnector</c>.</summary>
    public static RecordKind OfResourceType(string type) =>
        type.StartsWith(DscModule, StringComparison.OrdinalIgnoreCase) ? OfResource(type.Substring(DscModule.Length)) : RecordKind.None;

    /// <summary>A resource type of tenant configuration management: <c>microsoft.exchange.inboundconnector</c>.</summary>
    public static RecordKind OfGraphType(string type) =>
        type.StartsWith(ExchangeType, StringComparison.OrdinalIgnoreCase) ? OfNoun(type.Substring(ExchangeType.Length)) : RecordKind.None;

    /// <summary>The noun of a cmdlet, alone or in the plural, however it is joined: <c>inbound_connectors</c>.</summary>
    public static RecordKind OfKey(string key)
    {
        var noun = new string(key.Where(c => c is not ('_' or '-' or ' ')).ToArray());
        return noun.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? OfNoun(noun.Substring(0, noun.Length - 1)) : OfNoun(noun);
    }

    /// <summary>The type of a kind, spelt as that of another kind: <c>Microsoft365DSC/EXOInboundConnector</c>, <c>EXOInboundConnector</c>, <c>microsoft.exchange.inboundconnector</c>.</summary>
    public static string TypeLike(RecordKind kind, string like)
    {
        var noun = kind switch
        {
            RecordKind.Inbound => "InboundConnector",
            RecordKind.Outbound => "OutboundConnector",
            _ => "TransportRule",
        };
        var start = like.LastIndexOfAny(['/', '.']) + 1;
        var word = like.Substring(start);
        if (word.StartsWith("EXO", StringComparison.OrdinalIgnoreCase))
            return like.Substring(0, start + 3) + noun;
        if (word == word.ToLowerInvariant())
            return like.Substring(0, start) + noun.ToLowerInvariant();
        return like.Substring(0, start) + (char.IsLower(word[0]) ? char.ToLowerInvariant(noun[0]) + noun.Substring(1) : noun);
    }

    private static RecordKind OfNoun(string noun) => noun.ToLowerInvariant() switch
    {
        "inboundconnector" => RecordKind.Inbound,
        "outboundconnector" => RecordKind.Outbound,
        "accepteddomain" => RecordKind.AcceptedDomain,
        "transportrule" => RecordKind.TransportRule,
        "organizationconfig" => RecordKind.OrganizationConfig,
        "transportconfig" => RecordKind.TransportConfig,
        "hybridconfiguration" => RecordKind.HybridConfiguration,
        "onpremisesorganization" => RecordKind.OnPremisesOrganization,
        _ => RecordKind.None,
    };
}

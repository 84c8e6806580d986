using ConnectorLint.Model;
using ConnectorLint.PowerShell;
using ConnectorLint.Properties;

namespace ConnectorLint.Analyzers;

/// <summary>What a cmdlet does.</summary>
internal enum CmdletVerb
{
    New,
    Set,
    Remove,

    /// <summary>No cmdlet: a monitor of Microsoft Graph says what a connector should be, and changes nothing.</summary>
    Watch,
}

/// <summary>A cmdlet that makes, changes or removes a connector, or adds a domain.</summary>
internal sealed class Cmdlet
{
    private static readonly Dictionary<string, Cmdlet> ByName = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Cmdlet> ByResourceType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["microsoft.exchange.inboundconnector"] = new Cmdlet(CmdletVerb.Watch, Model.Direction.Inbound),
        ["microsoft.exchange.outboundconnector"] = new Cmdlet(CmdletVerb.Watch, Model.Direction.Outbound),
    };

    // Each cmdlet has them; they say nothing of the connector.
    private static readonly HashSet<string> CommonParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "Confirm", "Debug", "DomainController", "ErrorAction", "ErrorVariable", "Force", "InformationAction", "InformationVariable", "OutBuffer", "OutVariable",
        "PipelineVariable", "ProgressAction", "Verbose", "WarningAction", "WarningVariable", "WhatIf", "AsJob", "BypassValidation",
    };

    // Those of New-AcceptedDomain that say something of the domain. Its name is a label.
    private static readonly Dictionary<string, Property> DomainParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DomainName"] = AcceptedDomainProperties.Name,
        ["DomainType"] = AcceptedDomainProperties.Type,
        ["MatchSubDomains"] = AcceptedDomainProperties.MatchSubDomains,
    };

    // Of these, and of the connector's, those that take no value.
    private static readonly HashSet<string> Switches = new(StringComparer.OrdinalIgnoreCase) { "Confirm", "Debug", "Force", "Verbose", "WhatIf", "AsJob", "BypassValidation" };

    static Cmdlet()
    {
        foreach (var verb in new[] { CmdletVerb.New, CmdletVerb.Set, CmdletVerb.Remove })
        {
            ByName.Add($"{verb}-InboundConnector", new Cmdlet(verb, Model.Direction.Inbound));
            ByName.Add($"{verb}-OutboundConnector", new Cmdlet(verb, Model.Direction.Outbound));
        }

        ByName.Add("New-AcceptedDomain", new Cmdlet(CmdletVerb.New, null));
    }

    private Cmdlet(CmdletVerb verb, Direction? direction)
    {
        Verb = verb;
        Direction = direction;
    }

    public CmdletVerb Verb { get; }

    /// <summary>Of which connectors; null: of accepted domains.</summary>
    public Direction? Direction { get; }

    public Shape Shape => Direction switch
    {
        Model.Direction.Inbound => InboundProperties.Shape,
        Model.Direction.Outbound => OutboundProperties.Shape,
        _ => AcceptedDomainProperties.Shape,
    };

    /// <summary>The parameter that a value without a name is for.</summary>
    public string FirstParameter => Verb == CmdletVerb.New ? "Name" : "Identity";

    /// <summary>The cmdlet of a name, with or without its module; null when it is none of ours.</summary>
    public static Cmdlet? Find(string? name) =>
        name is not null && ByName.TryGetValue(name.Substring(name.LastIndexOf('\\') + 1), out var cmdlet) ? cmdlet : null;

    /// <summary>What a resource of Graph's configuration management stands for; null when it is none of ours.</summary>
    public static Cmdlet? OfResource(string? type) => type is not null && ByResourceType.TryGetValue(type, out var cmdlet) ? cmdlet : null;

    /// <summary>Whether a parameter says nothing of the connector.</summary>
    public static bool IsCommon(string parameter) => CommonParameters.Contains(parameter);

    /// <summary>Whether a parameter takes no value.</summary>
    public bool IsSwitch(string parameter) => Switches.Contains(Complete(parameter));

    /// <summary>What a parameter gives; null when it gives nothing that is known of.</summary>
    public Property? PropertyOf(string parameter) =>
        Direction is not null ? Shape.Find(parameter) : DomainParameters.TryGetValue(parameter, out var property) ? property : null;

    /// <summary>Whether a name is that of a parameter.</summary>
    public bool Knows(string parameter) => PropertyOf(parameter) is not null;

    /// <summary>The name that PowerShell takes an abbreviation for; the name itself when that is not clear.</summary>
    public string Complete(string parameter) => PowerShellParameterNames.Resolve(parameter, Parameters.Concat(CommonParameters)) ?? parameter;

    private IEnumerable<string> Parameters => Direction is not null ? Shape.Properties.Select(property => property.Name) : DomainParameters.Keys;
}

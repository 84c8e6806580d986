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
}

/// <summary>A cmdlet that makes, changes or removes a connector.</summary>
internal sealed class Cmdlet
{
    private static readonly Dictionary<string, Cmdlet> ByName = new(StringComparer.OrdinalIgnoreCase);

    // Each cmdlet has them; they say nothing of the connector.
    private static readonly HashSet<string> CommonParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "Confirm", "Debug", "DomainController", "ErrorAction", "ErrorVariable", "Force", "InformationAction", "InformationVariable", "OutBuffer", "OutVariable",
        "PipelineVariable", "ProgressAction", "Verbose", "WarningAction", "WarningVariable", "WhatIf", "AsJob", "BypassValidation",
    };

    // Of these, and of the connector's, those that take no value.
    private static readonly HashSet<string> Switches = new(StringComparer.OrdinalIgnoreCase) { "Confirm", "Debug", "Force", "Verbose", "WhatIf", "AsJob", "BypassValidation" };

    static Cmdlet()
    {
        foreach (var verb in new[] { CmdletVerb.New, CmdletVerb.Set, CmdletVerb.Remove })
        {
            ByName.Add($"{verb}-InboundConnector", new Cmdlet(verb, Direction.Inbound));
            ByName.Add($"{verb}-OutboundConnector", new Cmdlet(verb, Direction.Outbound));
        }
    }

    private Cmdlet(CmdletVerb verb, Direction direction)
    {
        Verb = verb;
        Direction = direction;
    }

    public CmdletVerb Verb { get; }

    public Direction Direction { get; }

    public Shape Shape => Direction == Direction.Inbound ? InboundProperties.Shape : OutboundProperties.Shape;

    /// <summary>The parameter that a value without a name is for.</summary>
    public string FirstParameter => Verb == CmdletVerb.New ? "Name" : "Identity";

    /// <summary>The cmdlet of a name, with or without its module; null when it is none of ours.</summary>
    public static Cmdlet? Find(string? name) =>
        name is not null && ByName.TryGetValue(name.Substring(name.LastIndexOf('\\') + 1), out var cmdlet) ? cmdlet : null;

    /// <summary>Whether a parameter says nothing of the connector.</summary>
    public static bool IsCommon(string parameter) => CommonParameters.Contains(parameter);

    /// <summary>Whether a parameter takes no value.</summary>
    public bool IsSwitch(string parameter) => Switches.Contains(Complete(parameter));

    /// <summary>Whether a name is that of a parameter.</summary>
    public bool Knows(string parameter) => Shape.Find(parameter) is not null;

    /// <summary>The name that PowerShell takes an abbreviation for; the name itself when that is not clear.</summary>
    public string Complete(string parameter) =>
        PowerShellParameterNames.Resolve(parameter, Shape.Properties.Select(property => property.Name).Concat(CommonParameters)) ?? parameter;
}

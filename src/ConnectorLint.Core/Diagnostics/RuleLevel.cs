namespace ConnectorLint.Diagnostics;

/// <summary>What the configuration makes of a rule.</summary>
public enum RuleLevel : byte
{
    /// <summary>It says nothing.</summary>
    Off,

    /// <summary>All that it says is advice.</summary>
    Info,

    /// <summary>All that it says is a warning.</summary>
    Warning,

    /// <summary>All that it says is an error.</summary>
    Error,
}

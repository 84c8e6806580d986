namespace ConnectorLint.Scenarios;

/// <summary>Whether a connector is needed. Source: scenarios.md 1 and 9.</summary>
public enum Verdict : byte
{
    /// <summary>Mail is lost or refused without it.</summary>
    Required,

    /// <summary>Best created, not demanded.</summary>
    Recommended,

    /// <summary>Mail flows without it; it becomes required when the topology declares what only a connector can meet.</summary>
    Optional,

    /// <summary>Nothing needs it; if it is there, it needs an explanation.</summary>
    Unnecessary,

    /// <summary>It must not be there.</summary>
    Forbidden,
}

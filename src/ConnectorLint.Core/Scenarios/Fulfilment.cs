namespace ConnectorLint.Scenarios;

/// <summary>Whether connectors that are declared meet a need.</summary>
public enum Fulfilment : byte
{
    /// <summary>One does.</summary>
    Met,

    /// <summary>None does, and all are known.</summary>
    Unmet,

    /// <summary>One would, but it is off (enabled, testMode): <see cref="Need.Waiting"/>.</summary>
    Inactive,

    /// <summary>It can't be said: something was not read or is not known.</summary>
    Unknown,
}

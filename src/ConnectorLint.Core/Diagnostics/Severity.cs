namespace ConnectorLint.Diagnostics;

/// <summary>How bad a finding is; ordered, so that it can be compared.</summary>
public enum Severity : byte
{
    /// <summary>Advice; never fails a run.</summary>
    Info,

    /// <summary>Probably not what was meant; fails a run by default.</summary>
    Warning,

    /// <summary>The service rejects it, or mail is lost, or let in where it should not be.</summary>
    Error,
}

namespace ConnectorLint.Engine;

/// <summary>A step of a run, in the order of a run.</summary>
public enum LintPhase
{
    /// <summary>Files are looked for.</summary>
    Discover,

    /// <summary>Files are read and parsed.</summary>
    Read,

    /// <summary>The documents of a tenant are put together.</summary>
    Assemble,

    /// <summary>Indexes are made and needs worked out.</summary>
    Index,

    /// <summary>The rules run.</summary>
    Rules,

    /// <summary>Findings are suppressed, sorted and given fingerprints.</summary>
    Finish,

    /// <summary>The report is written.</summary>
    Output,
}

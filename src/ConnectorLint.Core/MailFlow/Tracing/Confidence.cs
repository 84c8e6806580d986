namespace ConnectorLint.MailFlow.Tracing;

/// <summary>How sure a step is. Source: connectors.md ("confidence words").</summary>
public enum Confidence : byte
{
    /// <summary>A page of the vendor says so.</summary>
    Documented,

    /// <summary>It follows from what the pages say, or administrators see it so; no page says it outright.</summary>
    Inferred,

    /// <summary>The pages say nothing, or contradict each other, or the tenant's files leave it open.</summary>
    Silent,
}

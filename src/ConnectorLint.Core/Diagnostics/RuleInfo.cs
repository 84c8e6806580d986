namespace ConnectorLint.Diagnostics;

/// <summary>All that is known of a rule, declared at the top of its file: it drives the rule's page, <c>explain</c>, SARIF and the tests.</summary>
/// <param name="id">The id, "CL" and four digits; stable for ever.</param>
/// <param name="name">The kebab-case name, which says what is wrong; stable for ever.</param>
/// <param name="severity">The severity, unless the rule lowers it in a stated case or the configuration replaces it.</param>
public sealed class RuleInfo(string id, string name, Severity severity)
{
    /// <summary>The id, "CL" and four digits.</summary>
    public string Id { get; } = id;

    /// <summary>The kebab-case name.</summary>
    public string Name { get; } = name;

    /// <summary>The severity, unless lowered or configured.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>What the rule finds, one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What happens to mail.</summary>
    public required string Why { get; init; }

    /// <summary>What to do; the help line of its findings, unless a finding brings its own.</summary>
    public required string Help { get; init; }

    /// <summary>The documents that make it true, by their keys (domain facts), or "design" for the tool's own findings.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the fact is: "documented" or "inferred", with a reason where one is known.</summary>
    public string Confidence { get; init; } = "documented";

    /// <summary>A manifest (without its head) in which the rule fires; null for the tool's own findings.</summary>
    public string? Bad { get; init; }

    /// <summary>The same, mended: no error, and not this rule.</summary>
    public string? Good { get; init; }

    /// <summary>When it is right to switch it off, one sentence; null: the page says what holds for its severity.</summary>
    public string? WhenToIgnore { get; init; }

    /// <summary>Whether a safe automatic fix exists, in some or all cases.</summary>
    public bool HasSafeFix { get; init; }

    /// <summary>Whether it is off until it is selected.</summary>
    public bool IsOffByDefault { get; init; }

    /// <summary>How an editor shows what it finds.</summary>
    public FindingLook Look { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}";
}

/// <summary>How an editor shows what a rule finds.</summary>
public enum FindingLook
{
    /// <summary>With a squiggle alone.</summary>
    Plain,

    /// <summary>Greyed out: it does nothing, and can go.</summary>
    Unnecessary,

    /// <summary>Struck through: it is not to be used.</summary>
    Deprecated,
}

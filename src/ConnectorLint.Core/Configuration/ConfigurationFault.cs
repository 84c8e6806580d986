using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Configuration;

/// <summary>What is wrong with a configuration, at its place. Not a finding: no rule and no suppression has a say in it, and a run with an error ends with exit code 2.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">One sentence: what is wrong.</param>
/// <param name="Help">What to do.</param>
public sealed record ConfigurationFault(SourceSpan Span, string Message, string Help)
{
    /// <summary>Whether it is an error; else a warning, which does not change the exit code.</summary>
    public bool IsError { get; init; } = true;

    /// <summary>Other places that matter.</summary>
    public IReadOnlyList<RelatedSpan> Related { get; init; } = [];
}

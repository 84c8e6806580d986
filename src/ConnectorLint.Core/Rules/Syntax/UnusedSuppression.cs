using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class UnusedSuppression : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0909", "unused-suppression", Severity.Warning)
    {
        Summary = "A suppression comment that suppressed nothing, is past its end date, is never closed, or lacks a reason that is asked for.",
        Why = "A comment that no longer suppresses anything hides the next finding that comes to its place, and nobody will have decided that.",
        Help = "Remove the comment, or the rule from it.",
        Look = FindingLook.Unnecessary,
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

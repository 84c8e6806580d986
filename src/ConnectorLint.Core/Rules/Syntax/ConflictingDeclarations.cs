using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class ConflictingDeclarations : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0908", "conflicting-declarations", Severity.Error)
    {
        Summary = "Two places of one tenant declare the same fact with different values.",
        Why = "Which of the two is true is not known, so what depends on it is not checked.",
        Help = "Keep one of the two, or give the files different tenant names.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

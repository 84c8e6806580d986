using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InputLimit : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0911", "input-limit", Severity.Error)
    {
        Summary = "Nesting, aliases or size go past a limit.",
        Why = "The file is read up to there only, so the rest is not checked.",
        Help = "Split the file, or take the nesting or the aliases apart.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

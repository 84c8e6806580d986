using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class SyntaxErrorFound : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0901", "syntax-error", Severity.Error)
    {
        Summary = "The text is not YAML or JSON.",
        Why = "The rest of the file is not read, so what it declares is not checked.",
        Help = "Mend the text at the marked place.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

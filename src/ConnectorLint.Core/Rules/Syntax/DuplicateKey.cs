using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class DuplicateKey : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0902", "duplicate-key", Severity.Error)
    {
        Summary = "A mapping has the same key twice.",
        Why = "Only one of the values can be meant; programs differ on which they take, so mail may follow the other one.",
        Help = "Remove one of the two.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

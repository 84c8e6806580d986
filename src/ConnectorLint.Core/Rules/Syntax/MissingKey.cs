using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class MissingKey : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0905", "missing-key", Severity.Error)
    {
        Summary = "A key without which an entry means nothing is missing or blank.",
        Why = "The entry is left out, so connectors are judged without it.",
        Help = "Add the key.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

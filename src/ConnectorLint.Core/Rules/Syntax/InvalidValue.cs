using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidValue : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0904", "invalid-value", Severity.Error)
    {
        Summary = "A value outside a connector has the wrong type, is none of the allowed values, or is not the domain, address or host that is asked for.",
        Why = "The fact is not heard, so connectors are judged without it.",
        Help = "Write a value of the kind that is asked for.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class UnknownRule : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0910", "unknown-rule", Severity.Warning)
    {
        Summary = "A suppression, the configuration or the baseline names a rule that does not exist, or a suppression comment can't be understood.",
        Why = "What it was meant to silence or to set is not silenced and not set.",
        Help = "Name the rule by its id or its name; connectorlint rules lists them.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

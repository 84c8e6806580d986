using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class UnknownKey : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0903", "unknown-key", Severity.Warning)
    {
        Summary = "A key outside a connector that the manifest format does not know.",
        Why = "What it was meant to say is not heard, so connectors are judged without it.",
        Help = "Use a key of the manifest's reference, or begin a root key of your own with x-.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

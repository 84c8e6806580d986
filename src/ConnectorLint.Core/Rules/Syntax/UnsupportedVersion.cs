using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class UnsupportedVersion : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0906", "unsupported-version", Severity.Error)
    {
        Summary = "The manifest's version is not one that this program reads.",
        Why = "The document is not read, so nothing in it is checked.",
        Help = "Write connectorlint: 1, or use a newer version of the program.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

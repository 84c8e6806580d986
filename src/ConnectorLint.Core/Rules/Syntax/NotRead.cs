using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class NotRead : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0912", "not-read", Severity.Warning)
    {
        Summary = "A file that was found, or a value of an export, could not be read.",
        Why = "What it declares is not checked.",
        Help = "Mend the permissions, the link or the encoding, export again, or exclude the file.",
        Source = "design",
    };

    public RuleInfo Info => Rule;
}

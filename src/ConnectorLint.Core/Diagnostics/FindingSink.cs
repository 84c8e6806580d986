using ConnectorLint.Syntax;

namespace ConnectorLint.Diagnostics;

/// <summary>Collects findings of one tenant or one file. Not safe to share between threads.</summary>
internal sealed class FindingSink(string tenant)
{
    private readonly List<Diagnostic> _findings = [];

    public IReadOnlyList<Diagnostic> Findings => _findings;

    public void Report(
        RuleInfo rule,
        SourceSpan span,
        string message,
        Severity? severity = null,
        string? help = null,
        IReadOnlyList<RelatedSpan>? related = null,
        IReadOnlyList<Fix>? fixes = null,
        string owner = "",
        string property = "",
        string value = "") =>
        _findings.Add(new Diagnostic
        {
            Rule = rule,
            Severity = severity ?? rule.Severity,
            Span = span,
            Message = message,
            Help = help ?? rule.Help,
            Related = related ?? [],
            Fixes = fixes ?? [],
            Tenant = tenant,
            Owner = owner,
            Property = property,
            Value = value,
        });
}

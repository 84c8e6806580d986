using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;

namespace ConnectorLint.LanguageServices;

/// <summary>Makes all fixes of a file, or of one rule in it, as <c>--fix</c> does: pass after pass, each kept only when its finding is gone and no error is new.</summary>
public static class FixAll
{
    /// <summary>The edits of a file.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<EditorEdit> Edits(EditorTenant tenant, EditorFile file, FixAllScope scope, CancellationToken cancellation = default)
    {
        if (file.Read.Format is not null)
            return [];
        var fixer = new Fixer(scope.WithUnsafe, texts =>
        {
            cancellation.ThrowIfCancellationRequested();
            return InScope(texts.TryGetValue(file.Path, out var text) ? tenant.With(file.With(text.Text)).Findings : tenant.Findings, file, scope);
        });
        var outcome = fixer.Run(InScope(tenant.Findings, file, scope));
        return outcome.Texts.TryGetValue(file.Path, out var changed) ? TextChange.Between(file, changed.Text) : [];
    }

    // What is out of scope keeps its place among the findings, so that a new error is noticed, but has nothing to fix.
    private static Diagnostic[] InScope(IReadOnlyList<Diagnostic> findings, EditorFile file, FixAllScope scope) =>
        [.. findings.Select(finding => IsInScope(finding, file, scope) ? finding : finding with { Fixes = [] })];

    private static bool IsInScope(Diagnostic finding, EditorFile file, FixAllScope scope) =>
        finding.Span is { IsNone: false } span && span.File.Path == file.Path && (scope.RuleId is null || finding.Rule.Id == scope.RuleId);
}

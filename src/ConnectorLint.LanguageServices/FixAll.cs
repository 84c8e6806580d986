using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;

namespace ConnectorLint.LanguageServices;

/// <summary>Makes all fixes of a file, or of one rule in it, as <c>--fix</c> does: pass after pass, each kept only when its finding is gone and no error is new.</summary>
public static class FixAll
{
    /// <summary>The edits of a file, and of those into which its missing connectors are written.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="file">The file.</param>
    /// <param name="scope">Which fixes.</param>
    /// <param name="notKept">Gets a sentence for each fix that was tried and not kept.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<EditorEdit> Edits(EditorTenant tenant, EditorFile file, FixAllScope scope, Action<string>? notKept = null, CancellationToken cancellation = default)
    {
        var fixer = new Fixer(scope.WithUnsafe, texts =>
        {
            cancellation.ThrowIfCancellationRequested();
            return InScope(texts.Values.Aggregate(tenant, (changed, text) => changed.With(tenant.FileOf(text.Path)!.With(text.Text))).Findings, file, scope);
        });
        var outcome = fixer.Run(InScope(tenant.Findings, file, scope));
        foreach (var refused in outcome.Refused)
            notKept?.Invoke($"Not fixed: {refused.Finding.Rule.Id} in line {refused.Finding.Span.File.PositionAt(refused.Finding.Span.Start).Line}, {refused.Title}: {refused.Reason}");
        return [.. outcome.Texts.Values.SelectMany(changed => TextChange.Between(tenant.FileOf(changed.Path)!, changed.Text))];
    }

    // What is out of scope keeps its place among the findings, so that a new error is noticed, but has nothing to fix.
    private static Diagnostic[] InScope(IReadOnlyList<Diagnostic> findings, EditorFile file, FixAllScope scope) =>
        [.. findings.Select(finding => IsInScope(finding, file, scope) ? finding : finding with { Fixes = [] })];

    private static bool IsInScope(Diagnostic finding, EditorFile file, FixAllScope scope) =>
        finding.Span is { IsNone: false } span && span.File.Path == file.Path && (scope.RuleId is null || finding.Rule.Id == scope.RuleId);
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;

namespace ConnectorLint.LanguageServices;

/// <summary>What can be done at a place: the fixes of its findings, those of a rule or the file, suppressing, explaining.</summary>
public static class CodeActions
{
    /// <summary>The command that shows the page of a rule; its argument is the rule's id.</summary>
    public const string ExplainCommand = "connectorlint.explain";

    private const string AddThe = "Add the ";

    /// <summary>What can be done about the findings that touch a stretch of a file.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="file">The file.</param>
    /// <param name="start">The offset where the stretch begins.</param>
    /// <param name="end">The offset where it ends; the same for a mere cursor.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<CodeAction> At(EditorTenant tenant, EditorFile file, int start, int end, CancellationToken cancellation = default)
    {
        var actions = new List<CodeAction>();
        var findings = tenant.FindingsOf(file.Path).Where(finding => finding.Span.Start <= end && start <= finding.Span.End).ToArray();
        var renderer = new Lazy<FixRenderer>(() => new FixRenderer(file.Tree));
        foreach (var finding in findings)
        {
            cancellation.ThrowIfCancellationRequested();
            actions.AddRange(Fixes(file, finding, renderer));
        }

        foreach (var rule in findings.Select(finding => finding.Rule).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            actions.AddRange(OfRule(tenant, file, rule));
        }

        foreach (var finding in findings.DistinctBy(finding => (finding.Rule, finding.Span.Start)))
        {
            if (Suppress.Action(tenant, file, finding) is { } suppress)
                actions.Add(suppress);
        }

        foreach (var rule in findings.Select(finding => finding.Rule).Distinct())
            actions.Add(new CodeAction($"Explain {rule.Id} ({rule.Name})", CodeAction.QuickFix) { Command = new EditorCommand(ExplainCommand, [rule.Id]), Finding = findings.First(finding => finding.Rule == rule) });
        actions.AddRange(OfFile(tenant, file));
        return actions;
    }

    /// <summary>The fixes of a file as a whole: all safe ones, and all at all.</summary>
    public static IReadOnlyList<CodeAction> OfFile(EditorTenant tenant, EditorFile file)
    {
        if (file.Read.Format is not null)
            return [];
        var fixable = tenant.FindingsOf(file.Path).Where(finding => finding.Fixes.Count > 0).ToArray();
        var actions = new List<CodeAction>();
        if (fixable.Any(finding => finding.Fixes.Any(fix => fix.IsSafe)))
            actions.Add(new CodeAction("Fix all in this file (safe)", CodeAction.FixAllKind) { Scope = new FixAllScope(null, false) });
        if (fixable.Any(finding => !finding.Fixes.Any(fix => fix.IsSafe)))
            actions.Add(new CodeAction("Fix all in this file (unsafe too: mail flow may change)", CodeAction.QuickFix) { Scope = new FixAllScope(null, true) });
        return actions;
    }

    private static IEnumerable<CodeAction> Fixes(EditorFile file, Diagnostic finding, Lazy<FixRenderer> renderer)
    {
        // Deployment formats are read, not written.
        if (file.Read.Format is not null)
            yield break;
        var isFirst = true;
        foreach (var fix in finding.Fixes)
        {
            if (renderer.Value.Render(fix.Intent, finding.Span) is not { } edits)
                continue;
            yield return new CodeAction(Title(fix), CodeAction.QuickFix)
            {
                Finding = finding,
                Edits = [.. edits.Select(edit => new EditorEdit(file.Path, file.RangeOf(edit.Start, edit.End), edit.NewText))],
                IsPreferred = fix.IsSafe && isFirst,
            };
            isFirst = false;
        }
    }

    private static string Title(Fix fix)
    {
        var title = fix.Intent.Kind == FixKind.AddConnector && fix.Title.StartsWith(AddThe, StringComparison.Ordinal) ? "Create the missing " + fix.Title[AddThe.Length..] : fix.Title;
        return $"{title} ({(fix.IsSafe ? "safe" : "unsafe: mail flow may change")})";
    }

    private static IEnumerable<CodeAction> OfRule(EditorTenant tenant, EditorFile file, RuleInfo rule)
    {
        if (file.Read.Format is not null)
            yield break;
        var fixable = tenant.FindingsOf(file.Path).Where(finding => finding.Rule == rule && finding.Fixes.Count > 0).ToArray();
        if (fixable.Length < 2)
            yield break;
        var withUnsafe = !fixable.All(finding => finding.Fixes.Any(fix => fix.IsSafe));
        yield return new CodeAction($"Fix all {fixable.Length} findings of {rule.Id} in this file ({(withUnsafe ? "unsafe: mail flow may change" : "safe")})", CodeAction.QuickFix)
        {
            Finding = fixable[0],
            Scope = new FixAllScope(rule.Id, withUnsafe),
        };
    }
}

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
        var renderers = new Dictionary<string, FixRenderer>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            cancellation.ThrowIfCancellationRequested();
            actions.AddRange(Fixes(tenant, file, finding, renderers));
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
        var fixable = Fixable(tenant, file);
        var actions = new List<CodeAction>();
        if (fixable.Any(finding => finding.Fixes.Any(fix => fix.IsSafe)))
            actions.Add(new CodeAction("Fix all in this file (safe)", CodeAction.FixAllKind) { Scope = new FixAllScope(null, false) });
        if (fixable.Any(finding => !finding.Fixes.Any(fix => fix.IsSafe)))
            actions.Add(new CodeAction("Fix all in this file (unsafe too: mail flow may change)", CodeAction.QuickFix) { Scope = new FixAllScope(null, true) });
        return actions;
    }

    private static IEnumerable<CodeAction> Fixes(EditorTenant tenant, EditorFile file, Diagnostic finding, Dictionary<string, FixRenderer> renderers)
    {
        var isFirst = true;
        foreach (var fix in finding.Fixes)
        {
            // A missing connector may be written into another file of the tenant.
            var place = fix.PlaceFor(finding);
            if (tenant.FileOf(place.File.Path) is not { } target)
                continue;
            if (!renderers.TryGetValue(target.Path, out var renderer))
                renderers.Add(target.Path, renderer = new FixRenderer(target.Tree));
            if (renderer.Render(fix.Intent, place) is not { } edits)
                continue;
            yield return new CodeAction(Title(fix, target == file ? "" : " in " + target.Path[(target.Path.LastIndexOf('/') + 1)..]), CodeAction.QuickFix)
            {
                Finding = finding,
                Edits = [.. edits.Select(edit => new EditorEdit(target.Path, target.RangeOf(edit.Start, edit.End), edit.NewText))],
                IsPreferred = fix.IsSafe && isFirst,
            };
            isFirst = false;
        }
    }

    private static string Title(Fix fix, string where)
    {
        var title = fix.Intent.Kind == FixKind.AddConnector && fix.Title.StartsWith(AddThe, StringComparison.Ordinal) ? "Create the missing " + fix.Title[AddThe.Length..] : fix.Title;
        return $"{title}{where} ({(fix.IsSafe ? "safe" : "unsafe: mail flow may change")})";
    }

    private static IEnumerable<CodeAction> OfRule(EditorTenant tenant, EditorFile file, RuleInfo rule)
    {
        var fixable = Fixable(tenant, file).Where(finding => finding.Rule == rule).ToArray();
        if (fixable.Length < 2)
            yield break;
        var withUnsafe = !fixable.All(finding => finding.Fixes.Any(fix => fix.IsSafe));
        yield return new CodeAction($"Fix all {fixable.Length} findings of {rule.Id} in this file ({(withUnsafe ? "unsafe: mail flow may change" : "safe")})", CodeAction.QuickFix)
        {
            Finding = fixable[0],
            Scope = new FixAllScope(rule.Id, withUnsafe),
        };
    }

    // What only says what was found in a tenant is not mended.
    private static Diagnostic[] Fixable(EditorTenant tenant, EditorFile file) =>
        file.Read is { Format: not null, IsDeployed: false } ? [] : [.. tenant.FindingsOf(file.Path).Where(finding => finding.Fixes.Count > 0)];
}

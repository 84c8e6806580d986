using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>What came of writing suppressions.</summary>
/// <param name="Report">What is found afterwards.</param>
/// <param name="WrittenCount">How many findings are suppressed now.</param>
/// <param name="FileCount">In how many files.</param>
/// <param name="Refused">Files that were left alone, with the reason.</param>
/// <param name="InJson">Findings in JSON, which has no comments.</param>
public sealed record SuppressionReport(LintReport Report, int WrittenCount, int FileCount, IReadOnlyList<LintProblem> Refused, IReadOnlyList<Diagnostic> InJson);

/// <summary>Writes a suppression comment for each finding. A file changes only when a second lint, in memory, finds these findings gone, no other come, and the data as it was.</summary>
public static class SuppressionRun
{
    /// <summary>Lints, writes and lints again.</summary>
    /// <param name="request">What to lint; not standard input.</param>
    /// <param name="reason">The reason that the comments give; one line.</param>
    public static SuppressionReport Write(LintRequest request, string reason)
    {
        var judged = LintRun.Judge(request with { KeepsModels = true });
        var files = judged.Groups.SelectMany(group => group.Files).Distinct().ToDictionary(file => file.File!.File);
        var targets = judged.Report.Findings
            .Where(finding => !finding.Span.IsNone && files.ContainsKey(finding.Span.File) && SuppressionWriter.CanSuppress(finding.Rule))
            .GroupBy(finding => finding.Span.File)
            .ToArray();

        var refused = new List<LintProblem>();
        var changes = new List<(LintFile Old, LintFile New, Diagnostic[] Targets)>();
        foreach (var target in targets.Where(target => !SyntaxReader.IsJson(target.Key)))
        {
            var file = files[target.Key];
            var changed = file.With(SuppressionWriter.Write(file.File!, [.. target], reason, request.AsOf));
            if (!SyntaxReader.Read(target.Key).IsComplete)
                refused.Add(new LintProblem(file.Path, "was left alone: mend its syntax error first"));
            else if (!SuppressionWriter.KeepsData(target.Key, changed.File!.File))
                refused.Add(new LintProblem(file.Path, "was left alone: a comment would change what it says"));
            else
                changes.Add((file, changed, [.. target]));
        }

        var after = Relint(judged, changes.ToDictionary(change => change.Old, change => change.New));
        var before = FindingsByFile(judged.Report.Tenants, judged.Linter);
        var written = 0;
        var count = 0;
        foreach (var (old, changed, suppressed) in changes)
        {
            var problem = AreGone(suppressed, before[old.Path], after[old.Path]) ? RewrittenFile.TryWrite(old, changed.File!.File.Text) : "was left alone: comments would not suppress just these findings";
            if (problem is not null)
            {
                refused.Add(new LintProblem(old.Path, problem));
                continue;
            }

            written += suppressed.Length;
            count++;
        }

        var json = targets.Where(target => SyntaxReader.IsJson(target.Key)).SelectMany(target => target).ToArray();
        return new SuppressionReport(count == 0 ? judged.Report : LintRun.Run(request), written, count, refused, json);
    }

    private static ILookup<string, Diagnostic> Relint(Judgement judged, Dictionary<LintFile, LintFile> changes)
    {
        var files = judged.Files.Select(file => changes.GetValueOrDefault(file, file)).ToArray();
        var changed = changes.Values.ToHashSet();
        var names = judged.Groups.Select(group => group.Name).ToHashSet(StringComparer.Ordinal);
        var groups = TenantGroup.Group(files, judged.IsCut).Where(group => names.Contains(group.Name) && group.Files.Any(changed.Contains)).ToArray();
        var open = new OpenFiles(groups);
        // All files are kept, so all can be opened.
        var inputs = groups.Select(group => group.Open(open)!);
        return FindingsByFile([.. inputs.Select(input => JudgedTenant.Of(judged.Linter.Lint(input), input, keepsModel: false))], judged.Linter);
    }

    private static ILookup<string, Diagnostic> FindingsByFile(IReadOnlyList<JudgedTenant> results, Linter linter) =>
        results.SelectMany(result => result.Findings).Concat(linter.LintSharedFiles(results.SelectMany(result => result.SharedSuppressions)))
            .Where(finding => !finding.Span.IsNone).ToLookup(finding => finding.Span.File.Path, StringComparer.Ordinal);

    // What is not known by its place: comments move lines, and a fingerprint counts among equals.
    private static (string Rule, string Tenant, string Owner, string Property, string Value) Identity(Diagnostic finding) =>
        (finding.Rule.Id, finding.Tenant, finding.Owner, finding.Property, finding.Value);

    private static bool AreGone(Diagnostic[] suppressed, IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var allowed = before.GroupBy(Identity).ToDictionary(group => group.Key, group => group.Count());
        foreach (var finding in suppressed)
            allowed[Identity(finding)]--;
        return after.GroupBy(Identity).All(group => allowed.GetValueOrDefault(group.Key) >= group.Count());
    }
}

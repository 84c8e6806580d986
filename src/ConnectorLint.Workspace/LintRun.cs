using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>Finds files, reads them, puts tenants together and judges them.</summary>
public static class LintRun
{
    /// <summary>Runs. Nothing that is wrong with a file throws; it is a finding or a problem.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LintReport Run(LintRequest request)
    {
        var found = FileDiscovery.Find(request.Paths, new DiscoveryOptions { CurrentDirectory = request.CurrentDirectory, Cancellation = request.Cancellation });
        var problems = found.Problems.Where(p => p.IsNamed).Select(p => new LintProblem(p.Path, p.Message)).ToList();
        var findings = new List<Diagnostic>();
        findings.AddRange(found.Problems.Where(p => !p.IsNamed).Select(p => Unread(p.Path, p.Message)));

        var listed = Read(found.Files, request);
        if (found.ReadsStandardInput)
            listed.Add(ReadStandardInput(request));
        problems.AddRange(listed.Where(file => file is { IsNamed: true, Message: not null }).Select(file => new LintProblem(file.Path, file.Message!)));
        findings.AddRange(listed.Where(file => file is { IsNamed: false, Message: not null }).Select(file => Unread(file.Path, file.Message!)));

        var all = listed;
        if (listed.Any(file => file.IsOurs) && Beyond(listed, request) is { Count: > 0 } beyond)
            all = [.. listed, .. beyond];
        var groups = TenantGrouping.Group(all, found.Problems.Any(p => p.Kind is DiscoveryProblemKind.Unreadable))
            .Where(group => group.Files.Any(listed.Contains))
            .Where(group => request.Tenant is null || string.Equals(group.Name, request.Tenant, StringComparison.OrdinalIgnoreCase))
            .ToArray();

        var linter = new Linter(request.Selection);
        var results = ParallelFiles.Map(groups, request.Jobs, group => linter.Lint(group.Input), cancellation: request.Cancellation);
        findings.RemoveAll(finding => !request.Selection.IsOn(finding.Rule));
        findings.AddRange(results.SelectMany(result => result.Findings));
        if (request.OnlyListed)
        {
            var names = listed.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            findings.RemoveAll(finding => finding.Span.File is { } file && !names.Contains(file.Path));
        }

        findings.Sort(FindingOrder.Instance);
        return new LintReport
        {
            Tenants = results,
            Findings = findings,
            Files = groups.SelectMany(group => group.Files).Select(file => file.File!.File).Distinct().ToArray(),
            LookedAt = listed.Count,
            Problems = problems,
            NotOurs = listed.Where(file => file is { IsNamed: true, Message: null, IsOurs: false }).Select(file => new LintProblem(file.Path, file.WhyNotOurs)).ToArray(),
        };
    }

    // A path says which tenants are judged; each is read whole, from all of its root. A changed connector file would hide else what it breaks in the topology file.
    private static List<LintFile> Beyond(List<LintFile> listed, LintRequest request)
    {
        var known = listed.Select(file => file.FullPath).ToHashSet(StringComparer.Ordinal);
        var roots = listed.Where(file => file.IsOurs).Select(file => file.Root).Distinct(StringComparer.Ordinal)
            .Where(root => !IsWalked(root, request)).ToArray();
        if (roots.Length == 0)
            return [];
        var rest = FileDiscovery.Find(roots, new DiscoveryOptions { CurrentDirectory = request.CurrentDirectory, Cancellation = request.Cancellation });
        return Read(rest.Files.Where(file => !known.Contains(file.FullPath)).ToArray(), request);
    }

    private static bool IsWalked(string root, LintRequest request)
    {
        var paths = request.Paths.Count == 0 ? ["."] : request.Paths;
        return paths.Where(path => path != FileDiscovery.StandardInput)
            .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, request.CurrentDirectory)))
            .Any(path => root == path || root.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    private static List<LintFile> Read(IReadOnlyList<FoundFile> files, LintRequest request) =>
        [.. ParallelFiles.Map(files, request.Jobs, LintFile.Read, cancellation: request.Cancellation)];

    private static LintFile ReadStandardInput(LintRequest request) => LintFile.FromBytes(
        request.StandardInputName, Path.GetFullPath(request.StandardInputName, request.CurrentDirectory), request.StandardInput?.Invoke() ?? []);

    private static Diagnostic Unread(string path, string message)
    {
        var file = new SourceText(path, "");
        return new Diagnostic
        {
            Rule = NotRead.Rule,
            Severity = NotRead.Rule.Severity,
            Span = file.Span(0, 0),
            Message = $"the file {message}, so what it may declare is not checked",
            Help = NotRead.Rule.Help,
            Owner = "file:" + path,
        };
    }
}

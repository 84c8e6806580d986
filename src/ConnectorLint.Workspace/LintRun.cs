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
        var timings = request.Clock is null ? null : new LintTimings(request.Clock);
        var found = FileDiscovery.Find(request.Paths, Options(request));
        timings?.Lap(LintPhase.Discover);
        var listed = Read(found.Files, request);
        if (found.ReadsStandardInput)
        {
            // What comes by standard input is what the file is to be, in an editor or a hook.
            var input = ReadStandardInput(request);
            listed.RemoveAll(file => DisplayPaths.Comparer.Equals(file.FullPath, input.FullPath));
            listed.Add(input);
        }

        timings?.Lap(LintPhase.Read);
        var problems = found.Problems.Where(p => p.IsNamed).Select(p => new LintProblem(p.Path.Length == 0 ? "''" : p.Path, p.Message)).ToList();
        problems.AddRange(listed.Where(file => file is { IsNamed: true, Message: not null }).Select(file => new LintProblem(file.Path, file.Message!)));
        var unread = found.Problems.Where(p => !p.IsNamed).ToList();

        var all = listed;
        if (listed.Any(file => file.IsOurs))
        {
            var (files, beyond) = Beyond(listed, found, request, timings);
            all = [.. listed, .. files];
            unread.AddRange(beyond);
        }

        // The same order whichever of the files were named: it says which of two equal names is the first.
        if (all != listed || found.ReadsStandardInput)
            all = [.. all.OrderBy(file => DisplayPaths.Slashed(file.FullPath), StringComparer.Ordinal)];

        var findings = unread.Select(p => Unread(p.Path, p.Message, NotRead.Rule)).ToList();
        findings.AddRange(all.Where(file => file is { IsNamed: false, Message: not null }).Select(file => Unread(file.Path, file.Message!, file.IsTooLarge ? InputLimit.Rule : NotRead.Rule)));
        var touched = listed.ToHashSet();
        var foundGroups = TenantGrouping.Group(all, found.Problems.Concat(unread).Any(Cuts)).Where(group => group.Files.Any(touched.Contains)).ToArray();
        var groups = foundGroups
            .Where(group => request.Tenant is null || string.Equals(group.Name, request.Tenant, StringComparison.OrdinalIgnoreCase))
            .ToArray();

        var linter = new Linter(request.Selection, request.AsOf);
        timings?.Lap(LintPhase.Assemble);
        var results = timings is null
            ? ParallelFiles.Map(groups, request.Jobs, group => linter.Lint(group.Input), cancellation: request.Cancellation)
            : LintTimed(linter, groups, request, timings);
        findings.RemoveAll(finding => !request.Selection.IsOn(finding.Rule));
        findings.AddRange(results.SelectMany(result => result.Findings));
        if (request.OnlyListed)
        {
            var names = listed.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            findings.RemoveAll(finding => finding.Span.File is { } file && !names.Contains(file.Path));
        }

        findings.Sort(FindingOrder.Instance);
        timings?.Lap(LintPhase.Finish);
        return new LintReport
        {
            Tenants = results,
            Findings = findings,
            TenantFiles = groups.Select(group => group.Input.Files.Select(file => file.File).ToArray()).ToArray(),
            Files = groups.SelectMany(group => group.Files).Select(file => file.File!.File).Distinct().ToArray(),
            LookedAt = listed.Count,
            IgnoredCount = found.IgnoredCount,
            FoundTenants = foundGroups.Select(group => group.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToArray(),
            Problems = problems,
            Timings = timings,
            NotOurs = listed.Where(file => file is { IsNamed: true, Message: null, IsOurs: false }).Select(file => new LintProblem(file.Path, file.WhyNotOurs)).ToArray(),
        };
    }

    // Each tenant has timings of its own, so that threads need no lock.
    private static TenantResult[] LintTimed(Linter linter, TenantGroup[] groups, LintRequest request, LintTimings timings)
    {
        var results = ParallelFiles.Map(groups, request.Jobs, group =>
        {
            var own = timings.ForTenant();
            return (Result: linter.Lint(group.Input, own), Timings: own);
        }, cancellation: request.Cancellation);
        timings.Add(results.Select(result => result.Timings));
        timings.Threads = Math.Max(1, Math.Min(ParallelFiles.Jobs(request.Jobs), groups.Length));
        return [.. results.Select(result => result.Result)];
    }

    // A path says which tenants are judged; each is read whole, from all of its root. A changed connector file would hide else what it breaks in the topology file.
    private static (IReadOnlyList<LintFile> Files, IReadOnlyList<DiscoveryProblem> Problems) Beyond(List<LintFile> listed, DiscoveryResult found, LintRequest request, LintTimings? timings)
    {
        var roots = listed.Where(file => file.IsOurs).Select(file => file.Root).Distinct(DisplayPaths.Comparer).Where(root => !IsWalked(root, request)).ToArray();
        if (roots.Length == 0)
            return ([], []);

        // A file that was named and lies in no repository: its folder is the tenant's, but what lies below (all of a home folder, perhaps) is not.
        var finder = new RootFinder();
        var shallow = roots.Where(root => finder.Above(root).Root is null).ToHashSet(DisplayPaths.Comparer);
        // With the paths again, so that a file which links give a second name is known by the one it was named by.
        var rest = FileDiscovery.Find([.. request.Paths, .. roots], Options(request) with
        {
            Exclude = (path, isFolder) => isFolder && shallow.Contains(Path.GetDirectoryName(path) ?? ""),
        });
        timings?.Lap(LintPhase.Discover);
        var known = listed.Select(file => file.FullPath).ToHashSet(DisplayPaths.Comparer);
        var files = Read(rest.Files.Where(file => !known.Contains(file.FullPath)).ToArray(), request);
        timings?.Lap(LintPhase.Read);
        // Only what bears on the answer; links in circles, elsewhere in the repository, are the business of a run over all of it.
        return (files, rest.Problems.Except(found.Problems).Where(Cuts).ToArray());
    }

    // What stands there may be the tenant's; a link that leads nowhere may stand for the file in which the connectors are.
    private static bool Cuts(DiscoveryProblem problem) => problem.Kind is DiscoveryProblemKind.Unreadable or DiscoveryProblemKind.BrokenLink;

    private static bool IsWalked(string root, LintRequest request) =>
        WalkedFolders(request).Any(folder => DisplayPaths.Comparer.Equals(root, folder) || DisplayPaths.IsBelow(root, folder));

    private static IEnumerable<string> WalkedFolders(LintRequest request)
    {
        var paths = request.Paths.Count == 0 ? ["."] : request.Paths;
        return paths.Where(path => path is not ("" or FileDiscovery.StandardInput) && !path.Contains('\0'))
            .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, request.CurrentDirectory)))
            .Where(Directory.Exists);
    }

    private static DiscoveryOptions Options(LintRequest request) => new() { CurrentDirectory = request.CurrentDirectory, Cancellation = request.Cancellation };

    private static List<LintFile> Read(IReadOnlyList<FoundFile> files, LintRequest request) =>
        [.. ParallelFiles.Map(files, request.Jobs, LintFile.Read, cancellation: request.Cancellation)];

    private static LintFile ReadStandardInput(LintRequest request)
    {
        var path = Path.GetFullPath(request.StandardInputName, request.CurrentDirectory);
        // As for a file that is named: the outermost of the folders that were.
        var given = WalkedFolders(request).Where(folder => DisplayPaths.IsBelow(path, folder)).MinBy(folder => folder.Length);
        return LintFile.FromBytes(DisplayPaths.Show(path, Path.GetFullPath(request.CurrentDirectory)), path, given, request.StandardInput?.Invoke() ?? []);
    }

    private static Diagnostic Unread(string path, string message, RuleInfo rule)
    {
        var file = new SourceText(path, "");
        return new Diagnostic
        {
            Rule = rule,
            Severity = rule.Severity,
            Span = file.Span(0, 0),
            Message = $"the file {message}, so what it may declare is not checked",
            Help = rule.Help,
            Owner = "file:" + path,
        };
    }
}

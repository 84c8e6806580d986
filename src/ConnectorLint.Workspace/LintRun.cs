using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Rules;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>Finds files, reads them, puts tenants together and judges them.</summary>
public static class LintRun
{
    /// <summary>Runs. Nothing that is wrong with a file throws; it is a finding or a problem.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LintReport Run(LintRequest request) => Judge(request).Report;

    /// <summary>Runs, and keeps what a second look at some of the files needs.</summary>
    internal static Judgement Judge(LintRequest request)
    {
        var timings = request.Clock is null ? null : new LintTimings(request.Clock);
        var configurations = new ConfigurationStore(request.Configuration, request.CurrentDirectory);
        var found = FileDiscovery.Find(request.Paths, Options(request, configurations));
        timings?.Lap(LintPhase.Discover);
        var budget = request.KeepsModels ? ReadingBudget.Unlimited(request.ListsFiles) : new ReadingBudget(request.KeptCharacters, request.ListsFiles);
        var listed = Read(found.Files, budget, request);
        if (found.ReadsStandardInput)
        {
            // What comes by standard input is what the file is to be, in an editor or a hook.
            var input = ReadStandardInput(request);
            listed.RemoveAll(file => DisplayPaths.Comparer.Equals(file.FullPath, input.FullPath));
            listed.AddRange(Replace([input], request));
        }

        timings?.Lap(LintPhase.Read);
        var unread = found.Problems.Where(p => !p.IsNamed).ToList();

        var all = listed;
        if (!request.IsClosed && listed.Any(file => file.IsOurs))
        {
            var (files, beyond) = Beyond(listed, found, budget, request, configurations, timings);
            all = [.. listed, .. files];
            unread.AddRange(beyond);
        }

        // The same order whichever of the files were named: it says which of two equal names is the first.
        if (all != listed || found.ReadsStandardInput)
            all = [.. all.OrderBy(file => DisplayPaths.Slashed(file.FullPath), StringComparer.Ordinal)];

        var settings = Settings(all, unread, configurations, request);
        var isCut = found.Problems.Concat(unread).Any(Cuts);
        var linter = new Linter(request.Selection, request.AsOf, settings, request.RequireReason);
        var selection = Select(all, listed, isCut, request);
        // What it took to put a fleet's tenants together is garbage now, and would be carried along to the end.
        if (budget.IsSpent)
            GC.Collect();
        timings?.Lap(LintPhase.Assemble);
        var judged = Lint(linter, selection.Judged, request, timings, out var surprises);
        while (surprises.Count > 0)
        {
            // A look at the root keys was not enough, or a file has just been written. It is taken as it was read in full; that can't surprise again.
            foreach (var (file, content) in surprises)
                file.Keep(content);
            selection = Select(all, listed, isCut, request);
            judged = Lint(linter, selection.Judged, request, timings, out surprises);
        }

        var results = judged.Take(selection.Reported.Count).ToArray();
        var problems = found.Problems.Where(p => p.IsNamed).Select(p => new LintProblem(p.Path.Length == 0 ? "''" : p.Path, p.Message)).ToList();
        problems.AddRange(listed.Where(file => file is { IsNamed: true, Message: not null }).Select(file => new LintProblem(file.Path, file.Message!)));
        // What is of no tenant is the first shard's to tell.
        var findings = new List<Diagnostic>();
        if (request.Shard is not { Number: > 1 })
        {
            findings.AddRange(unread.Select(p => Unread(p.Path, p.Message, NotRead.Rule)));
            findings.AddRange(all.Where(file => file is { IsNamed: false, Message: not null }).Select(file => Unread(file.Path, file.Message!, file.IsTooLarge ? InputLimit.Rule : NotRead.Rule)));
        }

        var levels = new FindingLevels(request.Selection, settings, request.AsOf);
        findings = levels.WithoutSuppressed([.. levels.Apply(findings)]);
        findings.Sort(FindingOrder.Instance);
        findings = [.. Fingerprints.Add(findings)];
        findings.AddRange(results.SelectMany(result => result.Findings));
        findings.AddRange(SharedFindings(linter, judged, results));
        var comparison = Compare(findings, results, levels, request);
        if (comparison is not null)
            findings = [.. comparison.New, .. UnknownRules(comparison.Baseline, request)];
        if (request.OnlyListed)
        {
            var names = listed.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            findings.RemoveAll(finding => finding.Span.File is { } file && !names.Contains(file.Path));
        }

        findings.Sort(FindingOrder.Instance);
        var faults = Faults(found, configurations, request);
        problems.InsertRange(0, configurations.Problems.Distinct());
        timings?.Lap(LintPhase.Finish);
        var report = new LintReport
        {
            Tenants = results,
            Findings = findings,
            Baseline = comparison,
            Files = selection.Reported.SelectMany(group => group.Files).Select(file => file.Path).Distinct(StringComparer.Ordinal).ToArray(),
            Formats = [.. selection.Reported.SelectMany(group => group.Files).Distinct().Where(file => file.Outline!.Format is not null)
                .GroupBy(file => file.Outline!.Format!, StringComparer.Ordinal).OrderBy(format => format.Key, StringComparer.Ordinal).Select(format => (format.Key, format.Count()))],
            ListedFiles = request.ListsFiles ? [.. listed.Select(file => new ListedFile(file.Path, file.What))] : [],
            LookedAt = listed.Count,
            IgnoredCount = found.IgnoredCount,
            FoundTenants = selection.Found.Select(group => group.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToArray(),
            Shard = request.Shard,
            ElsewhereCount = selection.ElsewhereCount,
            UntouchedCount = selection.UntouchedCount,
            Problems = problems,
            ConfigurationFaults = faults,
            Settings = settings,
            Timings = timings,
            NotOurs = results.Length > 0 ? [] : listed.Where(file => file is { IsNamed: true, Message: null, IsOurs: false }).Select(file => new LintProblem(file.Path, file.WhyNotOurs())).ToArray(),
        };
        return new Judgement(report, all, isCut, selection.Reported, linter);
    }

    // Which tenants are judged.
    private static Selection Select(List<LintFile> all, List<LintFile> listed, bool isCut, LintRequest request)
    {
        var touched = listed.ToHashSet();
        var found = TenantGroup.Group(all, isCut).Where(group => group.Files.Any(touched.Contains)).ToArray();
        var named = request.Tenant is null ? found : [.. found.Where(group => string.Equals(group.Name, request.Tenant, StringComparison.OrdinalIgnoreCase))];
        var touchedByChange = request.Touched is { } change ? [.. named.Where(change.Has)] : named;
        var own = request.Shard is { } shard ? [.. touchedByChange.Where(group => shard.Has(group.Name))] : touchedByChange;
        // Whether a comment suppresses anything in a file of several tenants is known when all of these are judged, whether they are asked for or not.
        var commented = own.Length == named.Length ? [] : own.SelectMany(group => group.Files).Where(file => file.Outline!.HasComments).ToHashSet();
        var beside = commented.Count == 0 ? [] : named.Except(own).Where(group => group.Files.Any(commented.Contains));
        return new Selection(found, own, [.. own, .. beside], touchedByChange.Length - own.Length, named.Length - touchedByChange.Length);
    }

    // Each tenant's documents are let go once it is judged. Each has timings of its own, so that threads need no lock.
    private static JudgedTenant[] Lint(Linter linter, IReadOnlyList<TenantGroup> groups, LintRequest request, LintTimings? timings, out IReadOnlyDictionary<LintFile, FileContent> surprises)
    {
        var open = new OpenFiles(groups);
        var results = ParallelFiles.Map(groups, request.Jobs, group =>
        {
            var own = timings?.ForTenant();
            var input = group.Open(open);
            own?.Lap(LintPhase.Read);
            var result = input is null ? null : JudgedTenant.Of(linter.Lint(input, own), input, request.KeepsModels);
            group.Close(open);
            return (Result: result, Timings: own);
        }, onDone: Told(request, LintPhase.Rules, groups.Count), cancellation: request.Cancellation);
        if (timings is not null)
        {
            timings.Add(results.Select(result => result.Timings!));
            timings.Threads = Math.Max(1, Math.Min(ParallelFiles.Jobs(request.Jobs), groups.Count));
        }

        surprises = open.Surprises;
        return surprises.Count > 0 ? [] : [.. results.Select(result => result.Result!)];
    }

    // Of the tenants that are reported; the others are judged for their sake.
    private static IEnumerable<Diagnostic> SharedFindings(Linter linter, JudgedTenant[] judged, JudgedTenant[] reported)
    {
        var findings = linter.LintSharedFiles(judged.SelectMany(tenant => tenant.SharedSuppressions));
        if (judged.Length == reported.Length)
            return findings;
        var names = reported.Select(tenant => tenant.Name).ToHashSet(StringComparer.Ordinal);
        return findings.Where(finding => names.Contains(finding.Tenant));
    }

    private static BaselineComparison? Compare(List<Diagnostic> findings, JudgedTenant[] results, FindingLevels levels, LintRequest request)
    {
        if (request.Baseline is not { } baseline)
            return null;
        // Of a tenant that was read in part, or of a rule that did not run, the baseline's entries may still hold.
        var unread = results.Where(result => !result.IsReadWhole).Select(result => result.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var judged = results.Select(result => result.Name).Where(name => !unread.Contains(name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool IsJudged(RuleInfo rule, string tenant) => levels.CanBeOn(rule) && judged.Contains(tenant);
        if (request.BaselineUse == BaselineUse.Renew)
            baseline = baseline.Renew(findings, IsJudged);
        return baseline.CompareWith(findings, IsJudged);
    }

    private static IEnumerable<Diagnostic> UnknownRules(Baseline baseline, LintRequest request)
    {
        if (request.BaselineUse != BaselineUse.Compare || request.Shard is { Number: > 1 } || !request.Selection.IsOn(UnknownRule.Rule))
            return [];
        return Fingerprints.Add([.. baseline.OfUnknownRules.Where(entry => !entry.RuleSpan.IsNone).Select(entry => new Diagnostic
        {
            Rule = UnknownRule.Rule,
            Severity = UnknownRule.Rule.Severity,
            Span = entry.RuleSpan,
            Message = $"the baseline names a rule '{entry.Rule}' that does not exist{(Nearest(entry.Rule) is { } nearest ? $"; did you mean {nearest}?" : "")}",
            Help = "Remove or mend the entry; --prune-baseline does.",
            Owner = "file:" + entry.RuleSpan.File.Path,
            Value = entry.Rule,
        })]);
    }

    private static string? Nearest(string rule) => Spelling.Nearest(rule, RuleList.All.SelectMany(known => new[] { known.Info.Id, known.Info.Name }));

    // What applies to each file that was looked at; each is asked for, which also shows the globs that match none.
    private static SettingsByFile? Settings(List<LintFile> files, List<DiscoveryProblem> unread, ConfigurationStore configurations, LintRequest request)
    {
        var byPath = new Dictionary<string, FileSettings>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var settings = Of(file.FullPath);
            file.Assigned = settings.Tenant;
            byPath[file.Path] = settings;
        }

        foreach (var path in unread.Select(problem => problem.Path).Where(path => !byPath.ContainsKey(path)))
            byPath[path] = Of(Path.GetFullPath(path, request.CurrentDirectory));

        return configurations.IsEmpty ? null : new SettingsByFile(byPath);

        FileSettings Of(string fullPath) => configurations.For(Path.GetDirectoryName(fullPath) ?? fullPath)?.Of(fullPath) ?? FileSettings.Default;
    }

    private static ConfigurationFault[] Faults(DiscoveryResult found, ConfigurationStore configurations, LintRequest request)
    {
        // One that is named is wanted read, though it may apply to none of the files.
        if (!configurations.IsFixed)
        {
            foreach (var path in found.Configurations)
                configurations.Check(path);
        }

        return configurations.IsEmpty ? [] :
        [
            .. configurations.Faults.Concat(configurations.Unmatched(folder => IsWalked(folder, request)))
                .DistinctBy(fault => (fault.Span, fault.Message))
                .OrderBy(fault => fault.Span.File.Path, StringComparer.Ordinal).ThenBy(fault => fault.Span.Start),
        ];
    }

    // A path says which tenants are judged; each is read whole, from all of its root. A changed connector file would hide else what it breaks in the topology file.
    private static (IReadOnlyList<LintFile> Files, IReadOnlyList<DiscoveryProblem> Problems) Beyond(List<LintFile> listed, DiscoveryResult found, ReadingBudget budget, LintRequest request, ConfigurationStore configurations, LintTimings? timings)
    {
        var roots = listed.Where(file => file.IsOurs).Select(file => file.Root).Distinct(DisplayPaths.Comparer).Where(root => !IsWalked(root, request)).ToArray();
        if (roots.Length == 0)
            return ([], []);

        // A file that was named and lies in no repository: its folder is the tenant's, but what lies below (all of a home folder, perhaps) is not.
        var finder = new RootFinder();
        var shallow = roots.Where(root => finder.Above(root).Root is null).ToHashSet(DisplayPaths.Comparer);
        // With the paths again, so that a file which links give a second name is known by the one it was named by.
        var rest = FileDiscovery.Find([.. request.Paths, .. roots], Options(request, configurations) with
        {
            Exclude = (path, isFolder) => isFolder && shallow.Contains(Path.GetDirectoryName(path) ?? ""),
        });
        timings?.Lap(LintPhase.Discover);
        var known = listed.Select(file => file.FullPath).ToHashSet(DisplayPaths.Comparer);
        var files = Read(rest.Files.Where(file => !known.Contains(file.FullPath)).ToArray(), budget, request);
        timings?.Lap(LintPhase.Read);
        // Only what bears on the answer; links in circles, elsewhere in the repository, are the business of a run over all of it.
        return (files, rest.Problems.Except(found.Problems).Where(Cuts).ToArray());
    }

    // What stands there may be the tenant's; a link that is not followed may stand for the file in which the connectors are.
    internal static bool Cuts(DiscoveryProblem problem) => problem.Kind is DiscoveryProblemKind.Unreadable or DiscoveryProblemKind.BrokenLink or DiscoveryProblemKind.LeadsOut;

    private static bool IsWalked(string root, LintRequest request) =>
        WalkedFolders(request).Any(folder => DisplayPaths.Comparer.Equals(root, folder) || DisplayPaths.IsBelow(root, folder));

    private static IEnumerable<string> WalkedFolders(LintRequest request)
    {
        var paths = request.Paths.Count == 0 ? ["."] : request.Paths;
        return paths.Where(path => path is not ("" or FileDiscovery.StandardInput) && !path.Contains('\0'))
            .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, request.CurrentDirectory)))
            .Where(Directory.Exists);
    }

    private static DiscoveryOptions Options(LintRequest request, ConfigurationStore configurations) => new()
    {
        CurrentDirectory = request.CurrentDirectory,
        ConfigurationOf = configurations.For,
        OnFound = Told(request, LintPhase.Discover, 0),
        Cancellation = request.Cancellation,
    };

    private static List<LintFile> Read(IReadOnlyList<FoundFile> files, ReadingBudget budget, LintRequest request)
    {
        if (request.Without is { } left)
            files = [.. files.Where(file => !DisplayPaths.Comparer.Equals(file.FullPath, left))];
        return Replace(ParallelFiles.Map(files, request.Jobs, file => LintFile.Read(file, budget), onDone: Told(request, LintPhase.Read, files.Count), cancellation: request.Cancellation), request);
    }

    private static Action<int>? Told(LintRequest request, LintPhase phase, int total) =>
        request.Progress is { } progress ? done => progress(phase, done, total) : null;

    private static List<LintFile> Replace(IEnumerable<LintFile> files, LintRequest request) =>
        [.. files.Select(file => request.Replaced is { } texts && texts.TryGetValue(file.Path, out var text) ? file.With(text.Text) : file)];

    private static LintFile ReadStandardInput(LintRequest request)
    {
        var path = Path.GetFullPath(request.StandardInputName, request.CurrentDirectory);
        // As for a file that is named: the outermost of the folders that were.
        var given = WalkedFolders(request).Where(folder => DisplayPaths.IsBelow(path, folder)).MinBy(folder => folder.Length);
        return LintFile.FromBytes(DisplayPaths.Show(path, Path.GetFullPath(request.CurrentDirectory)), path, given, request.StandardInput?.Invoke() ?? []);
    }

    // The tenants that were found; those whose findings are reported, and with them those that are judged; how many are left to other shards, and how many a change does not touch.
    private sealed record Selection(IReadOnlyList<TenantGroup> Found, IReadOnlyList<TenantGroup> Reported, IReadOnlyList<TenantGroup> Judged, int ElsewhereCount, int UntouchedCount);

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

/// <summary>A run, and what it saw.</summary>
/// <param name="Report">What came of it.</param>
/// <param name="Files">All files that were read.</param>
/// <param name="IsCut">Whether some folder could not be looked into.</param>
/// <param name="Groups">The tenants that were judged.</param>
/// <param name="Linter">What judged them.</param>
internal sealed record Judgement(LintReport Report, IReadOnlyList<LintFile> Files, bool IsCut, IReadOnlyList<TenantGroup> Groups, Linter Linter);

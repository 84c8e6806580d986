using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.LanguageServices;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;
using ConnectorLint.Workspace;

namespace ConnectorLint.LanguageServer.State;

/// <summary>What the open folders hold on the disk, and what applies to it. Immutable.</summary>
internal sealed class DiskState
{
    private readonly IReadOnlyDictionary<string, Baseline> _baselines;
    private readonly SettingsByFile? _settings;

    private DiskState(string current, IReadOnlyList<LintFile> files, SettingsByFile? settings, IReadOnlyDictionary<string, Baseline> baselines, DateTime? asOf)
    {
        Current = current;
        Files = files;
        _settings = settings;
        _baselines = baselines;
        Settings = new EditorSettings(asOf, settings: settings);
    }

    /// <summary>The folder that shown paths are relative to.</summary>
    public string Current { get; }

    /// <summary>All files that were looked at, and new ones that only the editor has; in the order of their paths.</summary>
    public IReadOnlyList<LintFile> Files { get; }

    /// <summary>How tenants are judged.</summary>
    public EditorSettings Settings { get; }

    /// <summary>Whether some folder could not be looked into.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Findings about files that could not be read.</summary>
    public IReadOnlyList<Diagnostic> Unread { get; private init; } = [];

    /// <summary>What is wrong with the configurations.</summary>
    public IReadOnlyList<ConfigurationFault> Faults { get; private init; } = [];

    /// <summary>Configurations and baselines that could not be read, as lines for the log.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>Looks at the disk.</summary>
    /// <param name="folders">The open folders, and those of files that are open alone.</param>
    /// <param name="documents">The open documents: a configuration is read from its buffer, a file that is not on the disk is looked at too.</param>
    /// <param name="disk">What was read before.</param>
    /// <param name="asOf">The day that dates are compared with.</param>
    /// <param name="cancellation">Stops it.</param>
    public static DiskState Load(IReadOnlyList<string> folders, IReadOnlyCollection<OpenDocument> documents, DiskFiles disk, DateTime? asOf, CancellationToken cancellation)
    {
        var buffers = documents.Where(document => document.FullPath is not null).DistinctBy(document => document.FullPath).ToDictionary(document => document.FullPath!, StringComparer.Ordinal);
        var alone = FoldersOfFilesAlone(folders, buffers.Keys);
        string[] all = [.. folders.Where(Directory.Exists), .. alone.Keys];
        if (all.Length == 0)
            return new DiskState(Path.DirectorySeparatorChar.ToString(), [], null, new Dictionary<string, Baseline>(), asOf);

        var current = all[0];
        var configurations = new ConfigurationStore(ConfigurationChoice.Nearest, current, path => buffers.GetValueOrDefault(path)?.Text.Text);
        var found = FileDiscovery.Find(all, new DiscoveryOptions
        {
            CurrentDirectory = current,
            ConfigurationOf = configurations.For,
            Exclude = (path, isFolder) => isFolder && alone.TryGetValue(Path.GetDirectoryName(path) ?? "", out var isShallow) && isShallow,
            Cancellation = cancellation,
        });
        var files = disk.Read(found.Files, cancellation).ToList();
        files.AddRange(NewFiles(buffers.Keys, all, current, configurations));
        files = [.. files.OrderBy(file => DisplayPaths.Slashed(file.FullPath), StringComparer.Ordinal)];

        var unread = found.Problems.Select(problem => Unreadable(problem.Path, problem.Message, NotRead.Rule)).ToList();
        unread.AddRange(files.Where(file => file.Message is not null).Select(file => Unreadable(file.Path, file.Message!, file.IsTooLarge ? InputLimit.Rule : NotRead.Rule)));
        var byPath = new Dictionary<string, FileSettings>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            byPath[file.Path] = configurations.For(Path.GetDirectoryName(file.FullPath) ?? file.FullPath)?.Of(file.FullPath) ?? FileSettings.Default;
            file.Assigned = byPath[file.Path].Tenant;
        }

        foreach (var path in found.Configurations)
            configurations.Check(path);
        var settings = configurations.IsEmpty ? null : new SettingsByFile(byPath);
        var problems = configurations.Problems.Select(problem => $"{problem.Path} {problem.Message}").ToList();
        var baselines = Baselines(settings, current, problems);
        var levels = new FindingLevels(RuleSelection.Default, settings, asOf);
        var isWalkedWhole = (string folder) => folders.Any(walked => DisplayPaths.Comparer.Equals(folder, walked) || DisplayPaths.IsBelow(folder, walked));
        return new DiskState(current, files, settings, baselines, asOf)
        {
            IsCut = found.Problems.Any(LintRun.Cuts),
            Unread = Fingerprints.Add(levels.WithoutSuppressed([.. levels.Apply(unread)])),
            Faults = [.. configurations.Faults.Concat(configurations.Unmatched(isWalkedWhole)).DistinctBy(fault => (fault.Span, fault.Message))],
            Problems = problems,
        };
    }

    /// <summary>What the configuration says for a file.</summary>
    public FileSettings SettingsOf(string path) => _settings?.Of(path) ?? FileSettings.Default;

    /// <summary>Findings without those that the baseline of their file has.</summary>
    public IReadOnlyList<Diagnostic> WithoutKnown(IReadOnlyList<Diagnostic> findings)
    {
        if (_baselines.Count == 0)
            return findings;
        return [.. findings.GroupBy(finding => _settings?.Of(finding).Baseline?.Value ?? "")
            .SelectMany(group => _baselines.TryGetValue(group.Key, out var baseline) ? baseline.CompareWith([.. group], (_, _) => true).New : [.. group])];
    }

    // As for a file that is named on the command line: its repository, else its folder alone. True: without what lies below.
    private static Dictionary<string, bool> FoldersOfFilesAlone(IReadOnlyList<string> folders, IEnumerable<string> paths)
    {
        var alone = new Dictionary<string, bool>(DisplayPaths.Comparer);
        var finder = new RootFinder();
        foreach (var path in paths)
        {
            if (folders.Any(folder => DisplayPaths.IsBelow(path, folder)) || Path.GetDirectoryName(path) is not { } own || !Directory.Exists(own))
                continue;
            var root = finder.Above(own).Root;
            alone.TryAdd(root ?? own, root is null);
        }

        return alone;
    }

    private static IEnumerable<LintFile> NewFiles(IEnumerable<string> paths, string[] folders, string current, ConfigurationStore configurations) => paths
        .Where(path => FileDiscovery.IsCandidate(Path.GetFileName(path.AsSpan())) && !File.Exists(path)
            && configurations.For(Path.GetDirectoryName(path) ?? path)?.LeavesOut(path, isFolder: false) != true)
        .Select(path => LintFile.FromBytes(DisplayPaths.Show(path, current), path, folders.Where(folder => DisplayPaths.IsBelow(path, folder)).MinBy(folder => folder.Length), []));

    private static Dictionary<string, Baseline> Baselines(SettingsByFile? settings, string current, List<string> problems)
    {
        var baselines = new Dictionary<string, Baseline>(StringComparer.Ordinal);
        foreach (var path in settings?.All.Select(all => all.Baseline?.Value).OfType<string>().Distinct() ?? [])
        {
            if (BaselineFile.Read(path, DisplayPaths.Show(path, current), mayBeAbsent: false, out var fault) is { } baseline)
                baselines.Add(path, baseline);
            else
                problems.Add(fault!);
        }

        return baselines;
    }

    private static Diagnostic Unreadable(string path, string message, RuleInfo rule) => new()
    {
        Rule = rule,
        Severity = rule.Severity,
        Span = new SourceText(path, "").Span(0, 0),
        Message = $"the file {message}, so what it may declare is not checked",
        Help = rule.Help,
        Owner = "file:" + path,
    };
}

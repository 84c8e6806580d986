using ConnectorLint.Configuration;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>Finds the configuration of each file, and reads each once. Not safe to share between threads.</summary>
internal sealed class ConfigurationStore
{
    private readonly string _current;
    private readonly Func<string, string?>? _buffer;
    private readonly ResolvedConfiguration? _forAll;
    private readonly Dictionary<string, ResolvedConfiguration?> _byFolder = new(DisplayPaths.Comparer);
    private readonly Dictionary<string, ConfigurationFile> _read = new(DisplayPaths.Comparer);
    private readonly Dictionary<string, IReadOnlyList<(string Path, ConfigurationFile Read)>> _chains = new(DisplayPaths.Comparer);
    private readonly Dictionary<string, ResolvedConfiguration> _resolved = new(DisplayPaths.Comparer);
    private readonly List<ConfigurationFault> _faults = [];
    private readonly List<LintProblem> _problems = [];

    /// <summary>Makes a store.</summary>
    /// <param name="choice">Which configuration.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <param name="buffer">The text that an editor has for a file, by its full path; null: it has none.</param>
    public ConfigurationStore(ConfigurationChoice choice, string currentDirectory, Func<string, string?>? buffer = null)
    {
        _buffer = buffer;
        _current = Path.TrimEndingDirectorySeparator(Path.GetFullPath(currentDirectory));
        if (choice is { IsOff: false, File: { } file })
            _forAll = Load(Path.GetFullPath(file, _current), file);
        IsFixed = choice.IsOff || choice.File is not null;
    }

    /// <summary>Whether any configuration applies to anything.</summary>
    public bool IsEmpty => _resolved.Count == 0;

    /// <summary>Whether the configuration does not depend on the folder.</summary>
    public bool IsFixed { get; }

    /// <summary>What is wrong with the configurations that were read.</summary>
    public IEnumerable<ConfigurationFault> Faults => _faults.Concat(_resolved.Values.SelectMany(resolved => resolved.Faults));

    /// <summary>Configurations that could not be read.</summary>
    public IReadOnlyList<LintProblem> Problems => _problems;

    /// <summary>The globs that matched nothing, in folders that were looked at whole.</summary>
    public IEnumerable<ConfigurationFault> Unmatched(Func<string, bool> isWalked) => _resolved.Values.SelectMany(resolved => resolved.Unmatched(isWalked));

    /// <summary>The configuration of the files of a folder: the nearest at or above it; null when there is none.</summary>
    public ResolvedConfiguration? For(string folder)
    {
        if (IsFixed)
            return _forAll;
        if (_byFolder.TryGetValue(folder, out var known))
            return known;
        var path = Path.Join(folder, RootFinder.ConfigurationName);
        known = File.Exists(path) || _buffer?.Invoke(path) is not null ? Load(path, null) : Path.GetDirectoryName(folder) is { } above ? For(above) : null;
        _byFolder.Add(folder, known);
        return known;
    }

    /// <summary>Reads a configuration that was named among the files, to say what is wrong with it.</summary>
    public void Check(string path) => Load(path, null);

    private ResolvedConfiguration? Load(string path, string? named)
    {
        if (_resolved.TryGetValue(path, out var known))
            return known;
        if (Read(path) is { Message: { } message })
        {
            _problems.Add(new LintProblem(named ?? DisplayPaths.Show(path, _current), message));
            return null;
        }

        known = new ResolvedConfiguration(ChainOf(path, []));
        _resolved.Add(path, known);
        return known;
    }

    // What a file builds on comes before it; what several build on, once and where it comes last.
    private IReadOnlyList<(string Path, ConfigurationFile Read)> ChainOf(string path, List<string> open)
    {
        if (_chains.TryGetValue(path, out var known))
            return known;
        var chain = new List<(string Path, ConfigurationFile Read)>();
        open.Add(path);
        foreach (var item in _read[path].Extends)
        {
            var target = Path.GetFullPath(item.Text, Path.GetDirectoryName(path)!);
            var at = open.FindIndex(other => DisplayPaths.Comparer.Equals(other, target));
            if (at >= 0)
            {
                Report(item, $"extends goes in a circle: {string.Join(" -> ", open.Skip(at).Append(target).Select(Show))}", "Take one of them out of the circle.");
                continue;
            }

            if (Read(target).Message is { } message)
            {
                Report(item, $"extends: {Show(target)} {message}", "Name a file that can be read; the path is relative to this one.");
                continue;
            }

            foreach (var part in ChainOf(target, open))
            {
                chain.RemoveAll(other => DisplayPaths.Comparer.Equals(other.Path, part.Path));
                chain.Add(part);
            }
        }

        open.RemoveAt(open.Count - 1);
        chain.Add((path, _read[path]));
        _chains.Add(path, chain);
        return chain;
    }

    private void Report(Item<string> item, string message, string help) => _faults.Add(new ConfigurationFault(item.Span, message, help));

    private (ConfigurationFile? File, string? Message) Read(string path)
    {
        if (_read.TryGetValue(path, out var known))
            return (known, null);
        if (_buffer?.Invoke(path) is not { } text)
        {
            if (Directory.Exists(path))
                return (null, "is a folder");
            var content = FileReader.Read(path);
            if (content is not { Status: FileStatus.Text, Text: { } stored })
                return (null, content.Message ?? "could not be read");
            text = stored;
        }

        known = ConfigurationReader.Read(new SourceText(Show(path), text));
        _read.Add(path, known);
        _faults.AddRange(known.Faults);
        return (known, null);
    }

    private string Show(string path) => DisplayPaths.Show(path, _current);
}

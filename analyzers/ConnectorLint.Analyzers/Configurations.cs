using System.Runtime.CompilerServices;
using ConnectorLint.Configuration;
using Microsoft.CodeAnalysis;
using CoreText = ConnectorLint.Syntax.SourceText;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace ConnectorLint.Analyzers;

/// <summary>The configurations among the additional files, and what each says for the files in its folder and below. What is wrong with them the command line and the editor say.</summary>
internal sealed class Configurations
{
    private const string FileName = ".connectorlint.yaml";

    private static readonly ConditionalWeakTable<RoslynText, ConfigurationFile> Texts = new();

    private readonly Dictionary<string, ConfigurationFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resolved> _resolved = new(StringComparer.Ordinal);

    /// <summary>Reads the configurations among some texts.</summary>
    public Configurations(IEnumerable<AdditionalText> texts, CancellationToken cancellation)
    {
        var all = new Dictionary<string, AdditionalText>(StringComparer.Ordinal);
        foreach (var text in texts)
            all[CodePaths.Slashed(text.Path)] = text;
        foreach (var path in all.Keys.Where(path => CodePaths.NameOf(path) == FileName).OrderBy(path => path, StringComparer.Ordinal))
            Read(path, all, cancellation);
        foreach (var path in _files.Keys.Where(path => CodePaths.NameOf(path) == FileName).ToList())
            _resolved.Add(CodePaths.FolderOf(path), new Resolved(ChainOf(path)));
    }

    /// <summary>Whether there is any.</summary>
    public bool Exist => _resolved.Count > 0;

    /// <summary>What is said for a file; nothing where there is no configuration at or above it.</summary>
    /// <param name="path">The path as the compiler gives it.</param>
    public FileSettings Of(string path) => Nearest(path)?.Of(CodePaths.Slashed(path)) ?? FileSettings.Default;

    /// <summary>Whether a file is one that is not looked at.</summary>
    public bool LeavesOut(string path) => Nearest(path)?.LeavesOut(CodePaths.Slashed(path)) ?? false;

    /// <summary>Whether a file is itself a configuration, or what one builds on.</summary>
    public bool Has(string path) => _files.ContainsKey(CodePaths.Slashed(path));

    private Resolved? Nearest(string path)
    {
        if (_resolved.Count == 0)
            return null;
        for (var folder = CodePaths.FolderOf(CodePaths.Slashed(path)); ; folder = CodePaths.FolderOf(folder))
        {
            if (_resolved.TryGetValue(folder, out var resolved))
                return resolved;
            if (folder.Length == 0)
                return null;
        }
    }

    private void Read(string path, Dictionary<string, AdditionalText> all, CancellationToken cancellation)
    {
        if (_files.ContainsKey(path) || !all.TryGetValue(path, out var text) || text.GetText(cancellation) is not { } content)
            return;
        var file = Texts.GetValue(content, key => ConfigurationReader.Read(new CoreText(text.Path, key.ToString())));
        _files.Add(path, file);
        foreach (var item in file.Extends)
            Read(CodePaths.Combine(CodePaths.FolderOf(path), item.Text), all, cancellation);
    }

    // What a file builds on comes before it; what several build on, once and where it comes last. A circle ends where it closes.
    private List<(string Path, ConfigurationFile Read)> ChainOf(string path)
    {
        var chain = new List<(string Path, ConfigurationFile Read)>();
        var open = new HashSet<string>(StringComparer.Ordinal);
        Add(path);
        return chain;

        void Add(string next)
        {
            if (!_files.TryGetValue(next, out var file) || !open.Add(next))
                return;
            foreach (var item in file.Extends)
                Add(CodePaths.Combine(CodePaths.FolderOf(next), item.Text));
            open.Remove(next);
            chain.RemoveAll(other => other.Path == next);
            chain.Add((next, file));
        }
    }

    /// <summary>A configuration with all that it builds on.</summary>
    private sealed class Resolved
    {
        private readonly List<ConfiguredGlob> _exclude = [];
        private readonly List<(ConfiguredGlob[]? Files, IReadOnlyList<RuleEntry> Rules)> _layers = [];
        private readonly List<(ConfiguredGlob[] Files, TenantFiles Tenant)> _tenants = [];
        private readonly FileSettings _common = FileSettings.Default;

        public Resolved(IEnumerable<(string Path, ConfigurationFile Read)> chain)
        {
            foreach (var (path, read) in chain)
            {
                var folder = CodePaths.FolderOf(path);
                _exclude.AddRange(Globs(read.Exclude, folder));
                _layers.Add((null, read.Rules));
                _layers.AddRange(read.Overrides.Select(own => ((ConfiguredGlob[]?)Globs(own.Files, folder), own.Rules)));
                _tenants.AddRange(read.Tenants.Select(tenant => (Globs(tenant.Files, folder), tenant)));
                _common = _common with
                {
                    RequireReason = read.RequireReason ?? _common.RequireReason,
                    Suppressions = [.. _common.Suppressions, .. read.Suppressions],
                };
            }
        }

        public bool LeavesOut(string path) => _exclude.Any(glob => glob.Matches(path));

        public FileSettings Of(string path)
        {
            var layers = _layers.Where(layer => layer.Rules.Count > 0 && (layer.Files is null || layer.Files.Any(glob => glob.Matches(path)))).Select(layer => layer.Rules).ToArray();
            // The last of the map that matches.
            var tenant = _tenants.LastOrDefault(entry => entry.Files.Any(glob => glob.Matches(path))).Tenant;
            return _common with
            {
                Rules = layers.Length == 0 ? null : new RuleLevels(layers),
                Tenant = tenant is null ? null : new Placed<string>(tenant.Tenant, tenant.Span),
            };
        }

        private static ConfiguredGlob[] Globs(IEnumerable<Model.Item<string>> items, string folder) => [.. items.Select(item => new ConfiguredGlob(item.Text, folder))];
    }
}

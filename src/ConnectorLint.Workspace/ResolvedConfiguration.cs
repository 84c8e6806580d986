using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;

namespace ConnectorLint.Workspace;

/// <summary>A configuration file with all that it builds on. Not safe to share between threads.</summary>
internal sealed class ResolvedConfiguration
{
    private readonly PathGlobs? _include;
    private readonly PathGlobs _exclude;
    private readonly List<(bool IsOverride, IReadOnlyList<RuleEntry> Rules)> _layers = [];
    private readonly PathGlobs _overrides;
    private readonly Dictionary<PathGlob, int> _overrideOf = [];
    private readonly PathGlobs _tenants;
    private readonly Dictionary<PathGlob, (int Place, string Tenant)> _tenantOf = [];
    private readonly Dictionary<string, FileSettings> _settings = new(StringComparer.Ordinal);
    private readonly FileSettings _common;

    /// <summary>Puts files together.</summary>
    /// <param name="chain">The files with their full paths: the own one last, before it what it builds on, each once.</param>
    public ResolvedConfiguration(IReadOnlyList<(string Path, ConfigurationFile Read)> chain)
    {
        var exclude = new List<PathGlob>();
        var common = FileSettings.Default with { Files = [.. chain.Select(part => part.Read.File).Reverse()] };
        foreach (var (path, read) in chain)
        {
            var folder = Path.GetDirectoryName(path)!;
            if (read.Include is { } include)
            {
                _include = new PathGlobs(include.Select(item => new PathGlob(item, folder)));
                common = common with { Include = include };
            }

            exclude.AddRange(read.Exclude.Select(item => new PathGlob(item, folder)));
            _layers.Add((false, read.Rules));
            foreach (var own in read.Overrides)
            {
                foreach (var item in own.Files)
                    _overrideOf.Add(new PathGlob(item, folder), _layers.Count);
                _layers.Add((true, own.Rules));
            }

            foreach (var tenant in read.Tenants)
            {
                foreach (var item in tenant.Files)
                    _tenantOf.Add(new PathGlob(item, folder), (_tenantOf.Count, tenant.Tenant));
            }

            common = common with
            {
                Exclude = [.. common.Exclude, .. read.Exclude],
                FailOn = read.FailOn ?? common.FailOn,
                Baseline = read.Baseline is { } baseline ? new Placed<string>(Path.GetFullPath(baseline.Value, folder), baseline.Span) : common.Baseline,
                RequireReason = read.RequireReason ?? common.RequireReason,
                Suppressions = [.. common.Suppressions, .. read.Suppressions],
            };
        }

        _exclude = new PathGlobs(exclude);
        _overrides = new PathGlobs(_overrideOf.Keys);
        _tenants = new PathGlobs(_tenantOf.Keys);
        _common = common;
    }

    /// <summary>What is wrong with the files together, though with none of them alone.</summary>
    public IEnumerable<ConfigurationFault> Faults => _common.RequireReason is { Value: true } required
        ? _common.Suppressions.Where(suppression => suppression.Reason is null).Select(suppression => new ConfigurationFault(
            suppression.Span, $"the suppression of {suppression.Rule} gives no reason", "Add a reason; requireReason asks for one.")
        {
            Related = [new RelatedSpan(required.Span, "it is asked for here")],
        })
        : [];

    /// <summary>Whether a path below a folder that is walked is not to be looked at.</summary>
    public bool LeavesOut(string fullPath, bool isFolder)
    {
        if (!_exclude.IsEmpty && _exclude.Matching(fullPath, isFolder).Count > 0)
            return true;
        return !isFolder && _include is not null && _include.Matching(fullPath, isFolder).Count == 0;
    }

    /// <summary>What applies to a file.</summary>
    public FileSettings Of(string fullPath)
    {
        var overrides = _overrides.Matching(fullPath, isFolder: false).Select(glob => _overrideOf[glob]).ToHashSet();
        var key = string.Join(',', overrides.Order());
        if (!_settings.TryGetValue(key, out var settings))
        {
            var layers = _layers.Where((layer, i) => !layer.IsOverride || overrides.Contains(i)).Select(layer => layer.Rules).ToArray();
            settings = _common with { Rules = layers.All(layer => layer.Count == 0) ? null : new RuleLevels(layers) };
            _settings.Add(key, settings);
        }

        // The last of the map that matches.
        return _tenants.Matching(fullPath, isFolder: false).MaxBy(glob => _tenantOf[glob].Place) is { } tenant
            ? settings with { Tenant = new Placed<string>(_tenantOf[tenant].Tenant, tenant.Span) }
            : settings;
    }

    /// <summary>The globs that matched nothing, in folders that were looked at whole.</summary>
    /// <param name="isWalked">Whether all of a folder was looked at.</param>
    public IEnumerable<ConfigurationFault> Unmatched(Func<string, bool> isWalked)
    {
        foreach (var glob in _exclude.All.Where(glob => !glob.HasMatched && isWalked(glob.Folder)))
            yield return new ConfigurationFault(glob.Span, $"exclude: '{glob.Text}' matches nothing", "Correct or remove it.") { IsError = false };
        foreach (var (key, globs) in new[] { ("include", _include?.All ?? []), ("overrides", _overrides.All), ("tenants", _tenants.All) })
        {
            foreach (var glob in globs.Where(glob => !glob.HasMatched && isWalked(glob.Folder)))
                yield return new ConfigurationFault(glob.Span, $"{key}: '{glob.Text}' matches no file that is looked at", "Correct the glob, or remove it; it is relative to the folder of its configuration, and ignored files do not count.");
        }
    }
}

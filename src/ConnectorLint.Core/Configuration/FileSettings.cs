using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Configuration;

/// <summary>What the configuration says for one file, each value with the place that it comes from. Immutable and safe to share between threads.</summary>
public sealed record FileSettings
{
    /// <summary>Without a configuration: nothing is said, and all is as it is by default.</summary>
    public static FileSettings Default { get; } = new();

    /// <summary>What the rules are; null: as they are by default.</summary>
    public RuleLevels? Rules { get; init; }

    /// <summary>From which severity on a run fails; null: not said.</summary>
    public Placed<Severity>? FailOn { get; init; }

    /// <summary>Whether suppressions must say why; null: not said, which is no.</summary>
    public Placed<bool>? RequireReason { get; init; }

    /// <summary>The full path of the baseline; null: not said, which is none.</summary>
    public Placed<string>? Baseline { get; init; }

    /// <summary>What is not reported.</summary>
    public IReadOnlyList<ConfiguredSuppression> Suppressions { get; init; } = [];

    /// <summary>The tenant that the map gives the file, at the glob that does; null: the map does not speak of it.</summary>
    public Placed<string>? Tenant { get; init; }

    /// <summary>The only files that are looked at in a folder; empty: all.</summary>
    public IReadOnlyList<Item<string>> Include { get; init; } = [];

    /// <summary>What is not looked at in a folder.</summary>
    public IReadOnlyList<Item<string>> Exclude { get; init; } = [];

    /// <summary>The configuration that applies: its own file first, then those that it builds on; empty: none.</summary>
    public IReadOnlyList<SourceText> Files { get; init; } = [];
}

/// <summary>The settings of the files of a run.</summary>
/// <param name="byPath">The settings of every file, by the path that findings show.</param>
public sealed class SettingsByFile(IReadOnlyDictionary<string, FileSettings> byPath)
{
    /// <summary>All settings that some file has, each once.</summary>
    public IReadOnlyList<FileSettings> All { get; } = [.. byPath.Values.Distinct()];

    /// <summary>The settings of a file.</summary>
    /// <param name="path">The path as findings show it.</param>
    public FileSettings Of(string path) => byPath.TryGetValue(path, out var settings) ? settings : FileSettings.Default;

    /// <summary>The settings of the file that a finding stands in.</summary>
    public FileSettings Of(Diagnostic finding) => finding.Span.IsNone ? FileSettings.Default : Of(finding.Span.File.Path);
}

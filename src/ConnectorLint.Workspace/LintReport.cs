using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;

namespace ConnectorLint.Workspace;

/// <summary>What came of a run.</summary>
public sealed record LintReport
{
    /// <summary>The tenants that were judged, by name.</summary>
    public required IReadOnlyList<JudgedTenant> Tenants { get; init; }

    /// <summary>The findings, by file and place.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    /// <summary>What the baseline took out and what of it no longer matches; null without one.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>The paths of the files that the judged tenants are declared in.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How many files were looked at, ours or not.</summary>
    public required int LookedAt { get; init; }

    /// <summary>How many files and folders an ignore file left out.</summary>
    public int IgnoredCount { get; init; }

    /// <summary>The names of all tenants that were found, judged or not.</summary>
    public IReadOnlyList<string> FoundTenants { get; init; } = [];

    /// <summary>The share of the tenants that was judged; null: all.</summary>
    public TenantShard? Shard { get; init; }

    /// <summary>How many tenants are left to the other shards.</summary>
    public int ElsewhereCount { get; init; }

    /// <summary>How many tenants the change does not touch (<see cref="LintRequest.Touched"/>).</summary>
    public int UntouchedCount { get; init; }

    /// <summary>How many findings were there before the change, and are left out.</summary>
    public int BeforeCount { get; init; }

    /// <summary>What is wrong with the configuration, by file and place; an error is exit code 2, and then nothing may be written over that rests on the findings (a baseline).</summary>
    public IReadOnlyList<ConfigurationFault> ConfigurationFaults { get; init; } = [];

    /// <summary>What the configuration says for each file that was looked at; null: there is none.</summary>
    public SettingsByFile? Settings { get; init; }

    /// <summary>What was named and could not be read: exit code 2.</summary>
    public required IReadOnlyList<LintProblem> Problems { get; init; }

    /// <summary>Files that were named and are not ours, with the reason; worth a word only when nothing else was.</summary>
    public required IReadOnlyList<LintProblem> NotOurs { get; init; }

    /// <summary>How many files are of each deployment format, by its name; our own manifests are not counted.</summary>
    public IReadOnlyList<(string Format, int Files)> Formats { get; init; } = [];

    /// <summary>What each file that was looked at was recognised as; empty unless that was asked for.</summary>
    public IReadOnlyList<ListedFile> ListedFiles { get; init; } = [];

    /// <summary>How long it took; null unless that was asked for. The host adds the output.</summary>
    public LintTimings? Timings { get; init; }
}

using ConnectorLint.Engine;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>What to lint, and how.</summary>
public sealed record LintRequest
{
    /// <summary>Files and folders; none means the current folder, <c>-</c> standard input.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The folder that relative paths start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Which rules run.</summary>
    public RuleSelection Selection { get; init; } = RuleSelection.Default;

    /// <summary>Which configuration applies.</summary>
    public ConfigurationChoice Configuration { get; init; } = ConfigurationChoice.Nearest;

    /// <summary>The day that dates are compared with; null: nothing is said of dates.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Whether each suppression comment must give a reason.</summary>
    public bool RequireReason { get; init; }

    /// <summary>Findings that are left out of the report; null: none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What becomes of the baseline.</summary>
    public BaselineUse BaselineUse { get; init; }

    /// <summary>How many files are read at a time; less than 1 means one for each processor.</summary>
    public int Jobs { get; init; }

    /// <summary>Only findings in the files that were named are reported.</summary>
    public bool OnlyListed { get; init; }

    /// <summary>Whether tenants are made of the files below the paths only: what else belongs to them is not read.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether to say of each file that was looked at what it was recognised as.</summary>
    public bool ListsFiles { get; init; }

    /// <summary>Only this tenant is judged; null: all.</summary>
    public string? Tenant { get; init; }

    /// <summary>Only the tenants of this share are judged; null: all.</summary>
    public TenantShard? Shard { get; init; }

    /// <summary>Only the tenants that a change touches are judged; null: all.</summary>
    public TouchedTenants? Touched { get; init; }

    /// <summary>Whether tenants can be looked into afterwards (<see cref="JudgedTenant.Tenant"/>). False: each is let go once it is judged, so that a fleet takes little memory.</summary>
    public bool KeepsModels { get; init; } = true;

    /// <summary>The bytes of standard input, when <c>-</c> is among the paths.</summary>
    public Func<byte[]>? StandardInput { get; init; }

    /// <summary>The name that standard input goes by; decides YAML or JSON, and which folder's tenant it is.</summary>
    public string StandardInputName { get; init; } = "stdin.yaml";

    /// <summary>A clock, to measure how long phases and rules take; null: nothing is measured.</summary>
    public Func<TimeSpan>? Clock { get; init; }

    /// <summary>Is told how far the run has come: the phase, how many files or tenants are done, and of how many (0 while they are still looked for). Called from several threads at a time, for each; null: nobody is told.</summary>
    public Action<LintPhase, int, int>? Progress { get; init; }

    /// <summary>How many characters of text stay in memory, read in full, when models are not kept.</summary>
    internal long KeptCharacters { get; init; } = 512 * 1024;

    /// <summary>Texts that stand in for those of files, by the path that findings show; null: all are read.</summary>
    internal IReadOnlyDictionary<string, SourceText>? Replaced { get; init; }

    /// <summary>A file, by its full path, that counts as not there: it is about to be overwritten.</summary>
    public string? Without { get; init; }

    /// <summary>Stops the run.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>What a run does with its baseline.</summary>
public enum BaselineUse
{
    /// <summary>Leaves its findings out.</summary>
    Compare,

    /// <summary>Puts all findings of the run into it.</summary>
    Renew,

    /// <summary>Takes out of it what no longer matches.</summary>
    Prune,
}

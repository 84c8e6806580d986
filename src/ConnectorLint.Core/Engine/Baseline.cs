using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>A finding that is accepted until it goes away.</summary>
/// <param name="Fingerprint">The finding's fingerprint: what it is known by.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Tenant">The tenant; empty for a file that could not be read.</param>
/// <param name="Owner">What it is about, by names; null where it is about the file.</param>
/// <param name="Message">What it says, for those who review the baseline.</param>
public sealed record BaselineEntry(string Fingerprint, string Rule, string Tenant, string? Owner, string Message)
{
    /// <summary>Where the rule's id stands; <c>default</c> in an entry that was not read from a file.</summary>
    public SourceSpan RuleSpan { get; init; }
}

/// <summary>What a baseline makes of the findings of a run.</summary>
/// <param name="Baseline">The baseline.</param>
/// <param name="New">The findings that it does not have.</param>
/// <param name="KnownCount">How many it has.</param>
/// <param name="Stale">Its entries that no longer match, among those that the run can speak of.</param>
/// <param name="Pruned">The baseline without these, and with the right rule in each entry that matches.</param>
public sealed record BaselineComparison(Baseline Baseline, IReadOnlyList<Diagnostic> New, int KnownCount, IReadOnlyList<BaselineEntry> Stale, Baseline Pruned)
{
    /// <summary>Whether pruning changes anything.</summary>
    public bool IsUpToDate => Pruned.Entries.SequenceEqual(Baseline.Entries);
}

/// <summary>Findings that are accepted, so that a repository full of them can begin with new ones. Immutable.</summary>
public sealed class Baseline
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private readonly HashSet<string> _fingerprints;

    internal Baseline(IEnumerable<BaselineEntry> entries)
    {
        var seen = _fingerprints = new HashSet<string>(StringComparer.Ordinal);
        var list = entries.Where(entry => seen.Add(entry.Fingerprint)).ToList();
        list.Sort(Compare);
        Entries = list;
    }

    /// <summary>A baseline that has nothing.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>The entries by tenant, rule, owner and message, so that a change shows as few changed lines.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>The entries of rules that do not exist (CL0910).</summary>
    public IEnumerable<BaselineEntry> OfUnknownRules => Entries.Where(entry => RuleList.Find(entry.Rule) is null);

    /// <summary>Compares the findings of a run with the baseline.</summary>
    /// <param name="findings">All findings of the run.</param>
    /// <param name="isJudged">Whether the run speaks of a rule in a tenant: else the entry may still hold.</param>
    public BaselineComparison CompareWith(IReadOnlyList<Diagnostic> findings, Func<RuleInfo, string, bool> isJudged)
    {
        var found = new Dictionary<string, Diagnostic>(StringComparer.Ordinal);
        foreach (var finding in findings)
            found[finding.Fingerprint] = finding;
        var left = findings.Where(finding => !_fingerprints.Contains(finding.Fingerprint)).ToArray();
        var stale = new List<BaselineEntry>();
        var pruned = new List<BaselineEntry>();
        foreach (var entry in Entries)
        {
            if (found.TryGetValue(entry.Fingerprint, out var finding))
                pruned.Add(finding.Rule.Id == entry.Rule ? entry : EntryOf(finding));
            else if (MayHold(entry, isJudged))
                pruned.Add(entry);
            else
                stale.Add(entry);
        }

        return new BaselineComparison(this, left, findings.Count - left.Length, stale, new Baseline(pruned));
    }

    /// <summary>The baseline that has all findings of a run, and of the old entries those that the run does not speak of.</summary>
    /// <param name="findings">All findings of the run.</param>
    /// <param name="isJudged">Whether the run speaks of a rule in a tenant.</param>
    public Baseline Renew(IReadOnlyList<Diagnostic> findings, Func<RuleInfo, string, bool> isJudged) =>
        new(findings.Where(finding => finding.Fingerprint.Length > 0).Select(EntryOf).Concat(Entries.Where(entry => MayHold(entry, isJudged))));

    private static bool MayHold(BaselineEntry entry, Func<RuleInfo, string, bool> isJudged) =>
        RuleList.Find(entry.Rule) is { } rule && !isJudged(rule, entry.Tenant);

    // An owner that is a file's path would say another thing in another folder.
    private static BaselineEntry EntryOf(Diagnostic finding) => new(
        finding.Fingerprint, finding.Rule.Id, finding.Tenant,
        finding.Owner.Length == 0 || finding.Owner.StartsWith("file:", StringComparison.Ordinal) ? null : finding.Owner,
        finding.Message);

    private static int Compare(BaselineEntry a, BaselineEntry b)
    {
        var order = string.CompareOrdinal(a.Tenant, b.Tenant);
        if (order == 0)
            order = string.CompareOrdinal(a.Rule, b.Rule);
        if (order == 0)
            order = string.CompareOrdinal(a.Owner, b.Owner);
        if (order == 0)
            order = string.CompareOrdinal(a.Message, b.Message);
        return order != 0 ? order : string.CompareOrdinal(a.Fingerprint, b.Fingerprint);
    }
}

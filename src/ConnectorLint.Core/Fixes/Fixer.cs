using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>What came of fixing.</summary>
/// <param name="Texts">The changed texts, by the path of their file.</param>
/// <param name="Findings">The findings that are left.</param>
/// <param name="FixedCount">How many findings were mended.</param>
/// <param name="UnsafeCount">How many of those that are left have an unsafe fix that was not asked for.</param>
public sealed record FixOutcome(IReadOnlyDictionary<string, SourceText> Texts, IReadOnlyList<Diagnostic> Findings, int FixedCount, int UnsafeCount)
{
    /// <summary>Fixes that were tried and not kept, whose findings are among those that are left.</summary>
    public IReadOnlyList<RefusedFix> Refused { get; init; } = [];

    /// <summary>Errors among those that are left that could not be seen before: what they are about could not be read.</summary>
    public IReadOnlyList<Diagnostic> Revealed { get; init; } = [];
}

/// <summary>A fix that was tried and not kept.</summary>
/// <param name="Finding">What it would have mended.</param>
/// <param name="Title">What it does: "Remove restrictDomainsToIPAddresses".</param>
/// <param name="Reason">Why it was not kept: "it would bring CL2004: ...".</param>
public sealed record RefusedFix(Diagnostic Finding, string Title, string Reason);

/// <summary>Makes fixes in texts, pass after pass, until nothing is left to fix. An edit is kept only when the text still parses, the finding is gone, and no error comes of it.</summary>
/// <remarks>An error that shows once a value can be read was there before: it keeps no such value from being mended.</remarks>
/// <param name="withUnsafe">Whether unsafe fixes are made too.</param>
/// <param name="lint">Judges again with some texts replaced, by the path of their file.</param>
public sealed class Fixer(bool withUnsafe, Func<IReadOnlyDictionary<string, SourceText>, IReadOnlyList<Diagnostic>> lint)
{
    private const int MostPasses = 12;

    // Missing connectors come one after the other into their list, and each may meet what the next would be made for.
    private const int MostConnectors = 1000;

    private readonly Dictionary<(string, string, string, string, string, string), RefusedFix> _givenUp = [];
    private readonly HashSet<(string, string, string, string, string, string)> _revealed = [];
    private Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);
    private IReadOnlyList<Diagnostic> _findings = [];

    /// <summary>Fixes.</summary>
    /// <param name="findings">What was found in the texts as they are.</param>
    public FixOutcome Run(IReadOnlyList<Diagnostic> findings)
    {
        _findings = findings;
        var count = 0;
        for (var (passes, connectors) = (0, 0); passes < MostPasses && connectors < MostConnectors;)
        {
            var candidates = FixCandidate.Choose(_findings, withUnsafe, finding => _givenUp.ContainsKey(Identity(finding)));
            if (candidates.Count == 0)
                break;
            count += MakeAll(candidates);
            if (candidates.Exists(candidate => candidate.AddsConnector))
                connectors++;
            else
                passes++;
        }

        var unsafeCount = withUnsafe ? 0 : FixCandidate.Count(_findings).Unsafe;
        return new FixOutcome(_texts, _findings, count, unsafeCount)
        {
            Refused = [.. _findings.Select(finding => _givenUp.TryGetValue(Identity(finding), out var refused) ? refused with { Finding = finding } : null).OfType<RefusedFix>()],
            Revealed = [.. _findings.Where(finding => finding.Severity == Severity.Error && _revealed.Contains(Identity(finding)))],
        };
    }

    // All at once; where that goes wrong, halves, down to the edit that is at fault.
    private int MakeAll(List<FixCandidate> candidates)
    {
        var kept = new List<FixCandidate>();
        var state = new Trial(_texts, _findings, [], null);
        var pending = new Stack<List<FixCandidate>>();
        pending.Push(candidates);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            var trial = Try([.. kept, .. part], state.Findings);
            if (trial.Problem is null || (trial.NewErrors.Count > 0 && part.TrueForAll(candidate => candidate.MakesReadable)))
            {
                kept.AddRange(part);
                _revealed.UnionWith(trial.NewErrors.Select(Identity));
                state = trial;
            }
            else if (part.Count == 1)
            {
                _givenUp[Identity(part[0].Finding)] = new RefusedFix(part[0].Finding, part[0].Title, trial.Problem);
            }
            else
            {
                pending.Push(part.GetRange(part.Count / 2, part.Count - (part.Count / 2)));
                pending.Push(part.GetRange(0, part.Count / 2));
            }
        }

        (_texts, _findings) = (state.Texts, state.Findings);
        return kept.Sum(candidate => candidate.FindingCount);
    }

    private Trial Try(List<FixCandidate> candidates, IReadOnlyList<Diagnostic> accepted)
    {
        var texts = new Dictionary<string, SourceText>(_texts, StringComparer.Ordinal);
        foreach (var ofFile in candidates.GroupBy(candidate => candidate.File))
        {
            var changed = new SourceText(ofFile.Key.Path, TextEdit.Apply(ofFile.Key.Text, ofFile.SelectMany(candidate => candidate.Edits)));
            var before = SyntaxReader.Read(ofFile.Key);
            var after = SyntaxReader.Read(changed);
            if (!after.IsComplete || after.Errors.Count > before.Errors.Count || after.Documents.Count != before.Documents.Count)
                return new Trial(texts, accepted, [], "the file could no longer be read");
            texts[changed.Path] = changed;
        }

        var findings = lint(texts);
        if (!AreGone(candidates, findings))
            return new Trial(texts, findings, [], "the finding would stay");
        var newErrors = NewErrors(accepted, findings);
        return new Trial(texts, findings, newErrors, newErrors.Count == 0 ? null : $"it would bring {newErrors[0].Rule.Id}: {newErrors[0].Message}");
    }

    private bool AreGone(List<FixCandidate> candidates, IReadOnlyList<Diagnostic> after)
    {
        var left = after.GroupBy(Identity).ToDictionary(group => group.Key, group => group.Count());
        var before = _findings.GroupBy(Identity).ToDictionary(group => group.Key, group => group.Count());
        foreach (var mended in candidates.GroupBy(candidate => Identity(candidate.Finding)))
        {
            var now = left.TryGetValue(mended.Key, out var count) ? count : 0;
            if (now > before[mended.Key] - mended.Count())
                return false;
        }

        return true;
    }

    // Not by the owner, whose name a fix may change.
    private static List<Diagnostic> NewErrors(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after)
    {
        var known = Errors(before).ToDictionary(group => group.Key, group => group.Select(Identity).ToList());
        var found = new List<Diagnostic>();
        foreach (var group in Errors(after))
        {
            var old = known.TryGetValue(group.Key, out var identities) ? identities : [];
            // Of several that are alike, those that were not there under the same name.
            found.AddRange(group.OrderByDescending(finding => old.Contains(Identity(finding))).Skip(old.Count));
        }

        return found;
    }

    private static IEnumerable<IGrouping<(string, string, string), Diagnostic>> Errors(IReadOnlyList<Diagnostic> findings) =>
        findings.Where(finding => finding.Severity == Severity.Error).GroupBy(finding => (finding.Rule.Id, finding.Tenant, finding.Property));

    private static (string, string, string, string, string, string) Identity(Diagnostic finding) =>
        (finding.Rule.Id, finding.Tenant, finding.Owner, finding.Property, finding.Value, finding.Span.File?.Path ?? "");

    /// <summary>What came of trying some fixes.</summary>
    /// <param name="Texts">The texts with them made.</param>
    /// <param name="Findings">What is found then.</param>
    /// <param name="NewErrors">The errors that were not found before.</param>
    /// <param name="Problem">Why they are not kept; null when they are.</param>
    private sealed record Trial(Dictionary<string, SourceText> Texts, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<Diagnostic> NewErrors, string? Problem);
}

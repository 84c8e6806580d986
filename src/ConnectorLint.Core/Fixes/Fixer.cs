using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>What came of fixing.</summary>
/// <param name="Texts">The changed texts, by the path of their file.</param>
/// <param name="Findings">The findings that are left.</param>
/// <param name="FixedCount">How many findings were mended.</param>
/// <param name="UnsafeCount">How many of those that are left have an unsafe fix that was not asked for.</param>
public sealed record FixOutcome(IReadOnlyDictionary<string, SourceText> Texts, IReadOnlyList<Diagnostic> Findings, int FixedCount, int UnsafeCount);

/// <summary>Makes fixes in texts, pass after pass, until nothing is left to fix. An edit is kept only when the text still parses, the finding is gone, and no error is new.</summary>
/// <param name="withUnsafe">Whether unsafe fixes are made too.</param>
/// <param name="lint">Judges again with some texts replaced, by the path of their file.</param>
public sealed class Fixer(bool withUnsafe, Func<IReadOnlyDictionary<string, SourceText>, IReadOnlyList<Diagnostic>> lint)
{
    private const int MostPasses = 12;

    private readonly HashSet<(string, string, string, string, string, string)> _givenUp = [];
    private Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);
    private IReadOnlyList<Diagnostic> _findings = [];

    /// <summary>Fixes.</summary>
    /// <param name="findings">What was found in the texts as they are.</param>
    public FixOutcome Run(IReadOnlyList<Diagnostic> findings)
    {
        _findings = findings;
        var count = 0;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var candidates = FixCandidate.Choose(_findings, withUnsafe, finding => _givenUp.Contains(Identity(finding)));
            if (candidates.Count == 0)
                break;
            count += MakeAll(candidates);
        }

        var unsafeCount = withUnsafe ? 0 : FixCandidate.Count(_findings).Unsafe;
        return new FixOutcome(_texts, _findings, count, unsafeCount);
    }

    // All at once; where that goes wrong, halves, down to the edit that is at fault.
    private int MakeAll(List<FixCandidate> candidates)
    {
        var kept = new List<FixCandidate>();
        var state = (Texts: _texts, Findings: _findings);
        var pending = new Stack<List<FixCandidate>>();
        pending.Push(candidates);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            if (TryMake([.. kept, .. part]) is { } made)
            {
                kept.AddRange(part);
                state = made;
            }
            else if (part.Count == 1)
            {
                _givenUp.Add(Identity(part[0].Finding));
            }
            else
            {
                pending.Push(part.GetRange(part.Count / 2, part.Count - (part.Count / 2)));
                pending.Push(part.GetRange(0, part.Count / 2));
            }
        }

        (_texts, _findings) = state;
        return kept.Sum(candidate => candidate.FindingCount);
    }

    private (Dictionary<string, SourceText> Texts, IReadOnlyList<Diagnostic> Findings)? TryMake(List<FixCandidate> candidates)
    {
        var texts = new Dictionary<string, SourceText>(_texts, StringComparer.Ordinal);
        foreach (var ofFile in candidates.GroupBy(candidate => candidate.File))
        {
            var changed = new SourceText(ofFile.Key.Path, TextEdit.Apply(ofFile.Key.Text, ofFile.SelectMany(candidate => candidate.Edits)));
            var before = SyntaxReader.Read(ofFile.Key);
            var after = SyntaxReader.Read(changed);
            if (!after.IsComplete || after.Errors.Count > before.Errors.Count || after.Documents.Count != before.Documents.Count)
                return null;
            texts[changed.Path] = changed;
        }

        var findings = lint(texts);
        return AreGone(candidates, findings) && !HasNewError(findings) ? (texts, findings) : null;
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
    private bool HasNewError(IReadOnlyList<Diagnostic> after)
    {
        var before = Errors(_findings);
        return Errors(after).Any(error => error.Value > (before.TryGetValue(error.Key, out var count) ? count : 0));
    }

    private static Dictionary<(string, string, string), int> Errors(IReadOnlyList<Diagnostic> findings) =>
        findings.Where(finding => finding.Severity == Severity.Error).GroupBy(finding => (finding.Rule.Id, finding.Tenant, finding.Property))
            .ToDictionary(group => group.Key, group => group.Count());

    private static (string, string, string, string, string, string) Identity(Diagnostic finding) =>
        (finding.Rule.Id, finding.Tenant, finding.Owner, finding.Property, finding.Value, finding.Span.File?.Path ?? "");
}

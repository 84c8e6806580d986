using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>What came of fixing.</summary>
/// <param name="Report">What is found afterwards.</param>
/// <param name="FixedCount">How many findings are mended.</param>
/// <param name="UnsafeCount">How many of those that are left have an unsafe fix that was not asked for.</param>
/// <param name="Changes">The files that change, by path.</param>
/// <param name="Refused">Files that could not be written, with the reason.</param>
public sealed record FixReport(LintReport Report, int FixedCount, int UnsafeCount, IReadOnlyList<FileChange> Changes, IReadOnlyList<LintProblem> Refused)
{
    /// <summary>The text of standard input afterwards; null when it was not read.</summary>
    public string? StandardInput { get; init; }

    /// <summary>Fixes that were tried and not kept.</summary>
    public IReadOnlyList<RefusedFix> NotKept { get; init; } = [];

    /// <summary>Errors that could not be seen before, because what they are about could not be read.</summary>
    public IReadOnlyList<Diagnostic> Revealed { get; init; } = [];
}

/// <summary>A file that a fix changes.</summary>
/// <param name="Path">The path as findings show it.</param>
/// <param name="Old">The text before, without a byte order mark.</param>
/// <param name="New">The text after.</param>
public sealed record FileChange(string Path, string Old, string New);

/// <summary>Makes the fixes of findings in their files: in memory until all is stable and judged again, then each file at once.</summary>
public static class FixRun
{
    /// <summary>Lints, fixes in memory and writes.</summary>
    /// <param name="request">What to lint. What is suppressed or in the baseline is not fixed.</param>
    /// <param name="withUnsafe">Whether unsafe fixes are made too.</param>
    /// <param name="writes">Whether the files are written; false: only what would change is told.</param>
    public static FixReport Run(LintRequest request, bool withUnsafe, bool writes)
    {
        // Standard input can be read once.
        var read = request.StandardInput;
        var input = new Lazy<byte[]>(() => read?.Invoke() ?? []);
        request = request with { StandardInput = () => input.Value };
        var judged = LintRun.Judge(request with { KeepsModels = true });
        // A configuration that is wrong may say wrongly what is a finding.
        if (judged.Report.ConfigurationFaults.Any(fault => fault.IsError))
            return new FixReport(judged.Report, 0, 0, [], []) { StandardInput = StandardInputOf(judged, request, null) };

        var fixer = new Fixer(withUnsafe, texts => LintRun.Run(request with { Replaced = texts }).Findings);
        var outcome = fixer.Run(judged.Report.Findings);
        var files = judged.Files.Where(file => outcome.Texts.ContainsKey(file.Path)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var changes = outcome.Texts.Values.Where(text => text.Text != files[text.Path].File!.File.Text)
            .OrderBy(text => text.Path, StringComparer.Ordinal)
            .Select(text => new FileChange(text.Path, files[text.Path].File!.File.Text, text.Text)).ToArray();
        var refused = new List<LintProblem>();
        if (writes)
        {
            foreach (var change in changes.Where(change => !files[change.Path].IsStandardInput))
            {
                if (RewrittenFile.TryWrite(files[change.Path], change.New) is { } problem)
                    refused.Add(new LintProblem(change.Path, problem));
            }
        }

        var written = outcome.Texts.Where(text => refused.TrueForAll(problem => problem.Path != text.Key)).ToDictionary(text => text.Key, text => text.Value);
        var report = changes.Length == 0 ? judged.Report : LintRun.Run(request with { Replaced = written });
        return new FixReport(report, outcome.FixedCount, outcome.UnsafeCount, changes, refused)
        {
            StandardInput = StandardInputOf(judged, request, outcome.Texts),
            NotKept = outcome.Refused,
            Revealed = outcome.Revealed,
        };
    }

    private static string? StandardInputOf(Judgement judged, LintRequest request, IReadOnlyDictionary<string, SourceText>? texts)
    {
        if (!request.Paths.Contains(FileDiscovery.StandardInput))
            return null;
        var file = judged.Files.FirstOrDefault(file => file.IsStandardInput)?.File?.File;
        return file is null ? null : texts is not null && texts.TryGetValue(file.Path, out var changed) ? changed.Text : file.Text;
    }
}

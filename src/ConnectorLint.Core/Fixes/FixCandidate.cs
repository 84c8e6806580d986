using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>A finding, and the edits that mend it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Title">What they do.</param>
/// <param name="File">The file that changes; a missing connector is found in one and may be written into another.</param>
/// <param name="Edits">What changes there.</param>
internal sealed record FixCandidate(Diagnostic Finding, string Title, SourceText File, IReadOnlyList<TextEdit> Edits)
{
    // The widest connectors first, as the advice does: one for all mail may meet what narrower ones would be made for.
    private static readonly string[][] ConnectorRounds =
        [["CL1001", "CL1002"], ["CL1020"], ["CL1021"], ["CL1018"], ["CL1015", "CL1017"], ["CL1007", "CL1008", "CL1026"], ["CL1011"]];

    /// <summary>Whether it mends what could not be read or taken as it was written, so that all rules were silent about it.</summary>
    public bool MakesReadable => Finding.Rule.Id.StartsWith("CL0", StringComparison.Ordinal);

    /// <summary>Whether it adds a connector.</summary>
    public bool AddsConnector { get; private init; }

    /// <summary>How many findings it mends: those that ask for the same connector are mended by one.</summary>
    public int FindingCount { get; private set; } = 1;

    /// <summary>What can be changed at once: edits that meet wait for the next pass.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="withUnsafe">Whether unsafe fixes are made too.</param>
    /// <param name="isGivenUp">Whether a fix of the finding was tried in vain.</param>
    public static List<FixCandidate> Choose(IReadOnlyList<Diagnostic> findings, bool withUnsafe, Func<Diagnostic, bool> isGivenUp)
    {
        var renderers = new Dictionary<SourceText, FixRenderer>();
        var chosen = new List<FixCandidate>();
        var edits = new Dictionary<SourceText, EditSet>();
        var connectors = new Dictionary<(SourceText, string, string), FixCandidate>();
        var round = Round(findings, withUnsafe, isGivenUp);
        foreach (var finding in findings)
        {
            if (finding.Span.IsNone || Pick(finding, withUnsafe) is not { } fix || isGivenUp(finding))
                continue;
            var isConnector = fix.Intent.Kind == FixKind.AddConnector;
            if (isConnector && RankOf(finding) != round[finding.Tenant])
                continue;
            var place = fix.PlaceFor(finding);
            var file = place.File;
            if (isConnector && connectors.TryGetValue((file, fix.Intent.Property, fix.Intent.Value), out var same))
            {
                same.FindingCount++;
                continue;
            }

            if (!renderers.TryGetValue(file, out var renderer))
                renderers[file] = renderer = new FixRenderer(SyntaxReader.Read(file));
            if (renderer.Render(fix.Intent, place) is not { } rendered)
                continue;
            if (!edits.TryGetValue(file, out var taken))
                edits[file] = taken = new EditSet();
            if (!taken.TryAdd(rendered))
                continue;
            var candidate = new FixCandidate(finding, fix.Title, file, rendered) { AddsConnector = isConnector };
            chosen.Add(candidate);
            if (isConnector)
                connectors.Add((file, fix.Intent.Property, fix.Intent.Value), candidate);
        }

        return chosen;
    }

    /// <summary>How many of the findings a safe fix would mend, and how many only an unsafe one.</summary>
    public static (int Safe, int Unsafe) Count(IReadOnlyList<Diagnostic> findings)
    {
        var (safe, unsafeCount) = (0, 0);
        var renderers = new Dictionary<SourceText, FixRenderer>();
        foreach (var finding in findings)
        {
            if (finding.Span.IsNone || Pick(finding, true) is not { } fix)
                continue;
            var place = fix.PlaceFor(finding);
            if (!renderers.TryGetValue(place.File, out var renderer))
                renderers[place.File] = renderer = new FixRenderer(SyntaxReader.Read(place.File));
            if (renderer.Render(fix.Intent, place) is null)
                continue;
            if (fix.IsSafe)
                safe++;
            else
                unsafeCount++;
        }

        return (safe, unsafeCount);
    }

    private static Fix? Pick(Diagnostic finding, bool withUnsafe) =>
        finding.Fixes.FirstOrDefault(fix => fix.IsSafe) ?? (withUnsafe ? finding.Fixes.FirstOrDefault() : null);

    private static Dictionary<string, int> Round(IReadOnlyList<Diagnostic> findings, bool withUnsafe, Func<Diagnostic, bool> isGivenUp) => findings
        .Where(finding => Pick(finding, withUnsafe)?.Intent.Kind == FixKind.AddConnector && !isGivenUp(finding))
        .GroupBy(finding => finding.Tenant).ToDictionary(group => group.Key, group => group.Min(RankOf));

    private static int RankOf(Diagnostic finding)
    {
        var rank = Array.FindIndex(ConnectorRounds, round => round.Contains(finding.Rule.Id));
        return rank < 0 ? ConnectorRounds.Length : rank;
    }
}

using ConnectorLint.Diagnostics;

namespace ConnectorLint.Fixes;

/// <summary>How many findings can be mended automatically, in their files as these are now.</summary>
/// <param name="Safe">Those with a fix that leaves mail as it is.</param>
/// <param name="Unsafe">Those with a fix that may change it.</param>
public readonly record struct FixCounts(int Safe, int Unsafe)
{
    /// <summary>Counts.</summary>
    public static FixCounts Of(IReadOnlyList<Diagnostic> findings)
    {
        var (safe, unsafeCount) = FixCandidate.Count(findings);
        return new FixCounts(safe, unsafeCount);
    }
}

namespace ConnectorLint.Workspace;

/// <summary>How much of what is read stays in memory until it is judged. A repository of a few tenants is read once; of a fleet, what lies beyond is only outlined and read in full when its tenant's turn comes.</summary>
/// <param name="characters">How much text stays; in memory a document is some ten times its text.</param>
/// <param name="describes">Whether each file is asked for its connectors (<see cref="LintFile.What"/>), for which an outline is not enough.</param>
internal sealed class ReadingBudget(long characters, bool describes)
{
    private long _characters = characters;

    public bool Describes { get; } = describes;

    /// <summary>All stays.</summary>
    public static ReadingBudget Unlimited(bool describes) => new(long.MaxValue, describes);

    /// <summary>Whether files are outlined only.</summary>
    public bool IsSpent => Interlocked.Read(ref _characters) <= 0;

    /// <summary>Whether a text may stay; the last that may can be of any size, so that a large file alone is not read twice.</summary>
    public bool TryKeep(int characters) => !IsSpent && Interlocked.Add(ref _characters, -characters) > -characters;
}

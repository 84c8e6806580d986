namespace ConnectorLint.Syntax;

/// <summary>Where and why YamlDotNet stopped.</summary>
/// <param name="Reason">Its own words, for telling failures apart; never shown.</param>
/// <param name="Start">Where the thing starts that it was reading.</param>
/// <param name="End">Where that thing ends, or where it stopped.</param>
/// <param name="Position">How far the scanner had read.</param>
internal sealed record YamlFailure(string Reason, int Start, int End, int Position)
{
    public bool Says(string part) => Reason.Contains(part);
}

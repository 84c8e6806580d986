namespace ConnectorLint.Scenarios;

/// <summary>What a scenario says of a need: the one that makes it, or another that bears on it.</summary>
/// <param name="Scenario">Its number in scenarios.md.</param>
/// <param name="Title">The scenario in words.</param>
/// <param name="Reason">What it says or adds.</param>
/// <param name="Source">The documents that say so, by their keys.</param>
public sealed record ScenarioNote(string Scenario, string Title, string Reason, string Source);

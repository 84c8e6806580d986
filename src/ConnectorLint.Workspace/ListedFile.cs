namespace ConnectorLint.Workspace;

/// <summary>A file that was looked at, and what it was recognised as.</summary>
/// <param name="Path">The path as it is shown.</param>
/// <param name="What">What it is, to follow the path; why it is nothing, where it is.</param>
public sealed record ListedFile(string Path, string What);

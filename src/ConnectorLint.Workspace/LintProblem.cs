namespace ConnectorLint.Workspace;

/// <summary>Something that could not be looked at.</summary>
/// <param name="Path">The path as it is shown.</param>
/// <param name="Message">What to say behind the path: "does not exist".</param>
public sealed record LintProblem(string Path, string Message);

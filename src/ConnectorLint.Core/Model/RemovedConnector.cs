using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>A connector that a deployment takes away (<c>Ensure: Absent</c>).</summary>
/// <param name="Direction">Which list it stands in.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameSpan">Where the name stands.</param>
public sealed record RemovedConnector(Direction Direction, string Name, SourceSpan NameSpan);

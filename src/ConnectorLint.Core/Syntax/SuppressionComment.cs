namespace ConnectorLint.Syntax;

/// <summary>A comment that speaks to the linter.</summary>
/// <param name="Span">From its <c>#</c> to its last character.</param>
/// <param name="Text">What it says, from <c>connectorlint-</c> on.</param>
public sealed record SuppressionComment(SourceSpan Span, string Text);

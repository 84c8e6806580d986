namespace ConnectorLint.Syntax;

/// <summary>A comment that speaks to the program.</summary>
/// <param name="Span">Where it stands, from the <c>#</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record SuppressionComment(SourceSpan Span, string Text);

/// <summary>Finds them.</summary>
public static class SuppressionComments
{
    /// <summary>Finds them.</summary>
    public static IReadOnlyList<SuppressionComment> Find(SyntaxTree tree) => [];
}

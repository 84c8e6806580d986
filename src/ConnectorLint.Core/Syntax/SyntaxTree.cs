namespace ConnectorLint.Syntax;

/// <summary>A file as a tree: what could be read of it, and what could not. Reading never fails.</summary>
/// <param name="File">The text.</param>
/// <param name="Documents">The documents: one in JSON, any number in YAML.</param>
/// <param name="Errors">What is wrong with the text, in its order.</param>
public sealed record SyntaxTree(SourceText File, IReadOnlyList<SyntaxDocument> Documents, IReadOnlyList<SyntaxError> Errors)
{
    /// <summary>Whether all of the text was read: no syntax error and no limit cut it short.</summary>
    public bool IsComplete { get; init; } = true;
}

/// <summary>One document of a file.</summary>
/// <param name="Root">Its root; null when it is empty.</param>
/// <param name="IsComplete">Whether all of it was read.</param>
public sealed record SyntaxDocument(SyntaxNode? Root, bool IsComplete);

/// <summary>What kind of fault a text has.</summary>
public enum SyntaxErrorKind : byte
{
    /// <summary>The text is not YAML or JSON there (CL0901).</summary>
    Syntax,

    /// <summary>A mapping has the same key twice (CL0902).</summary>
    DuplicateKey,

    /// <summary>Nesting, aliases or size past a limit (CL0911).</summary>
    Limit,
}

/// <summary>A fault of the text.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Span">The exact place.</param>
/// <param name="Message">One sentence in plain English: what is wrong, what was expected.</param>
/// <param name="Help">What to do.</param>
/// <param name="Related">The other place (the first of two equal keys); <c>default</c> where there is none.</param>
public sealed record SyntaxError(SyntaxErrorKind Kind, SourceSpan Span, string Message, string Help, SourceSpan Related = default);

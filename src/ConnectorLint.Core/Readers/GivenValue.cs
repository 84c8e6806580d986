using ConnectorLint.Syntax;

namespace ConnectorLint.Readers;

/// <summary>A value that stands elsewhere in the document, where it has a name.</summary>
/// <param name="Use">Where it is used, with the property's name.</param>
/// <param name="Place">Where it is given.</param>
public readonly record struct GivenValue(SourceSpan Use, SourceSpan Place);

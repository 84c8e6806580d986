using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>A document that is no manifest.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Root">Its root.</param>
/// <param name="IsComplete">Whether all of it was read.</param>
internal sealed record ForeignDocument(SourceText File, SyntaxNode Root, bool IsComplete)
{
    /// <summary>The root as a mapping; null when it is a list or a text.</summary>
    public MappingNode? Mapping => Root as MappingNode;

    /// <summary>Where the root begins: a place that stands for the document.</summary>
    public SourceSpan Head => Root switch
    {
        MappingNode { Entries.Count: > 0 } mapping => mapping.Entries[0].Key.Span,
        _ => new SourceSpan(File, Root.Start, Math.Min(1, Root.Length)),
    };
}

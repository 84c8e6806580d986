using ConnectorLint.LanguageServices.Names;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices;

/// <summary>From a name to where it is declared, and to all places that use it.</summary>
public static class Navigation
{
    /// <summary>Where what stands at an offset is declared.</summary>
    public static IReadOnlyList<SourceSpan> Definitions(EditorTenant tenant, EditorFile file, int offset, CancellationToken cancellation = default) =>
        Spans(tenant, file, offset, occurrence => occurrence.IsDefinition, cancellation);

    /// <summary>All places that name what stands at an offset.</summary>
    public static IReadOnlyList<SourceSpan> References(EditorTenant tenant, EditorFile file, int offset, bool withDefinitions, CancellationToken cancellation = default) =>
        Spans(tenant, file, offset, occurrence => withDefinitions || !occurrence.IsDefinition, cancellation);

    private static SourceSpan[] Spans(EditorTenant tenant, EditorFile file, int offset, Func<NameOccurrence, bool> condition, CancellationToken cancellation)
    {
        var index = NameIndex.Of(tenant, cancellation);
        if (index.At(file, offset) is not { } named)
            return [];
        return [.. index.Same(named).Where(condition).Select(occurrence => occurrence.File.Source.Span(occurrence.Start, occurrence.End))];
    }
}

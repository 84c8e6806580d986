using ConnectorLint.Diagnostics;

namespace ConnectorLint.Descriptions;

/// <summary>A piece of a page. Its texts are plain; only code among them stands between backticks.</summary>
internal abstract record PageBlock
{
    private PageBlock()
    {
    }

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text) : PageBlock;

    /// <summary>Lines of a file.</summary>
    public sealed record Code(string Text) : PageBlock;

    /// <summary>Findings as the linter prints them.</summary>
    public sealed record Output(IReadOnlyList<Diagnostic> Findings) : PageBlock;

    /// <summary>A list of documents.</summary>
    public sealed record Documents(IReadOnlyList<SourceDocument> Items) : PageBlock;
}

/// <summary>A part of a page under a heading.</summary>
internal sealed record PageSection(string Title, IReadOnlyList<PageBlock> Blocks);

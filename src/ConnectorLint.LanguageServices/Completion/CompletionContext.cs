using ConnectorLint.LanguageServices.Outlines;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Where something is to be completed, and how text is written there.</summary>
internal sealed class CompletionContext
{
    private readonly int _start;
    private readonly int _end;
    private readonly int _lineIndent;

    public CompletionContext(EditorTenant tenant, EditorFile file, int offset, OutlinePlace place, CancellationToken cancellation)
    {
        Tenant = tenant;
        File = file;
        Place = place;
        Cancellation = cancellation;
        Style = file.IsJson ? SnippetStyle.Json : place.IsFlow ? SnippetStyle.Flow : SnippetStyle.Block;
        _start = place.Token?.Start ?? offset;
        _end = place.Token?.End ?? offset;
        // What is replaced is a part of one line, whatever the token is.
        var lineStart = offset == 0 ? 0 : file.Text.LastIndexOfAny(['\n', '\r'], offset - 1) + 1;
        var lineEnd = file.Text.AsSpan(offset).IndexOfAny('\n', '\r') is var end and >= 0 ? offset + end : file.Text.Length;
        _start = Math.Max(_start, lineStart);
        _end = Math.Min(_end, lineEnd);
        _lineIndent = lineStart;
        while (_lineIndent < lineEnd && file.Text[_lineIndent] == ' ')
            _lineIndent++;
        Column = _start - lineStart;
        _lineIndent = Math.Min(_lineIndent - lineStart, Column);
    }

    public EditorTenant Tenant { get; }

    public EditorFile File { get; }

    public OutlinePlace Place { get; }

    public CancellationToken Cancellation { get; }

    public SnippetStyle Style { get; }

    /// <summary>The column at which the text comes, from 0.</summary>
    public int Column { get; }

    /// <summary>Whether the document is one whose properties are described: any but a file that is perhaps to become a manifest.</summary>
    public bool IsDescribed => Place.Document is { } document && OutlineShape.Root(File, document) is not null;

    /// <summary>What the further lines of a snippet begin with so that they stand some columns right of where it begins; the editor puts the line's own indentation before that.</summary>
    public string Indent(int columns) => new(' ', Column - _lineIndent + columns);

    /// <summary>An item that replaces what stands at the place.</summary>
    /// <param name="label">What is shown.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="newText">What comes there.</param>
    /// <param name="isSnippet">Whether that has places to fill in.</param>
    /// <param name="order">What orders the items.</param>
    public CompletionItem Item(string label, CompletionKind kind, string newText, bool isSnippet = false, string order = "5") => new(label, kind, File.RangeOf(_start, _end), newText, isSnippet)
    {
        SortText = order + label,
        FilterText = Place.Token is { IsQuoted: true } token ? $"{token.Quote}{label}{token.Quote}" : label,
    };

    /// <summary>A text as a scalar in the quotes that stand there, else as the style asks.</summary>
    public string Scalar(string text) => Place.Token?.Quote switch
    {
        '\'' => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        '"' => Syntax.ScalarText.DoubleQuoted(text),
        _ => SnippetText.Scalar(text, Style),
    };
}

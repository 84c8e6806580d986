namespace ConnectorLint.LanguageServices.Outlines;

/// <summary>A node of an outline: a forgiving tree of text that may be broken at the line being typed.</summary>
internal abstract class OutlineNode(int start, int end)
{
    /// <summary>The offset of its first character.</summary>
    public int Start { get; } = start;

    /// <summary>The offset behind its last character.</summary>
    public int End { get; set; } = end;
}

/// <summary>A scalar as written.</summary>
/// <param name="start">The offset of its first character, the quote if it has one.</param>
/// <param name="end">The offset behind its last character.</param>
/// <param name="quote">The quote that it begins with; <c>\0</c> when it is plain, <c>|</c> when it is a block.</param>
/// <param name="isClosed">Whether the closing quote is there.</param>
/// <param name="text">The decoded text.</param>
internal sealed class OutlineScalar(int start, int end, char quote, bool isClosed, string text) : OutlineNode(start, end)
{
    public char Quote { get; } = quote;

    public string Text { get; } = text;

    public bool IsQuoted => Quote is '"' or '\'';

    /// <summary>The offset of the first character between the quotes.</summary>
    public int InnerStart => IsQuoted ? Start + 1 : Start;

    /// <summary>The offset behind the last character between the quotes.</summary>
    public int InnerEnd => IsQuoted && isClosed ? End - 1 : End;
}

/// <summary>A mapping or an object.</summary>
internal sealed class OutlineMapping(int start, bool isFlow, int column) : OutlineNode(start, start)
{
    public List<OutlineEntry> Entries { get; } = [];

    /// <summary>Whether it stands in braces.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>The column of its keys, from 0; of no use in braces.</summary>
    public int Column { get; } = column;

    public OutlineEntry? Find(string key) => Entries.Find(entry => string.Equals(entry.Key.Text, key, StringComparison.OrdinalIgnoreCase));

    public string? TextOf(string key) => Find(key)?.Value is OutlineScalar { Text.Length: > 0 } scalar ? scalar.Text : null;
}

/// <summary>A key with what follows it.</summary>
internal sealed class OutlineEntry(OutlineScalar key)
{
    public OutlineScalar Key { get; } = key;

    /// <summary>The offset of the colon; -1 while it is not typed.</summary>
    public int Colon { get; set; } = -1;

    public OutlineNode? Value { get; set; }

    public int End => Math.Max(Value?.End ?? 0, Math.Max(Key.End, Colon + 1));
}

/// <summary>A sequence or an array.</summary>
internal sealed class OutlineSequence(int start, bool isFlow, int column) : OutlineNode(start, start)
{
    public List<OutlineItem> Items { get; } = [];

    /// <summary>Whether it stands in brackets.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>The column of its dashes, from 0; of no use in brackets.</summary>
    public int Column { get; } = column;
}

/// <summary>An item of a sequence.</summary>
/// <param name="Start">The offset of its dash, or of its value in brackets.</param>
/// <param name="Value">Its value; null while there is none.</param>
internal sealed record OutlineItem(int Start, OutlineNode? Value)
{
    public int End => Math.Max(Value?.End ?? 0, Start + 1);
}

/// <summary>One document of a text.</summary>
/// <param name="Start">The offset where it begins, behind its <c>---</c>.</param>
/// <param name="End">The offset where it ends.</param>
/// <param name="Root">Its root; null when it is empty.</param>
internal sealed record OutlineDocument(int Start, int End, OutlineNode? Root)
{
    public OutlineMapping? Mapping => Root as OutlineMapping;
}

/// <summary>A comment, from its <c>#</c> to the end of its line.</summary>
internal readonly record struct OutlineComment(int Start, int End);

/// <summary>A text as a forgiving tree.</summary>
internal sealed record Outline(IReadOnlyList<OutlineDocument> Documents, IReadOnlyList<OutlineComment> Comments);

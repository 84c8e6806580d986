namespace ConnectorLint.Syntax;

/// <summary>A stretch of a file's text: what a squiggle stands under.</summary>
/// <param name="File">The file; null only in <c>default</c>, which means "no place".</param>
/// <param name="Start">The offset of its first character, in UTF-16 code units.</param>
/// <param name="Length">How many UTF-16 code units it holds; 0 marks a place between two characters.</param>
public readonly record struct SourceSpan(SourceText File, int Start, int Length)
{
    /// <summary>The offset just behind its last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether this is <c>default</c>: the thing has no place in a file.</summary>
    public bool IsNone => File is null;

    /// <summary>The text that it covers; empty for <c>default</c>.</summary>
    public string Text => File is null ? "" : File.Text.Substring(Start, Length);

    /// <summary>Where it begins, as compilers write it: <c>path:line:column</c>. Not for <c>default</c>.</summary>
    internal string Place
    {
        get
        {
            var (line, column) = File.PositionAt(Start);
            return FormattableString.Invariant($"{File.Path}:{line}:{column}");
        }
    }
}

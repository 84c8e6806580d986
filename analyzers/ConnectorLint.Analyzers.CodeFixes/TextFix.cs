using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis.Text;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;
using SyntaxNode = ConnectorLint.Syntax.SyntaxNode;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Changes inside of a string of C# that holds PowerShell or JSON: only of what stands there word for word, so that no escape of either language is in the way.</summary>
internal static class TextFix
{
    /// <summary>Another value in place of one, its quotes included.</summary>
    public static TextChange? Value(SourceText text, SyntaxNode node, string value) =>
        node is ScalarNode scalar && SpanOf(text, node) is { } span && text.ToString(span).Trim('\'', '"', '\\') == scalar.Text ? new TextChange(span, value) : null;

    /// <summary>Another word in place of one, within the quotes that it has.</summary>
    public static TextChange? Word(SourceText text, SyntaxNode node, string word) =>
        node is ScalarNode scalar && SpanOf(text, node) is { } span ? Word(text, span, scalar.Text, word) : null;

    /// <summary>Another word in place of one.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="place">Where the word stands, perhaps in quotes.</param>
    /// <param name="from">The word.</param>
    /// <param name="to">The other.</param>
    public static TextChange? Word(SourceText text, TextSpan place, string from, string to)
    {
        if (place.End > text.Length || !to.All(IsPlain))
            return null;
        var written = text.ToString(place);
        return from.Length > 0 && written.Trim('\'', '"', '\\') == from ? new TextChange(new TextSpan(place.Start + written.IndexOf(from, StringComparison.Ordinal), from.Length), to) : null;
    }

    /// <summary>Takes a parameter out of PowerShell, with the white space before it.</summary>
    public static TextChange? RemoveParameter(SourceText text, TextSpan key, SyntaxNode node)
    {
        if (SpanOf(text, node) is not { } value || value.End <= key.Start || key.Start == 0 || text[key.Start - 1] != '-')
            return null;
        var dash = key.Start - 1;
        var start = dash;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        var span = TextSpan.FromBounds(start, Math.Max(key.End, value.End));
        // Quotes may be those of C#; what stands first in its line would leave the end of the line before without a line that goes on.
        return start < dash && !SourceLines.IsFirst(text, dash) && text.ToString(span).IndexOfAny(['"', '\r', '\n']) < 0 ? new TextChange(span, "") : null;
    }

    private static TextSpan? SpanOf(SourceText text, SyntaxNode node) => node.Start + node.Length <= text.Length ? new TextSpan(node.Start, node.Length) : null;

    // What means the same in C#, PowerShell and JSON, with quotes or without.
    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '/' or ':' or '_';
}

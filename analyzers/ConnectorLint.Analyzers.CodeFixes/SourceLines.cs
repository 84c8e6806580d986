using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Questions about the lines of a text.</summary>
internal static class SourceLines
{
    /// <summary>The line break that the text has.</summary>
    public static string BreakOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>Whether nothing but white space stands before a place in its line.</summary>
    public static bool IsFirst(SourceText text, int position) => IsBlank(text, text.Lines.GetLineFromPosition(position).Start, position);

    /// <summary>The white space that a place's line begins with.</summary>
    public static string IndentAt(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether a stretch is white space.</summary>
    public static bool IsBlank(SourceText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>Where a line can be put in behind a statement: after a comment on its line; null when more code stands there.</summary>
    public static int? EndOfLine(SourceText text, SyntaxNode statement)
    {
        var line = text.Lines.GetLineFromPosition(statement.Span.End);
        return line.End <= statement.FullSpan.End ? line.End : null;
    }

    /// <summary>What goes with a statement: its lines, where it has them for itself.</summary>
    public static TextSpan Whole(SourceText text, SyntaxNode statement)
    {
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        return IsFirst(text, statement.SpanStart) && IsBlank(text, statement.Span.End, last.End)
            ? TextSpan.FromBounds(text.Lines.GetLineFromPosition(statement.SpanStart).Start, last.EndIncludingLineBreak)
            : statement.Span;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Takes items out of lists that have commas.</summary>
internal static class ListItem
{
    /// <summary>What takes an item out, with one comma; comments stay.</summary>
    public static TextChange? Remove(SyntaxNodeOrTokenList items, SyntaxNode node, SourceText text)
    {
        var index = ParameterPlace.IndexIn(items, node);
        if (index < 0)
            return null;
        // From the end of the item before, so that neighbours can go at once.
        if (index > 0 && IsOnlyGap(text, items[index - 2].Span.End, node.SpanStart))
            return Delete(items[index - 2].Span.End, node.Span.End);
        if (index + 2 < items.Count && IsOnlyGap(text, node.Span.End, items[index + 2].SpanStart))
            return Delete(node.SpanStart, items[index + 2].SpanStart);
        if (index + 1 < items.Count)
            return Delete(node.SpanStart, items[index + 1].Span.End);
        return index > 0 ? null : Delete(node.SpanStart, node.Span.End);
    }

    private static bool IsOnlyGap(SourceText text, int start, int end) => text.ToString(TextSpan.FromBounds(start, end)).Trim() == ",";

    private static TextChange Delete(int start, int end) => new(TextSpan.FromBounds(start, end), "");
}

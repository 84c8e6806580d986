using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>A part of a collection: an entry with its key, or an item.</summary>
/// <param name="Start">Where its key or itself begins; -1 where it is an alias.</param>
/// <param name="End">Where its value ends; -1 where that is an alias.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Part(int Start, int End, SyntaxNode Value)
{
    public bool IsOwnText => Start >= 0 && End >= Start;
}

/// <summary>A mapping or a sequence as it stands in the text: only its own parts, not what merge keys bring.</summary>
internal sealed class Collection
{
    private Collection(SyntaxNode node, IReadOnlyList<Part> parts, bool isInFlow)
    {
        Node = node;
        Parts = parts;
        Text = node.File.Text;
        IsJson = SyntaxReader.IsJson(node.File);
        HasBrackets = node.Length > 0 && Text[node.Start] is '{' or '[' && Text[node.Start + node.Length - 1] is '}' or ']';
        IsBare = isInFlow && !HasBrackets;
    }

    public SyntaxNode Node { get; }

    public string Text { get; }

    public bool IsJson { get; }

    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Whether it stands in braces or brackets (flow style, JSON).</summary>
    public bool HasBrackets { get; }

    /// <summary>Whether it is the mapping of <c>[a: b]</c>, which has no room for more.</summary>
    public bool IsBare { get; }

    public int End => Node.Start + Node.Length;

    public static Collection Of(MappingNode node, bool isInFlow) =>
        new(node, [.. node.Entries.Where(entry => !entry.IsMerged).Select(entry => PartOf(node, entry.Key.Start, entry.Key.Start + entry.Key.Length, entry.Value))], isInFlow);

    public static Collection Of(SequenceNode node, bool isInFlow) => new(node, [.. node.Items.Select(item => PartOf(node, item.Start, node.Start, item))], isInFlow);

    /// <summary>What stands before a part and behind it, in a collection with brackets.</summary>
    public FlowGap GapBefore(int index) => FlowGap.Between(Text, index == 0 ? Node.Start + 1 : Parts[index - 1].End, Parts[index].Start, IsJson);

    public FlowGap GapBehind(int index) => FlowGap.Between(Text, Parts[index].End, index + 1 < Parts.Count ? Parts[index + 1].Start : End - 1, IsJson);

    /// <summary>Whether the part and its neighbours stand here, so that what is between them can be read.</summary>
    public bool IsReadable(int index) =>
        Parts[index].IsOwnText && (index == 0 || Parts[index - 1].IsOwnText) && (index + 1 == Parts.Count || Parts[index + 1].IsOwnText);

    /// <summary>Whether a comment stands within a part; in doubt it does.</summary>
    public bool HasCommentWithin(Part part)
    {
        var length = part.End - part.Start;
        if (part.Value is ScalarNode)
            return false;
        return IsJson
            ? Text.IndexOf("//", part.Start, length, StringComparison.Ordinal) >= 0 || Text.IndexOf("/*", part.Start, length, StringComparison.Ordinal) >= 0
            : Text.IndexOf(" #", part.Start, length, StringComparison.Ordinal) >= 0 || Text.IndexOf("\n#", part.Start, length, StringComparison.Ordinal) >= 0
                || Text.IndexOf("\t#", part.Start, length, StringComparison.Ordinal) >= 0;
    }

    // The node of an alias stands elsewhere.
    private static Part PartOf(SyntaxNode node, int start, int valueFrom, SyntaxNode value)
    {
        var isOwn = value.Start >= valueFrom && value.Start + value.Length <= node.Start + node.Length;
        return new Part(start >= node.Start && (isOwn || start < valueFrom) ? start : -1, isOwn ? value.Start + value.Length : -1, value);
    }
}

namespace ConnectorLint.Syntax;

/// <summary>A node of the tree that YAML and JSON share. Aliases are resolved: they give the node they name.</summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode(SourceText file, int start, int length)
    {
        File = file;
        Start = start;
        Length = length;
    }

    /// <summary>The file the node stands in.</summary>
    public SourceText File { get; }

    /// <summary>The offset of its first character (a quote, a bracket, the first key of a block mapping).</summary>
    public int Start { get; }

    /// <summary>How many characters it holds, without blank space behind it.</summary>
    public int Length { get; }

    /// <summary>Where it stands.</summary>
    public SourceSpan Span => new(File, Start, Length);

    /// <summary>Whether a syntax error or a limit cut the node short, so that parts of it may be missing.</summary>
    public bool IsTruncated { get; internal set; }
}

/// <summary>A mapping (YAML) or an object (JSON).</summary>
public sealed class MappingNode : SyntaxNode
{
    internal MappingNode(SourceText file, int start, int length, MappingEntry[] entries)
        : base(file, start, length) => EntriesInOrder = entries;

    /// <summary>The entries in the order of the text; what a merge key (<c>&lt;&lt;</c>) brings stands behind them, without keys that the mapping has itself.
    /// A key that the text has twice stands here twice.</summary>
    public IReadOnlyList<MappingEntry> Entries => EntriesInOrder;

    /// <summary>The same as the array that it is: walking over it calls nothing.</summary>
    internal MappingEntry[] EntriesInOrder { get; }

    /// <summary>The value of the first entry with that key, compared without case; null when there is none.</summary>
    public SyntaxNode? Find(string key)
    {
        foreach (var entry in EntriesInOrder)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.OrdinalIgnoreCase))
                return entry.Value;
        }

        return null;
    }
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; a scalar with the empty text where the text gives none.</param>
/// <param name="IsMerged">Whether a merge key brought the entry here.</param>
public readonly record struct MappingEntry(ScalarNode Key, SyntaxNode Value, bool IsMerged = false);

/// <summary>A sequence (YAML) or an array (JSON).</summary>
public sealed class SequenceNode : SyntaxNode
{
    internal SequenceNode(SourceText file, int start, int length, SyntaxNode[] items)
        : base(file, start, length) => ItemsInOrder = items;

    /// <summary>The items in the order of the text.</summary>
    public IReadOnlyList<SyntaxNode> Items => ItemsInOrder;

    /// <summary>The same as the array that it is.</summary>
    internal SyntaxNode[] ItemsInOrder { get; }
}

/// <summary>How a scalar is written.</summary>
public enum ScalarStyle : byte
{
    /// <summary>Without quotes: may be null, a Boolean or a number. JSON's literals and numbers too.</summary>
    Plain,

    /// <summary>In single quotes.</summary>
    SingleQuoted,

    /// <summary>In double quotes; JSON's strings too.</summary>
    DoubleQuoted,

    /// <summary>A block that keeps its line ends (<c>|</c>).</summary>
    Literal,

    /// <summary>A block whose lines are joined (<c>&gt;</c>).</summary>
    Folded,
}

/// <summary>A scalar: a string, a number, a Boolean or null.</summary>
public sealed class ScalarNode : SyntaxNode
{
    private readonly bool _isString;

    internal ScalarNode(SourceText file, int start, int length, string text, ScalarStyle style, bool isString)
        : base(file, start, length)
    {
        Text = text;
        Style = style;
        _isString = isString;
    }

    /// <summary>The decoded text: escapes resolved, lines joined.</summary>
    public string Text { get; }

    /// <summary>How it is written.</summary>
    public ScalarStyle Style { get; }

    /// <summary>Whether it is a string whatever its text: quoted, a block, or tagged <c>!!str</c>.</summary>
    public bool IsString => _isString;

    /// <summary>Whether it is null: nothing, <c>~</c>, <c>null</c> (YAML 1.2 core schema).</summary>
    public bool IsNull => !_isString && (Text is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>True or false when it is a Boolean of the YAML 1.2 core schema; null otherwise (<c>yes</c> and <c>on</c> are strings there).</summary>
    public bool? Boolean => _isString ? null : Text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>The place of a part of the decoded text in the file, so that a squiggle can stand under one address of several.</summary>
    /// <param name="start">Offset in <see cref="Text"/>.</param>
    /// <param name="length">Length in <see cref="Text"/>.</param>
    public SourceSpan SpanOf(int start, int length) => ScalarOffsets.Map(this, start, length);
}

/// <summary>A value that the source works out when it runs (a variable, a call), so that it is not known here. Files have none; C# code has.</summary>
public sealed class UnknownNode : SyntaxNode
{
    internal UnknownNode(SourceText file, int start, int length, string label, bool isConditional)
        : base(file, start, length)
    {
        Label = label;
        IsConditional = isConditional;
    }

    /// <summary>How the source writes the value, where that is short: for messages.</summary>
    public string Label { get; }

    /// <summary>Whether it is not even known that a value is given: it stands under a condition.</summary>
    public bool IsConditional { get; }
}

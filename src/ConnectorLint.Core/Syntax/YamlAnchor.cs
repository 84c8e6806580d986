namespace ConnectorLint.Syntax;

/// <summary>What an anchor names.</summary>
internal sealed class YamlAnchor
{
    /// <summary>The node; null while it is still open, when an alias to it would be a circle.</summary>
    public SyntaxNode? Node { get; set; }

    /// <summary>How many nodes that is, aliases followed.</summary>
    public long Weight { get; set; }
}

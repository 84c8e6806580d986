namespace ConnectorLint.Syntax;

/// <summary>A mapping or sequence whose end has not been read yet.</summary>
internal sealed class YamlFrame(bool isMapping, bool hasBrackets, int start, int first, YamlAnchor? anchored)
{
    public bool IsMapping { get; } = isMapping;

    public bool HasBrackets { get; } = hasBrackets;

    /// <summary>Where it starts; -1 until its first child tells.</summary>
    public int Start { get; set; } = start;

    /// <summary>Where its children start in the list of the children of all open collections.</summary>
    public int First { get; } = first;

    /// <summary>The anchor before it.</summary>
    public YamlAnchor? Anchored { get; } = anchored;

    /// <summary>How many nodes it is, itself and aliases' targets included.</summary>
    public long Weight { get; set; } = 1;

    /// <summary>The key whose value comes next; null when that key was refused.</summary>
    public ScalarNode? Key { get; set; }

    public bool IsValueNext { get; set; }

    /// <summary>Whether it stands in a key, which is then one error, whatever is in it.</summary>
    public bool IsInKey { get; set; }

    public bool HasMerges { get; set; }

    public bool IsTruncated { get; set; }
}

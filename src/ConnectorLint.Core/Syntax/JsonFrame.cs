namespace ConnectorLint.Syntax;

/// <summary>What may come next in an object or array.</summary>
internal enum JsonState : byte
{
    /// <summary>The first key or value, or the closing bracket.</summary>
    First,

    /// <summary>A key, behind a comma (which may be the last).</summary>
    Key,

    /// <summary>The colon behind a key.</summary>
    Colon,

    /// <summary>The value behind a colon.</summary>
    Value,

    /// <summary>An item, behind a comma (which may be the last).</summary>
    Item,

    /// <summary>A comma or the closing bracket.</summary>
    Comma,
}

/// <summary>An object or array whose end has not been read yet.</summary>
internal sealed class JsonFrame(bool isObject, int start, int first)
{
    public bool IsObject { get; } = isObject;

    public int Start { get; } = start;

    /// <summary>Where its children start in the list of the children of all open collections.</summary>
    public int First { get; } = first;

    public JsonState State { get; set; }

    /// <summary>The key whose value comes next; null when it was refused.</summary>
    public ScalarNode? Key { get; set; }

    /// <summary>Whether a value stands where a key belongs: a colon and the value proper may follow it.</summary>
    public bool IsKeyReplaced { get; set; }

    public bool IsTruncated { get; set; }
}

namespace ConnectorLint.Properties;

/// <summary>All that is known of a property, said once: reader, "did you mean", schema, hover, completion and reference page use it.</summary>
public abstract class Property
{
    private protected Property(string name, ValueKind kind, string description)
    {
        Name = name;
        Kind = kind;
        Description = description;
        var hash = 0;
        foreach (var c in name)
            hash = unchecked((hash * 31) + c);
        Bit = 1UL << (hash & 63);
    }

    /// <summary>The name in canonical spelling: on connectors the cmdlet parameter's in camelCase.</summary>
    public string Name { get; }

    /// <summary>One bit, by the name: a store tells by it at once that it does not have the property. Two names may share one.</summary>
    internal ulong Bit { get; }

    /// <summary>What values it takes.</summary>
    public ValueKind Kind { get; }

    /// <summary>What it does, in plain English.</summary>
    public string Description { get; }

    /// <summary>What holds when it is not given, as text; null when that is nothing, or not documented.</summary>
    public string? Default { get; init; }

    /// <summary>The document it comes from, by its key, and how sure that is.</summary>
    public string? Source { get; init; }

    /// <summary>Whether an entry means nothing without it (CL0905; on connectors CL0004 and CL0006).</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is reserved for Microsoft or undocumented (CL0013).</summary>
    public bool IsReserved { get; init; }

    /// <summary>The name of the cmdlet parameter, as Exchange spells it: the same with a capital, or two where it begins with EF or AD.</summary>
    public string CmdletParameter => Name is "setScl" ? "SetSCL"
        : Name.Length > 2 && char.IsUpper(Name[2]) && (Name.StartsWith("ef", StringComparison.Ordinal) || Name.StartsWith("ad", StringComparison.Ordinal))
            ? Name.Substring(0, 2).ToUpperInvariant() + Name.Substring(2)
            : char.ToUpperInvariant(Name[0]) + Name.Substring(1);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A property whose values have a type.</summary>
/// <typeparam name="T">The type of the value in the model.</typeparam>
public sealed class Property<T> : Property
{
    internal Property(string name, ValueKind<T> kind, string description)
        : base(name, kind, description)
    {
    }
}

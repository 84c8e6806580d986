using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>A non-generic view of <see cref="MapKind{T}"/>.</summary>
public interface IMapKind
{
    /// <summary>What the keys are.</summary>
    TextFormat Keys { get; }

    /// <summary>What the values are.</summary>
    ValueKind Values { get; }
}

/// <summary>A mapping whose keys are free, with values of one kind.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class MapKind<T> : ValueKind<IReadOnlyList<KeyedValue<T>>>, IMapKind
{
    internal MapKind(TextFormat<string> keys, ValueKind<T> values)
    {
        Keys = keys;
        Values = values;
    }

    /// <summary>What the keys are.</summary>
    public TextFormat<string> Keys { get; }

    /// <summary>What the values are.</summary>
    public ValueKind<T> Values { get; }

    TextFormat IMapKind.Keys => Keys;

    ValueKind IMapKind.Values => Values;

    /// <inheritdoc/>
    public override string Title => $"a mapping of {Keys.Plural} to {Values.Title}";
}

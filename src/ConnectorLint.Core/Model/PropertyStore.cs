using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>One property as given: what a <see cref="PropertyStore"/> holds.</summary>
/// <param name="Property">Which property.</param>
/// <param name="State">What is known of the value.</param>
/// <param name="Value">The value when known.</param>
/// <param name="Span">Where the value stands.</param>
/// <param name="KeySpan">Where the name stands.</param>
public readonly record struct Slot(Property? Property, SettingState State, object? Value, SourceSpan Span, SourceSpan KeySpan);

/// <summary>The properties that were given for one thing (a connector, a device, the topology), sparsely, in the order of the text.</summary>
/// <param name="shape">What the thing is.</param>
/// <param name="span">Where the whole thing stands.</param>
/// <param name="slots">What was given, each property at most once.</param>
public sealed class PropertyStore(Shape shape, SourceSpan span, IReadOnlyList<Slot> slots)
{
    /// <summary>What the thing is.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>Where the whole thing stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What was given, in the order of the text.</summary>
    public IReadOnlyList<Slot> Slots { get; } = slots;

    /// <summary>Whether all of it was read; false after a syntax error inside.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>A property with its type.</summary>
    public Setting<T> Get<T>(Property<T> property) => new(property, Find(property));

    /// <summary>A property without its type; <c>default</c> (absent) when not given.</summary>
    public Slot Find(Property property)
    {
        for (var i = 0; i < Slots.Count; i++)
        {
            if (ReferenceEquals(Slots[i].Property, property))
                return Slots[i];
        }

        return default;
    }
}

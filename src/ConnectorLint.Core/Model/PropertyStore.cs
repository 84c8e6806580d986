using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>The properties that were given for one thing (a connector, a device, the topology), sparsely, in the order of the text.</summary>
/// <param name="shape">What the thing is.</param>
/// <param name="span">Where the whole thing stands.</param>
/// <param name="slots">What was given, each property at most once.</param>
public sealed class PropertyStore(Shape shape, SourceSpan span, Slot[] slots)
{
    // Rules mostly ask for what is not given.
    private readonly ulong _bits = BitsOf(slots);

    /// <summary>What the thing is.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>Where the whole thing stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What was given, in the order of the text.</summary>
    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>The same as the array that it is: walking over it calls nothing.</summary>
    internal Slot[] SlotsInOrder => slots;

    /// <summary>Whether all of it was read; false after a syntax error inside.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether it only says what to change in a thing that is there (as the Set- cmdlet does, with an identity and no name): what is not given is not known.</summary>
    public bool IsChange { get; init; }

    /// <summary>What stands for its name where that is not known: the expression that gives it; null when there is none.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the whole thing is deployed only under a condition: then it may not be there.</summary>
    public bool IsConditional { get; init; }

    /// <summary>A property with its type.</summary>
    public Setting<T> Get<T>(Property<T> property) => new(property, slots, IndexOf(property), IsChange);

    /// <summary>A property without its type; <c>default</c> (absent) when not given.</summary>
    public Slot Find(Property property)
    {
        var index = IndexOf(property);
        return index < 0 ? default : slots[index];
    }

    private static ulong BitsOf(Slot[] slots)
    {
        var bits = 0UL;
        foreach (var slot in slots)
            bits |= slot.Property!.Bit;
        return bits;
    }

    private int IndexOf(Property property)
    {
        if ((_bits & property.Bit) == 0)
            return -1;
        for (var i = 0; i < slots.Length; i++)
        {
            if (ReferenceEquals(slots[i].Property, property))
                return i;
        }

        return -1;
    }
}

using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>A property as a file gives it: state, value and place.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Setting<T>
{
    // A reference into the store instead of a copy of the slot: rules ask for settings all the time.
    private readonly Slot[] _slots;

    // 1-based, so that default is absent; -1 where what is not given is not known.
    private readonly int _place;

    internal Setting(Property property, Slot[] slots, int index, bool isChange = false)
    {
        Property = property;
        _slots = slots;
        _place = index < 0 && isChange ? -1 : index + 1;
    }

    /// <summary>Which property.</summary>
    public Property Property { get; }

    /// <summary>What is known of the value.</summary>
    public SettingState State => _place > 0 ? _slots[_place - 1].State : _place == 0 ? SettingState.Absent : SettingState.Unknown;

    /// <summary>The value when known; <c>default</c> otherwise.</summary>
    public T? Value => State == SettingState.Known ? (T?)_slots[_place - 1].Value : default;

    /// <summary>The value when known; of a list of which some items are not, those that are. For rules that judge each item alone: what rests on the whole list asks for <see cref="Value"/>.</summary>
    public T? KnownPart => _place > 0 ? (T?)_slots[_place - 1].Value : default;

    /// <summary>Where the value stands; none when absent.</summary>
    public SourceSpan Span => _place > 0 ? _slots[_place - 1].Span : default;

    /// <summary>Where the property's name stands; none when absent.</summary>
    public SourceSpan KeySpan => _place > 0 ? _slots[_place - 1].KeySpan : default;

    /// <summary>Where the name and the value stand together; none when absent.</summary>
    public SourceSpan PairSpan => KeySpan.IsNone || KeySpan.File != Span.File || Span.Start < KeySpan.Start
        ? Span
        : KeySpan.File.Span(KeySpan.Start, Span.End);

    /// <summary>Where the property's name stands, for findings about a list as a whole; where there is no name, the value. None when absent.</summary>
    public SourceSpan HeadSpan => KeySpan.IsNone ? Span : KeySpan;

    /// <summary>Whether the property is not given.</summary>
    public bool IsAbsent => State == SettingState.Absent;

    /// <summary>Whether the value is given and understood.</summary>
    public bool IsKnown => State == SettingState.Known;

    /// <summary>Whether something is given whose value is not known: an expression, a condition, or a refused value.</summary>
    public bool IsUncertain => State is SettingState.Unknown or SettingState.Conditional or SettingState.Refused;

    /// <summary>Whether the value is known and equal: false when absent, unknown or refused.</summary>
    public bool Is(T value) => IsKnown && EqualityComparer<T>.Default.Equals((T)_slots[_place - 1].Value!, value);

    /// <summary>Whether the value may be equal: known and equal, or not known. False when absent.</summary>
    public bool CanBe(T value) => IsUncertain || Is(value);
}

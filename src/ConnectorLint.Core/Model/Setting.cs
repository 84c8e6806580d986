using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>A property as a file gives it: state, value and place.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Setting<T>
{
    private readonly Slot _slot;

    internal Setting(Property property, in Slot slot)
    {
        Property = property;
        _slot = slot;
    }

    /// <summary>Which property.</summary>
    public Property Property { get; }

    /// <summary>What is known of the value.</summary>
    public SettingState State => _slot.State;

    /// <summary>The value when known; <c>default</c> otherwise.</summary>
    public T? Value => State == SettingState.Known ? (T?)_slot.Value : default;

    /// <summary>Where the value stands; none when absent.</summary>
    public SourceSpan Span => _slot.Span;

    /// <summary>Where the property's name stands; none when absent.</summary>
    public SourceSpan KeySpan => _slot.KeySpan;

    /// <summary>Where the name and the value stand together; none when absent.</summary>
    public SourceSpan PairSpan => KeySpan.IsNone || KeySpan.File != Span.File || Span.Start < KeySpan.Start
        ? Span
        : KeySpan.File.Span(KeySpan.Start, Span.End);

    /// <summary>Whether the property is not given.</summary>
    public bool IsAbsent => State == SettingState.Absent;

    /// <summary>Whether the value is given and understood.</summary>
    public bool IsKnown => State == SettingState.Known;

    /// <summary>Whether something is given whose value is not known: an expression, a condition, or a refused value.</summary>
    public bool IsUncertain => State is SettingState.Unknown or SettingState.Conditional or SettingState.Refused;

    /// <summary>Whether the value is known and equal: false when absent, unknown or refused.</summary>
    public bool Is(T value) => IsKnown && EqualityComparer<T>.Default.Equals((T)_slot.Value!, value);

    /// <summary>Whether the value may be equal: known and equal, or not known. False when absent.</summary>
    public bool CanBe(T value) => IsUncertain || Is(value);
}

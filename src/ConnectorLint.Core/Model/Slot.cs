using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>One property as given: what a <see cref="PropertyStore"/> holds. Kept small: a tenant may have a million.</summary>
public readonly record struct Slot
{
    private readonly SourceText? _file;
    private readonly int _start;
    private readonly int _length;
    private readonly int _keyStart;
    private readonly ushort _keyLength;

    /// <summary>Makes a slot.</summary>
    /// <param name="property">Which property.</param>
    /// <param name="state">What is known of the value.</param>
    /// <param name="value">The value when known; where only some items of a list are, these.</param>
    /// <param name="span">Where the value stands.</param>
    /// <param name="keySpan">Where the name stands; in the same file.</param>
    public Slot(Property? property, SettingState state, object? value, SourceSpan span, SourceSpan keySpan)
    {
        Property = property;
        State = state;
        Value = value;
        _file = span.File;
        _start = span.Start;
        _length = span.Length;
        _keyStart = keySpan.Start;
        // The name of a property is short, however it is written.
        _keyLength = (ushort)Math.Min(keySpan.Length, ushort.MaxValue);
    }

    /// <summary>Which property; null only in <c>default</c>.</summary>
    public Property? Property { get; }

    /// <summary>What is known of the value.</summary>
    public SettingState State { get; init; }

    /// <summary>The value when known; where only some items of a list are, these.</summary>
    public object? Value { get; init; }

    /// <summary>Where the value stands.</summary>
    public SourceSpan Span => new(_file!, _start, _length);

    /// <summary>Where the name stands.</summary>
    public SourceSpan KeySpan => new(_file!, _keyStart, _keyLength);
}

using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>What values a property takes. A closed set; the reader, the schema and the reference page know each member.</summary>
public abstract class ValueKind
{
    private protected ValueKind()
    {
    }

    /// <summary>What it is, with its article, for messages: "true or false", "a list of domains".</summary>
    public abstract string Title { get; }
}

/// <summary>A kind whose values have a type in the model.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class ValueKind<T> : ValueKind
{
    private protected ValueKind()
    {
    }
}

/// <summary>True or false.</summary>
public sealed class BooleanKind : ValueKind<bool>
{
    /// <inheritdoc/>
    public override string Title => "true or false";
}

/// <summary>A whole number.</summary>
public sealed class IntegerKind : ValueKind<int>
{
    /// <summary>The least allowed value.</summary>
    public int Minimum { get; init; } = int.MinValue;

    /// <summary>The greatest allowed value.</summary>
    public int Maximum { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public override string Title => "a whole number";
}

/// <summary>A day, as <c>2027-05-31</c>.</summary>
public sealed class DateKind : ValueKind<DateTime>
{
    /// <summary>The regular expression that a day matches; months and days of a month are checked by the reader alone.</summary>
    public const string Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    /// <inheritdoc/>
    public override string Title => "a day like 2027-05-31";
}

/// <summary>A non-generic view of <see cref="EnumKind{T}"/>.</summary>
public interface IEnumKind
{
    /// <summary>The allowed values in canonical spelling.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Values that are let pass though nobody should write them.</summary>
    IReadOnlyList<string> Tolerated { get; }

    /// <summary>The value of a name, compared without case.</summary>
    bool TryGet(string name, out object? value);
}

/// <summary>One of a few words.</summary>
/// <typeparam name="T">The enumeration in the model.</typeparam>
public sealed class EnumKind<T> : ValueKind<T>, IEnumKind
    where T : struct, Enum
{
    private readonly Dictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);

    internal EnumKind(params (string Name, T Value)[] values)
    {
        Names = values.Select(v => v.Name).ToArray();
        foreach (var (name, value) in values)
            _values.Add(name, value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Tolerated { get; private init; } = [];

    /// <inheritdoc/>
    public override string Title => "one of " + string.Join(", ", Names);

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value)
    {
        var found = _values.TryGetValue(name, out var boxed);
        value = boxed;
        return found;
    }

    internal EnumKind<T> Tolerating(string name, T value)
    {
        var kind = new EnumKind<T>(Names.Select(n => (n, (T)_values[n])).ToArray()) { Tolerated = [name] };
        kind._values.Add(name, value);
        return kind;
    }
}

/// <summary>A non-generic view of <see cref="TextKind{T}"/> and <see cref="TextListKind{T}"/>.</summary>
public interface ITextKind
{
    /// <summary>How the text is understood.</summary>
    TextFormat Format { get; }

    /// <summary>Whether there can be several; one text alone is then a list of one.</summary>
    bool IsList { get; }
}

/// <summary>A text that stands for something: a domain, an address, a host, or just itself.</summary>
/// <typeparam name="T">What it stands for.</typeparam>
public sealed class TextKind<T> : ValueKind<Item<T>>, ITextKind
{
    internal TextKind(TextFormat<T> format) => Format = format;

    /// <summary>How the text is understood.</summary>
    public TextFormat<T> Format { get; }

    TextFormat ITextKind.Format => Format;

    /// <inheritdoc/>
    public bool IsList => false;

    /// <inheritdoc/>
    public override string Title => Format.Title;
}

/// <summary>A list of texts; one text alone is a list of one.</summary>
/// <typeparam name="T">What each stands for.</typeparam>
public sealed class TextListKind<T> : ValueKind<ItemList<T>>, ITextKind
{
    internal TextListKind(TextFormat<T> format) => Format = format;

    /// <summary>How each text is understood.</summary>
    public TextFormat<T> Format { get; }

    TextFormat ITextKind.Format => Format;

    /// <inheritdoc/>
    public bool IsList => true;

    /// <inheritdoc/>
    public override string Title => "a list of " + Format.Plural;
}

/// <summary>A mapping with properties of its own.</summary>
public sealed class ObjectKind : ValueKind<PropertyStore>
{
    internal ObjectKind(Shape shape) => Shape = shape;

    /// <summary>Its properties.</summary>
    public Shape Shape { get; }

    /// <inheritdoc/>
    public override string Title => Shape.Title;
}

/// <summary>A list of mappings.</summary>
public sealed class ObjectListKind : ValueKind<IReadOnlyList<PropertyStore>>
{
    internal ObjectListKind(Shape shape) => Shape = shape;

    /// <summary>The properties of each.</summary>
    public Shape Shape { get; }

    /// <inheritdoc/>
    public override string Title => $"a list, each entry {Shape.Title}";
}

/// <summary>Anything: kept as the fact that it was given (conditions of transport rules).</summary>
public sealed class AnyKind : ValueKind<string>
{
    /// <inheritdoc/>
    public override string Title => "any value";
}

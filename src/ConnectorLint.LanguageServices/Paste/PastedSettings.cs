using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.LanguageServices;

/// <summary>The settings of one pasted connector, by the description of properties: canonical names and spellings, without what means nothing in a manifest.</summary>
internal sealed class PastedSettings(Direction direction)
{
    private readonly Dictionary<Property, object> _values = [];
    private readonly List<string> _notes = [];
    private string? _identity;

    /// <summary>What the connector is.</summary>
    public Shape Shape { get; } = direction == Direction.Inbound ? InboundProperties.Shape : OutboundProperties.Shape;

    private Property NameProperty => Shape.Properties[0];

    /// <summary>Adds a setting: a <see cref="bool"/>, a <see cref="string"/> or a list of strings.</summary>
    public void Add(string name, object value)
    {
        if (name.Equals("Identity", StringComparison.OrdinalIgnoreCase))
        {
            _identity = value as string;
            return;
        }

        if (Shape.Find(name) is not { } property)
        {
            if (!Shape.Ignores(name) && !name.Contains('@', StringComparison.Ordinal))
                _notes.Add($"{name} is left out: no connector of this direction has it");
            return;
        }

        if (Canonical(property, value) is not { } canonical)
            _notes.Add($"{property.Name} is left out: {property.Kind.Title} is expected");
        else if (!IsDefault(property, canonical))
            _values[property] = canonical;
    }

    /// <summary>Notes a setting whose value can't be known from the text: a variable, an expression.</summary>
    public void AddUnread(string name)
    {
        if (!Shape.Ignores(name))
            _notes.Add($"{Shape.Find(name)?.Name ?? name} is left out: its value is not in the text");
    }

    /// <summary>The connector.</summary>
    /// <param name="isChange">Whether the text only says what changes.</param>
    public PastedConnector Build(bool isChange)
    {
        var name = _values.GetValueOrDefault(NameProperty) as string ?? _identity ?? "TODO";
        if (isChange)
            _notes.Insert(0, "From a Set- command, which only says what it changes: add what the connector has besides");
        var settings = Shape.Properties.Where(property => property != NameProperty && _values.ContainsKey(property)).Select(property => new ProposedSetting(property, _values[property]));
        return new PastedConnector(new Proposal(direction, name, [.. settings]), _notes);
    }

    // Null where the property takes nothing like it.
    private static object? Canonical(Property property, object value) => (property.Kind, value) switch
    {
        (BooleanKind, bool) => value,
        (BooleanKind, string text) when bool.TryParse(text, out var flag) => flag,
        (IEnumKind words, string text) => words.Names.Concat(words.Tolerated).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text,
        (ITextKind { IsList: true } list, string text) => new[] { Text(list, text) },
        (ITextKind { IsList: true } list, IReadOnlyList<string> texts) => texts.Select(text => Text(list, text)).ToArray(),
        (ITextKind, string text) => text,
        (ITextKind, IReadOnlyList<string> { Count: 1 } texts) => texts[0],
        _ => null,
    };

    // Exchange's own notation with a type and a cost, smtp:contoso.com;1, is for its output.
    private static string Text(ITextKind list, string text)
    {
        if (!ReferenceEquals(list.Format, Formats.AddressSpace) || !text.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase))
            return text;
        var end = text.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? text[5..] : text[5..end];
    }

    private static bool IsDefault(Property property, object value) => property.Default is { } text && value switch
    {
        bool flag => text.Equals(flag ? "true" : "false", StringComparison.OrdinalIgnoreCase),
        string word => text.Equals(word, StringComparison.OrdinalIgnoreCase) && property.Name != InboundProperties.ConnectorType.Name,
        _ => false,
    };
}

namespace ConnectorLint.Properties;

/// <summary>A kind of mapping in a manifest or a configuration (the topology, a device, an inbound connector) with all its properties.</summary>
public sealed class Shape
{
    private readonly Dictionary<string, Property> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ignored;

    // Names as they are mostly written, at a place that three of their characters give; two that meet there are found by the dictionary.
    private readonly Property?[] _asWritten = new Property?[128];

    internal Shape(string name, string title, Property[] properties, string[]? ignored = null)
    {
        Name = name;
        Title = title;
        Properties = properties;
        Ignored = ignored ?? [];
        _ignored = new HashSet<string>(Ignored, StringComparer.OrdinalIgnoreCase);
        foreach (var property in properties)
        {
            _byName.Add(property.Name, property);
            _asWritten[Place(property.Name)] ??= property;
        }
    }

    /// <summary>The name, as the schema's definition: "device".</summary>
    public string Name { get; }

    /// <summary>What it is, for messages and pages: "a device".</summary>
    public string Title { get; }

    /// <summary>The properties in the order of the reference page.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>Names that exports carry and that mean nothing here; read-only in the service.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>Whether it is a connector: null, "" and [] mean "not set" there, and what its texts stand for is judged by rules.</summary>
    public bool IsConnector { get; init; }

    /// <summary>Whether it is a part of a configuration: then every fault is an error, and a message has nothing to say of mail.</summary>
    public bool IsConfiguration { get; init; }

    /// <summary>Whether keys that begin with <c>x-</c> are the user's own, and ignored.</summary>
    public bool AllowsOwnKeys { get; init; }

    /// <summary>The property of that name, compared without case; null when there is none.</summary>
    public Property? Find(string name)
    {
        if (name.Length > 0 && _asWritten[Place(name)] is { } likely && string.Equals(likely.Name, name, StringComparison.Ordinal))
            return likely;
        return _byName.TryGetValue(name, out var property) ? property : null;
    }

    /// <summary>Whether a name is known and ignored.</summary>
    public bool Ignores(string name) => _ignored.Contains(name);

    private static int Place(string name) => ((name.Length * 31) + (name[0] * 7) + (name[name.Length / 2] * 5) + name[name.Length - 1]) & 127;
}

using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Conversion;

/// <summary>A tenant as values, to be written in any format.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Topology">What is known of its topology; null when nothing is.</param>
/// <param name="Inbound">Its inbound connectors.</param>
/// <param name="Outbound">Its outbound connectors.</param>
/// <param name="Notes">What can be said in words only.</param>
public sealed record ConvertedTenant(string Name, ConvertedEntry? Topology, IReadOnlyList<ConvertedEntry> Inbound, IReadOnlyList<ConvertedEntry> Outbound, IReadOnlyList<string> Notes)
{
    /// <summary>Whether there is a list of inbound connectors, be it an empty one.</summary>
    public bool DeclaresInbound { get; init; }

    /// <summary>Whether the source does not say whose it is: its name is then that of the file.</summary>
    public bool IsAlone { get; init; }
}

/// <summary>One thing (a connector, an accepted domain, the topology) as values.</summary>
/// <param name="Settings">What is known, in the order of the source. A value is a <see cref="bool"/>, an <see cref="int"/>, a <see cref="string"/>, a list of strings, an entry or a list of entries.</param>
/// <param name="Notes">What has no counterpart or no known value, in words.</param>
public sealed record ConvertedEntry(IReadOnlyList<ProposedSetting> Settings, IReadOnlyList<string> Notes)
{
    /// <summary>Whether its name is an expression, so that it can be shown and not be written.</summary>
    public bool IsNameless { get; init; }

    /// <summary>Whether it is deployed only under a condition.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The value of a property; null when it has none.</summary>
    public object? Find(Property property) => Settings.FirstOrDefault(setting => ReferenceEquals(setting.Property, property))?.Value;
}

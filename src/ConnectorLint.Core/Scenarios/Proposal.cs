using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>A connector (or a transport rule) to create, filled from the topology; no value is invented.</summary>
/// <param name="Direction">In which list it goes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Settings">Its settings without the name, in the order in which they are written.</param>
public sealed record Proposal(Direction Direction, string Name, IReadOnlyList<ProposedSetting> Settings)
{
    /// <summary>Whether the Hybrid Configuration Wizard makes it, so that nobody should by hand.</summary>
    public bool IsMadeByWizard { get; init; }

    /// <summary>Whether it is a transport rule and no connector.</summary>
    public bool IsTransportRule { get; init; }

    /// <summary>Accepted domains that must be added first (an add-on's certificate domain).</summary>
    public IReadOnlyList<string> AcceptedDomains { get; init; } = [];

    /// <summary>All that is written of it: the name, then the settings.</summary>
    public IEnumerable<ProposedSetting> Entry =>
        [new ProposedSetting(IsTransportRule ? TransportRuleProperties.Name : Direction == Direction.Inbound ? InboundProperties.Name : OutboundProperties.Name, Name), .. Settings];
}

/// <summary>One setting of a connector to create.</summary>
/// <param name="Property">Which.</param>
/// <param name="Value">A <see cref="bool"/>, a <see cref="string"/>, or a list of strings; what is converted has other values too.</param>
public sealed record ProposedSetting(Property Property, object Value);

using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Scenarios;

/// <summary>One answer to "do I need a connector?": for one scenario, one direction, one thing in the topology.</summary>
public sealed record Need
{
    /// <summary>Its id: "onPremises/inbound", "partner:Contoso Bank/outbound". Stable; part of fingerprints.</summary>
    public required string Id { get; init; }

    /// <summary>The scenario's number in scenarios.md: "S1", "S2b".</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenario in words.</summary>
    public required string Title { get; init; }

    /// <summary>What it speaks of.</summary>
    public required NeedKind Kind { get; init; }

    /// <summary>Whether a connector is needed.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>In which direction.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The From of the connector.</summary>
    public required Party From { get; init; }

    /// <summary>The To of the connector.</summary>
    public required Party To { get; init; }

    /// <summary>Why, one or two sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>The documents that say so, by their keys.</summary>
    public required string Source { get; init; }

    /// <summary>The place in the topology that makes it so.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The device, partner, service, domain or rule it is for; null for the servers as a whole.</summary>
    public object? Subject { get; init; }

    /// <summary>The settings a connector must have to meet it, in words: "connectorType OnPremises".</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether declared connectors meet it.</summary>
    public Fulfilment Fulfilment { get; init; } = Fulfilment.Unknown;

    /// <summary>The connectors that meet it.</summary>
    public IReadOnlyList<IConnector> MetBy { get; init; } = [];

    /// <summary>A connector that was meant for it and goes the other way; null when there is none.</summary>
    public IConnector? Misdirected { get; init; }

    /// <summary>An accepted domain that the connectors there are do not cover, which is why they do not meet it; null where that is not the reason.</summary>
    public string? UncoveredDomain { get; init; }

    /// <summary>A connector that would meet it and is off; null unless <see cref="Scenarios.Fulfilment.Inactive"/>.</summary>
    public IConnector? Waiting { get; init; }

    /// <summary>What to create; null when nothing is to be, or a fact is missing.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>What to change in a connector that is declared for it and falls short; null when a new one is the answer.</summary>
    public string? Change { get; init; }

    /// <summary>Facts of the topology without which the connector can't be written down: "onPremises.certificateNames or onPremises.publicIPs".</summary>
    public IReadOnlyList<string> MissingFacts { get; init; } = [];

    /// <summary>Other scenarios that the topology is in and that ask for the same connector, or bear on it.</summary>
    public IReadOnlyList<ScenarioNote> Also { get; init; } = [];

    /// <summary>Whether it is required and certainly not met.</summary>
    public bool IsMissing => Verdict == Verdict.Required && Fulfilment == Fulfilment.Unmet;
}

using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Scenarios;

/// <summary>Whether a connector is needed. Source: scenarios.md 1 and 9.</summary>
public enum Verdict : byte
{
    /// <summary>Mail is lost or refused without it.</summary>
    Required,

    /// <summary>Best created, not demanded.</summary>
    Recommended,

    /// <summary>Mail flows without it; it becomes required when the topology declares what only a connector can meet.</summary>
    Optional,

    /// <summary>Nothing needs it; if it is there, it needs an explanation.</summary>
    Unnecessary,

    /// <summary>It must not be there.</summary>
    Forbidden,
}

/// <summary>Who stands at an end of a connector, in the option names of the admin center. Source: connectors.md 2.</summary>
public enum Party : byte
{
    /// <summary>Nobody: no connector of that direction.</summary>
    None,

    /// <summary>"Office 365".</summary>
    Office365,

    /// <summary>"Your organization's email server".</summary>
    YourServer,

    /// <summary>"Partner organization".</summary>
    PartnerOrganization,
}

/// <summary>What the need speaks of, which decides what meets it.</summary>
public enum NeedKind : byte
{
    /// <summary>A connector between your servers and Microsoft 365.</summary>
    OnPremises,

    /// <summary>... made by the Hybrid Configuration Wizard.</summary>
    Hybrid,

    /// <summary>An inbound connector known by a certificate with an accepted domain.</summary>
    ForeignSenders,

    /// <summary>An outbound connector that takes all mail to your servers.</summary>
    CentralizedTransport,

    /// <summary>An outbound connector that covers a domain.</summary>
    Domain,

    /// <summary>An outbound connector that covers a domain's subdomains.</summary>
    Subdomains,

    /// <summary>Restrictions for a partner.</summary>
    Partner,

    /// <summary>A device or application.</summary>
    Device,

    /// <summary>A filter in front.</summary>
    InboundService,

    /// <summary>A service on the way out.</summary>
    OutboundGateway,

    /// <summary>An add-on's connector.</summary>
    AddOn,

    /// <summary>An add-on's transport rule.</summary>
    AddOnRule,

    /// <summary>A connector that a transport rule names.</summary>
    TransportRule,

    /// <summary>A trusted tenant.</summary>
    TrustedTenant,

    /// <summary>Nothing is needed: all mailboxes are in the cloud.</summary>
    CloudOnly,
}

/// <summary>Whether connectors that are declared meet a need.</summary>
public enum Fulfilment : byte
{
    /// <summary>One does.</summary>
    Met,

    /// <summary>None does, and all are known.</summary>
    Unmet,

    /// <summary>It can't be said: something was not read or is not known.</summary>
    Unknown,
}

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

    /// <summary>What to create; null when nothing is to be, or a fact is missing.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Facts of the topology without which the connector can't be written down: "onPremises.certificateNames or onPremises.publicIPs".</summary>
    public IReadOnlyList<string> MissingFacts { get; init; } = [];

    /// <summary>Other scenarios that the topology is in and that ask for the same connector, or bear on it.</summary>
    public IReadOnlyList<ScenarioNote> Also { get; init; } = [];

    /// <summary>Whether it is required and certainly not met.</summary>
    public bool IsMissing => Verdict == Verdict.Required && Fulfilment == Fulfilment.Unmet;
}

/// <summary>The names of parties.</summary>
public static class PartyNames
{
    /// <summary>The name as the admin center's option has it.</summary>
    public static string Text(this Party party) => party switch
    {
        Party.Office365 => "Office 365",
        Party.YourServer => "Your organization's email server",
        Party.PartnerOrganization => "Partner organization",
        _ => "none",
    };
}

/// <summary>What a scenario adds to a need that another one makes.</summary>
/// <param name="Scenario">Its number in scenarios.md.</param>
/// <param name="Title">The scenario in words.</param>
/// <param name="Reason">What it adds.</param>
/// <param name="Source">The documents that say so, by their keys.</param>
public sealed record ScenarioNote(string Scenario, string Title, string Reason, string Source);

using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>What becomes of a message.</summary>
public enum TraceOutcome : byte
{
    /// <summary>It is let in.</summary>
    Accepted,

    /// <summary>It is refused, or comes back.</summary>
    Rejected,

    /// <summary>It goes out, or to a mailbox in the cloud.</summary>
    Delivered,

    /// <summary>It waits, and comes back when its time is over.</summary>
    Deferred,
}

/// <summary>Where a message is handed to.</summary>
/// <param name="IsMx">Whether it follows the MX record.</param>
/// <param name="Hosts">The smart hosts; empty for MX.</param>
public sealed record NextHop(bool IsMx, IReadOnlyList<string> Hosts);

/// <summary>What came of a trace.</summary>
public sealed record TraceResult
{
    /// <summary>In or out.</summary>
    public required Direction Direction { get; init; }

    /// <summary>What becomes of the message.</summary>
    public required TraceOutcome Outcome { get; init; }

    /// <summary>The connector that took it; null when none did.</summary>
    public string? Connector { get; init; }

    /// <summary>The inbound connector that took it; null when none did.</summary>
    public InboundConnector? TakenBy { get; init; }

    /// <summary>The outbound connector that hands it on, also after it came in; null when none does.</summary>
    public OutboundConnector? SentBy { get; init; }

    /// <summary>Whether it came in as the organization's own, and so might go to any recipient.</summary>
    public bool MayRelay { get; init; }

    /// <summary>The code it is refused with, as 5.7.64; null when it is not, or when the documentation gives none.</summary>
    public string? Code { get; init; }

    /// <summary>Where it goes on to; null when it stays, or when that is not known.</summary>
    public NextHop? NextHop { get; init; }

    /// <summary>The TLS of the way on: "opportunistic", or the value of <c>tlsSettings</c>; null without a next hop.</summary>
    public string? Tls { get; init; }

    /// <summary>Whether every step that the result rests on is documented.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>The steps in their order.</summary>
    public required IReadOnlyList<TraceStep> Steps { get; init; }
}

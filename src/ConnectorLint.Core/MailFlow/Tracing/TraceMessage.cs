using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>A message to be traced. Source: matching.md 2 and 3 ("Input").</summary>
public sealed record TraceMessage
{
    /// <summary>Whether it comes to Microsoft 365 or leaves it.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The domain of the envelope's sender (MAIL FROM) in lower case; empty for the empty sender.</summary>
    public required string From { get; init; }

    /// <summary>The recipient's domain in lower case.</summary>
    public required string To { get; init; }

    /// <summary>The address that the message comes from, one IPv4 address; null: not said.</summary>
    public AddressRange? IP { get; init; }

    /// <summary>The names on the certificate: inbound the sending server's, outbound the receiving one's.</summary>
    public IReadOnlyList<DomainPattern> Certificates { get; init; } = [];

    /// <summary>Whether the other side uses TLS; null: not said.</summary>
    public bool? Tls { get; init; }

    /// <summary>Where the recipient is.</summary>
    public RecipientKind Recipient { get; init; }

    /// <summary>Whether TLS is used, where that is known: who presents a certificate uses it.</summary>
    internal bool? UsesTls => Certificates.Count > 0 ? true : Tls;
}

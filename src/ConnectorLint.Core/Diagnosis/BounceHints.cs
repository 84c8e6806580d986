using ConnectorLint.Model;

namespace ConnectorLint.Diagnosis;

/// <summary>What is known of the message that came back.</summary>
public sealed record BounceHints
{
    /// <summary>The domain of the envelope's sender in lower case; empty for the empty sender; null: not known.</summary>
    public string? From { get; init; }

    /// <summary>The recipient's domain in lower case; null: not known.</summary>
    public string? To { get; init; }

    /// <summary>The IPv4 address that the message came from; null: not known.</summary>
    public AddressRange? IP { get; init; }

    /// <summary>The names on the other side's certificate; none: not known.</summary>
    public IReadOnlyList<DomainPattern> Certificates { get; init; } = [];

    /// <summary>What is known of a message here, else there.</summary>
    public BounceHints Or(BounceHints other) => new()
    {
        From = From ?? other.From,
        To = To ?? other.To,
        IP = IP ?? other.IP,
        Certificates = Certificates.Count > 0 ? Certificates : other.Certificates,
    };
}

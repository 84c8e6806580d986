using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.MailFlow.Space;

/// <summary>Where a message that is sent on comes from.</summary>
public enum Origin : byte
{
    /// <summary>A mailbox in the cloud.</summary>
    Mailbox,

    /// <summary>Your own servers, and the sender is yours.</summary>
    OwnServers,

    /// <summary>Your own servers, and the sender is not yours.</summary>
    OwnServersForeign,

    /// <summary>The internet, partners included.</summary>
    Internet,
}

/// <summary>A box of messages: what is said of each of their properties, independently of the others.</summary>
/// <param name="Senders">Atoms of the sender's domain.</param>
/// <param name="Recipients">Atoms of the recipient's domain.</param>
/// <param name="Addresses">Atoms of the source's address.</param>
/// <param name="Certificates">Atoms of the name on the certificate.</param>
/// <param name="Tls">0: without TLS, 1: with.</param>
/// <param name="Kinds">Values of <see cref="RecipientKind"/>.</param>
/// <param name="Origins">Values of <see cref="Origin"/>; only of what is sent on.</param>
public sealed record Region(AtomSet Senders, AtomSet Recipients, AtomSet Addresses, AtomSet Certificates, AtomSet Tls, AtomSet Kinds, AtomSet Origins)
{
    internal static AtomSet WithoutTls { get; } = AtomSet.One(0);

    internal static AtomSet WithTls { get; } = AtomSet.One(1);

    internal static AtomSet UnknownRecipients { get; } = AtomSet.One((int)RecipientKind.Unknown);

    /// <summary>Whether no message is in it.</summary>
    public bool IsEmpty => Senders.IsEmpty || Recipients.IsEmpty || Addresses.IsEmpty || Certificates.IsEmpty || Tls.IsEmpty || Kinds.IsEmpty || Origins.IsEmpty;

    /// <summary>Whether some message is in both.</summary>
    public bool Overlaps(Region other) =>
        Senders.Overlaps(other.Senders) && Recipients.Overlaps(other.Recipients) && Certificates.Overlaps(other.Certificates) && Addresses.Overlaps(other.Addresses)
        && Tls.Overlaps(other.Tls) && Kinds.Overlaps(other.Kinds) && Origins.Overlaps(other.Origins);

    /// <summary>The messages that are in both.</summary>
    public Region Intersect(Region other) => new(
        Senders.Intersect(other.Senders), Recipients.Intersect(other.Recipients), Addresses.Intersect(other.Addresses), Certificates.Intersect(other.Certificates),
        Tls.Intersect(other.Tls), Kinds.Intersect(other.Kinds), Origins.Intersect(other.Origins));

    /// <summary>Whether a message is in it.</summary>
    public bool Contains(Place place) =>
        Senders.Contains(place.Sender) && Recipients.Contains(place.Recipient) && Addresses.Contains(place.Address) && Certificates.Contains(place.Certificate)
        && Tls.Contains(place.Tls) && Kinds.Contains(place.Kind) && Origins.Contains(place.Origin);
}

/// <summary>The atoms of one message.</summary>
public readonly record struct Place(int Sender, int Recipient, int Address, int Certificate, int Tls, int Kind, int Origin);

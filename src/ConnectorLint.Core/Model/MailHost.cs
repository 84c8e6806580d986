namespace ConnectorLint.Model;

/// <summary>Where mail is handed to: a host name, an IPv4 address or a CIDR block (documented, though odd), or IPv6.</summary>
/// <param name="Name">The name or address in lower case, without square brackets.</param>
/// <param name="Address">The addresses when it is one or a block; null for a name.</param>
public readonly record struct MailHost(string Name, AddressRange? Address)
{
    /// <summary>Whether two hosts are the same: equal names, or an address inside the other's.</summary>
    public bool SameAs(MailHost other) =>
        string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase)
        || (Address is { } mine && other.Address is { } its && mine.Overlaps(its));

    /// <summary>The name or address.</summary>
    public override string ToString() => Name ?? "";
}

using System.Globalization;

namespace ConnectorLint.Model;

/// <summary>IPv4 addresses: one, a CIDR block, or a range; or an IPv6 text, which is known for what it is and matches nothing.</summary>
public readonly record struct AddressRange
{
    private AddressRange(uint first, uint last, int prefixLength, bool isIPv6)
    {
        First = first;
        Last = last;
        PrefixLength = prefixLength;
        IsIPv6 = isIPv6;
    }

    /// <summary>The first address, as a number in host order.</summary>
    public uint First { get; }

    /// <summary>The last address; equal to the first for a single one.</summary>
    public uint Last { get; }

    /// <summary>The length of the mask as written: 32 for a single address, -1 for a range <c>a-b</c>.</summary>
    public int PrefixLength { get; }

    /// <summary>Whether it is IPv6: then the other members mean nothing.</summary>
    public bool IsIPv6 { get; }

    /// <summary>Whether it is a range written <c>a-b</c>.</summary>
    public bool IsDashRange => PrefixLength < 0 && !IsIPv6;

    /// <summary>Whether it is one address.</summary>
    public bool IsSingle => !IsIPv6 && First == Last;

    /// <summary>Whether all addresses of another lie in it.</summary>
    public bool Includes(AddressRange other) => !IsIPv6 && !other.IsIPv6 && First <= other.First && other.Last <= Last;

    /// <summary>Whether some address lies in both.</summary>
    public bool Overlaps(AddressRange other) => !IsIPv6 && !other.IsIPv6 && First <= other.Last && other.First <= Last;

    /// <summary>The CIDR blocks from /24 to /32 that hold the same addresses, the fewest there are, in their order; none for IPv6.</summary>
    public IEnumerable<AddressRange> Blocks()
    {
        if (IsIPv6)
            yield break;
        // In 64 bits: the end of the last block may lie behind the last address.
        for (long next = First; next <= Last;)
        {
            var prefix = 24;
            while ((next & HostBits(prefix)) != 0 || next + HostBits(prefix) > Last)
                prefix++;
            var last = next + HostBits(prefix);
            yield return new AddressRange((uint)next, (uint)last, prefix, false);
            next = last + 1;
        }
    }

    /// <summary>Understands a single address, a CIDR block, a range or IPv6.</summary>
    /// <returns>Null, or why the text is none of them.</returns>
    public static string? Parse(string text, out AddressRange range)
    {
        range = default;
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0)
            return "has a scheme";
        if (text.IndexOf(':') >= 0)
            return ParseIPv6(text, out range);

        var dash = text.IndexOf('-');
        if (dash >= 0)
        {
            // One blank on each side of the hyphen is let pass, as the schema's pattern does.
            var start = dash > 0 && text[dash - 1] == ' ' ? text.Substring(0, dash - 1) : text.Substring(0, dash);
            var end = dash + 1 < text.Length && text[dash + 1] == ' ' ? text.Substring(dash + 2) : text.Substring(dash + 1);
            if (!TryParseAddress(start, out var from) || !TryParseAddress(end, out var to))
                return "is not a range of two IPv4 addresses";
            if (from > to)
                return "starts above its end";
            range = new AddressRange(from, to, -1, false);
            return null;
        }

        var slash = text.IndexOf('/');
        var addressText = slash < 0 ? text : text.Substring(0, slash);
        if (!TryParseAddress(addressText, out var address))
            return LooksLikeAddress(addressText) ? "is not an IPv4 address, which has four numbers from 0 to 255" : "is not an IPv4 address";
        if (slash < 0)
        {
            range = new AddressRange(address, address, 32, false);
            return null;
        }

        if (!TryParsePrefix(text.Substring(slash + 1), 32, out var prefix))
            return "has a mask that is not a number from 0 to 32";
        var mask = prefix == 0 ? 0u : uint.MaxValue << (32 - prefix);
        // Host bits below the mask are ignored, as the vendor's pages write 192.168.0.1/25.
        range = new AddressRange(address & mask, (address & mask) | ~mask, prefix, false);
        return null;
    }

    /// <summary>Whether every address is one that the internet never sees (RFC 1918, loopback, link-local, this network).</summary>
    public bool IsPrivate
    {
        get
        {
            foreach (var reserved in Reserved)
            {
                if (reserved.Includes(this))
                    return true;
            }

            return false;
        }
    }

    private static readonly AddressRange[] Reserved =
    [
        Of(10, 0, 0, 0, 8), Of(172, 16, 0, 0, 12), Of(192, 168, 0, 0, 16), Of(127, 0, 0, 0, 8), Of(169, 254, 0, 0, 16), Of(0, 0, 0, 0, 8), Of(100, 64, 0, 0, 10),
    ];

    /// <summary>In canonical spelling: host bits cleared, a range as <c>a-b</c>.</summary>
    public override string ToString()
    {
        if (IsIPv6)
            return "IPv6";
        if (IsDashRange)
            return $"{Format(First)}-{Format(Last)}";
        return PrefixLength == 32 ? Format(First) : $"{Format(First)}/{PrefixLength.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>An address as four numbers.</summary>
    public static string Format(uint address) =>
        string.Join(".", (address >> 24).ToString(CultureInfo.InvariantCulture), ((address >> 16) & 255).ToString(CultureInfo.InvariantCulture),
            ((address >> 8) & 255).ToString(CultureInfo.InvariantCulture), (address & 255).ToString(CultureInfo.InvariantCulture));

    /// <summary>A block by the four numbers of its first address and its mask.</summary>
    internal static AddressRange Of(uint a, uint b, uint c, uint d, int prefix)
    {
        var first = (a << 24) | (b << 16) | (c << 8) | d;
        return new AddressRange(first, first | (uint.MaxValue >> prefix), prefix, false);
    }

    private static uint HostBits(int prefix) => prefix == 32 ? 0 : uint.MaxValue >> prefix;

    private static bool TryParseAddress(string text, out uint address)
    {
        address = 0;
        var parts = 0;
        var position = 0;
        while (true)
        {
            var start = position;
            uint number = 0;
            while (position < text.Length && text[position] is >= '0' and <= '9' && position - start < 3)
                number = number * 10 + (uint)(text[position++] - '0');
            var digits = position - start;
            if (digits == 0 || number > 255 || (digits > 1 && text[start] == '0'))
                return false;
            address = (address << 8) | number;
            if (++parts == 4)
                return position == text.Length;
            if (position == text.Length || text[position++] != '.')
                return false;
        }
    }

    private static bool TryParsePrefix(string text, int maximum, out int prefix)
    {
        prefix = 0;
        if (text.Length is 0 or > 3 || (text.Length > 1 && text[0] == '0'))
            return false;
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
                return false;
            prefix = prefix * 10 + (c - '0');
        }

        return prefix <= maximum;
    }

    // IPv6 is told from other texts, not judged: no parameter uses its value.
    private static string? ParseIPv6(string text, out AddressRange range)
    {
        range = new AddressRange(0, 0, 0, true);
        var slash = text.IndexOf('/');
        var address = slash < 0 ? text : text.Substring(0, slash);
        var colons = 0;
        foreach (var c in address)
        {
            if (c == ':')
                colons++;
            else if (!(c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F' or '.'))
                return "is not an address";
        }

        if (colons < 2)
            return "has a port";
        if (slash >= 0 && !TryParsePrefix(text.Substring(slash + 1), 128, out _))
            return "has a mask that is not a number from 0 to 128";
        return null;
    }

    private static bool LooksLikeAddress(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= '0' and <= '9' or '.'))
                return false;
        }

        return text.Length > 0;
    }
}

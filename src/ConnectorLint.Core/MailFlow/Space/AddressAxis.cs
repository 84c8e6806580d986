using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>All IPv4 addresses, parted where a mentioned block begins or ends; the last atom is a source without an IPv4 address.</summary>
public sealed class AddressAxis
{
    // What a page would show: documentation's own blocks.
    private static readonly uint[] Preferred = [0xCB0071C8, 0xC63364C8, 0xC00002C8, 0xCB007107, 0xC6336407, 0xC0000207];

    // The first address of each atom, in their order.
    private readonly uint[] _firsts;

    internal AddressAxis(IEnumerable<AddressRange> mentioned)
    {
        var firsts = new SortedSet<uint> { 0 };
        foreach (var range in mentioned.Where(range => !range.IsIPv6))
        {
            firsts.Add(range.First);
            if (range.Last != uint.MaxValue)
                firsts.Add(range.Last + 1);
        }

        _firsts = firsts.ToArray();
    }

    /// <summary>How many atoms there are.</summary>
    public int Count => _firsts.Length + 1;

    /// <summary>The atom of a source without an IPv4 address, or whose address is not said.</summary>
    public int Unaddressed => _firsts.Length;

    /// <summary>The atom of an address.</summary>
    public int Locate(AddressRange? address) => address is { IsIPv6: false } known ? Locate(known.First) : Unaddressed;

    /// <summary>What a mentioned block holds.</summary>
    public AtomSet Taken(AddressRange range) => range.IsIPv6 ? AtomSet.None : AtomSet.Range(Locate(range.First), Locate(range.Last));

    /// <summary>The addresses of an atom, first and last; not of <see cref="Unaddressed"/>.</summary>
    public (uint First, uint Last) RangeOf(int atom) => (_firsts[atom], atom + 1 < _firsts.Length ? _firsts[atom + 1] - 1 : uint.MaxValue);

    /// <summary>An address of a set, one that documentation uses where there is one; null for <see cref="Unaddressed"/> alone.</summary>
    public AddressRange? Witness(AtomSet atoms)
    {
        foreach (var address in Preferred)
        {
            if (atoms.Contains(Locate(address)))
                return One(address);
        }

        foreach (var atom in atoms.Atoms())
        {
            if (atom == Unaddressed)
                return null;
            // Network 0 is no source.
            if (RangeOf(atom).Last >= 0x01000001)
                return One(Math.Max(RangeOf(atom).First, 0x01000001));
        }

        return atoms.First == Unaddressed ? null : One(RangeOf(atoms.First).First);
    }

    private static AddressRange One(uint address)
    {
        AddressRange.Parse(AddressRange.Format(address), out var range);
        return range;
    }

    private int Locate(uint address)
    {
        var place = Array.BinarySearch(_firsts, address);
        return place >= 0 ? place : ~place - 1;
    }
}

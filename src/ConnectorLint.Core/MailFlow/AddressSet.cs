using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>The union of address ranges, to be asked whether it holds all of another.</summary>
internal sealed class AddressSet
{
    // Apart from each other, in their order.
    private readonly List<(uint First, uint Last)> _parts = [];

    public AddressSet(IEnumerable<AddressRange> ranges)
    {
        foreach (var range in ranges.Where(range => !range.IsIPv6).OrderBy(range => range.First))
        {
            var last = _parts.Count - 1;
            if (last >= 0 && (long)_parts[last].Last + 1 >= range.First)
                _parts[last] = (_parts[last].First, Math.Max(_parts[last].Last, range.Last));
            else
                _parts.Add((range.First, range.Last));
        }
    }

    /// <summary>Whether every address of a range is in the set.</summary>
    public bool Covers(AddressRange range) => !range.IsIPv6 && EndAt(range.First) >= range.Last;

    /// <summary>Whether every address of a range is in the set or in another.</summary>
    public bool Covers(AddressRange range, AddressSet other)
    {
        if (range.IsIPv6)
            return false;
        // In 64 bits: behind the last address there is none.
        for (long next = range.First; next <= range.Last;)
        {
            var end = Math.Max(EndAt((uint)next), other.EndAt((uint)next));
            if (end < 0)
                return false;
            next = end + 1;
        }

        return true;
    }

    // The last address of the part that holds an address; -1 when none does.
    private long EndAt(uint address)
    {
        var (low, high) = (0, _parts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].Last < address)
                low = middle + 1;
            else if (_parts[middle].First > address)
                high = middle - 1;
            else
                return _parts[middle].Last;
        }

        return -1;
    }
}

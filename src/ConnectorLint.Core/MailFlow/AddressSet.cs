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
            if (_parts.Count > 0 && (_parts[_parts.Count - 1].Last >= range.First || _parts[_parts.Count - 1].Last + 1 == range.First))
                _parts[_parts.Count - 1] = (_parts[_parts.Count - 1].First, Math.Max(_parts[_parts.Count - 1].Last, range.Last));
            else
                _parts.Add((range.First, range.Last));
        }
    }

    /// <summary>Whether every address of a range is in the set.</summary>
    public bool Covers(AddressRange range)
    {
        if (range.IsIPv6)
            return false;
        var (low, high) = (0, _parts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].Last < range.First)
                low = middle + 1;
            else if (_parts[middle].First > range.First)
                high = middle - 1;
            else
                return _parts[middle].Last >= range.Last;
        }

        return false;
    }
}

using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>Finds which of many address ranges meet one, without looking at all of them.</summary>
/// <typeparam name="T">What a range belongs to.</typeparam>
internal sealed class AddressIndex<T>
{
    private readonly (AddressRange Range, T Owner)[] _ranges;
    private readonly uint[] _greatestLast;

    public AddressIndex(IEnumerable<(AddressRange Range, T Owner)> ranges)
    {
        _ranges = ranges.Where(r => !r.Range.IsIPv6).OrderBy(r => r.Range.First).ToArray();
        _greatestLast = new uint[_ranges.Length];
        uint greatest = 0;
        for (var i = 0; i < _ranges.Length; i++)
        {
            greatest = Math.Max(greatest, _ranges[i].Range.Last);
            _greatestLast[i] = greatest;
        }
    }

    /// <summary>The ranges that share an address with the asked one, each with its owner.</summary>
    public IEnumerable<(AddressRange Range, T Owner)> Overlapping(AddressRange range)
    {
        if (range.IsIPv6)
            yield break;
        int low = 0, high = _ranges.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ranges[middle].Range.First <= range.Last)
                low = middle + 1;
            else
                high = middle;
        }

        for (var i = low - 1; i >= 0 && _greatestLast[i] >= range.First; i--)
        {
            if (_ranges[i].Range.Overlaps(range))
                yield return _ranges[i];
        }
    }
}

using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>Finds which of many address ranges meet one, without looking at all of them, however wide some are.</summary>
/// <typeparam name="T">What a range belongs to.</typeparam>
internal sealed class AddressIndex<T>
{
    // Sorted by their first address, and read as a balanced tree: the middle of a part is its root.
    private readonly (AddressRange Range, T Owner)[] _ranges;

    // For each root, the greatest last address of its part: one wide block does not make all others worth a look.
    private readonly uint[] _greatestLast;

    public AddressIndex(IEnumerable<(AddressRange Range, T Owner)> ranges)
    {
        _ranges = ranges.Where(r => !r.Range.IsIPv6).OrderBy(r => r.Range.First).ToArray();
        _greatestLast = new uint[_ranges.Length];
        FindGreatest(0, _ranges.Length);
    }

    /// <summary>The ranges that share an address with the asked one, each with its owner, in the order of their first addresses.</summary>
    public IEnumerable<(AddressRange Range, T Owner)> Overlapping(AddressRange range)
    {
        if (range.IsIPv6 || _ranges.Length == 0)
            yield break;
        var parts = new Stack<(int Low, int High)>();
        parts.Push((0, _ranges.Length));
        while (parts.Count > 0)
        {
            var (low, high) = parts.Pop();
            var root = (low + high) / 2;
            if (low == high || _greatestLast[root] < range.First)
                continue;
            if (high - low == 1)
            {
                if (_ranges[root].Range.Overlaps(range))
                    yield return _ranges[root];
                continue;
            }

            if (_ranges[root].Range.First <= range.Last)
            {
                parts.Push((root + 1, high));
                parts.Push((root, root + 1));
            }

            parts.Push((low, root));
        }
    }

    private uint FindGreatest(int low, int high)
    {
        if (low == high)
            return 0;
        var root = (low + high) / 2;
        return _greatestLast[root] = Math.Max(_ranges[root].Range.Last, Math.Max(FindGreatest(low, root), FindGreatest(root + 1, high)));
    }
}

namespace ConnectorLint.MailFlow.Space;

/// <summary>A set of the atoms of one axis, as ranges of their numbers: what a pattern takes lies side by side, so that most sets are one range. Immutable.</summary>
public sealed class AtomSet : IEquatable<AtomSet>
{
    // Apart from each other, in their order: first and last of each range in turn.
    private readonly int[] _ends;

    private AtomSet(int[] ends) => _ends = ends;

    /// <summary>No atom.</summary>
    public static AtomSet None { get; } = new([]);

    /// <summary>Whether it is empty.</summary>
    public bool IsEmpty => _ends.Length == 0;

    /// <summary>The first atom; only of a set that is not empty.</summary>
    public int First => _ends[0];

    /// <summary>How many ranges it has.</summary>
    internal int RangeCount => _ends.Length / 2;

    /// <summary>The atoms from one to another, both included.</summary>
    public static AtomSet Range(int first, int last) => first > last ? None : new([first, last]);

    /// <summary>One atom.</summary>
    public static AtomSet One(int atom) => new([atom, atom]);

    /// <summary>Those of some ranges, which may overlap, in any order.</summary>
    internal static AtomSet Of(List<(int First, int Last)> ranges)
    {
        if (ranges.Count == 0)
            return None;
        ranges.Sort();
        var ends = new List<int>(ranges.Count * 2);
        foreach (var (first, last) in ranges)
        {
            if (ends.Count > 0 && first <= ends[ends.Count - 1] + 1)
                ends[ends.Count - 1] = Math.Max(ends[ends.Count - 1], last);
            else
                ends.AddRange([first, last]);
        }

        return new AtomSet(ends.ToArray());
    }

    /// <summary>Whether it holds an atom.</summary>
    public bool Contains(int atom)
    {
        var (low, high) = (0, RangeCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_ends[middle * 2 + 1] < atom)
                low = middle + 1;
            else if (_ends[middle * 2] > atom)
                high = middle - 1;
            else
                return true;
        }

        return false;
    }

    /// <summary>Whether some atom is in both.</summary>
    public bool Overlaps(AtomSet other)
    {
        var (i, j) = (0, 0);
        while (i < _ends.Length && j < other._ends.Length)
        {
            if (_ends[i + 1] < other._ends[j])
                i += 2;
            else if (other._ends[j + 1] < _ends[i])
                j += 2;
            else
                return true;
        }

        return false;
    }

    /// <summary>What is in both.</summary>
    public AtomSet Intersect(AtomSet other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var ends = new List<int>();
        var (i, j) = (0, 0);
        while (i < _ends.Length && j < other._ends.Length)
        {
            var first = Math.Max(_ends[i], other._ends[j]);
            var last = Math.Min(_ends[i + 1], other._ends[j + 1]);
            if (first <= last)
                ends.AddRange([first, last]);
            if (_ends[i + 1] < other._ends[j + 1])
                i += 2;
            else
                j += 2;
        }

        return ends.Count == 0 ? None : new AtomSet(ends.ToArray());
    }

    /// <summary>What is in this one only.</summary>
    public AtomSet Except(AtomSet other)
    {
        if (IsEmpty || !Overlaps(other))
            return this;
        var ends = new List<int>();
        var j = 0;
        for (var i = 0; i < _ends.Length; i += 2)
        {
            var first = _ends[i];
            while (j < other._ends.Length && other._ends[j + 1] < first)
                j += 2;
            for (var k = j; k < other._ends.Length && other._ends[k] <= _ends[i + 1] && first <= _ends[i + 1]; k += 2)
            {
                if (other._ends[k] > first)
                    ends.AddRange([first, other._ends[k] - 1]);
                first = Math.Max(first, other._ends[k + 1] + 1);
            }

            if (first <= _ends[i + 1])
                ends.AddRange([first, _ends[i + 1]]);
        }

        return ends.Count == 0 ? None : new AtomSet(ends.ToArray());
    }

    /// <summary>What is in one of them.</summary>
    public AtomSet Union(AtomSet other)
    {
        if (IsEmpty || ReferenceEquals(this, other))
            return other;
        if (other.IsEmpty)
            return this;
        var ranges = new List<(int, int)>(RangeCount + other.RangeCount);
        AddRanges(ranges);
        other.AddRanges(ranges);
        return Of(ranges);
    }

    /// <summary>Whether it holds all of another.</summary>
    public bool Includes(AtomSet other) => other.Except(this).IsEmpty;

    /// <summary>The atoms one by one.</summary>
    public IEnumerable<int> Atoms()
    {
        for (var i = 0; i < _ends.Length; i += 2)
        {
            for (var atom = _ends[i]; atom <= _ends[i + 1]; atom++)
                yield return atom;
        }
    }

    /// <summary>The ranges, each with its first and its last atom.</summary>
    public IEnumerable<(int First, int Last)> Ranges()
    {
        for (var i = 0; i < _ends.Length; i += 2)
            yield return (_ends[i], _ends[i + 1]);
    }

    /// <inheritdoc/>
    public bool Equals(AtomSet? other) => other is not null && (ReferenceEquals(this, other) || _ends.AsSpan().SequenceEqual(other._ends));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AtomSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var end in _ends)
            hash = unchecked(hash * 31 + end);
        return hash;
    }

    private void AddRanges(List<(int, int)> ranges) => ranges.AddRange(Ranges());
}

namespace ConnectorLint.Workspace;

/// <summary>What a list of patterns says of a path.</summary>
public enum IgnoreMatch
{
    /// <summary>No pattern speaks of the path.</summary>
    None,

    /// <summary>The last pattern that matches excludes the path.</summary>
    Ignored,

    /// <summary>The last pattern that matches begins with <c>!</c>: the path is taken back in.</summary>
    Included,
}

/// <summary>The patterns of one <c>.gitignore</c> file, matched exactly as git matches them.</summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. Paths are UTF-8, relative to the folder of the file, with forward slashes.</para>
/// <para>A path is judged by itself: whoever walks does not enter a folder that is ignored.</para>
/// </remarks>
public sealed class IgnoreRules
{
    // No path is longer; a pattern that is was made to take long.
    private const int MaxPatternBytes = 4096;

    private readonly byte[] _bytes;
    private readonly Pattern[] _patterns;
    private readonly bool _ignoreCase;

    private IgnoreRules(byte[] bytes, Pattern[] patterns, bool ignoreCase)
    {
        _bytes = bytes;
        _patterns = patterns;
        _ignoreCase = ignoreCase;
    }

    [Flags]
    private enum Kinds : byte
    {
        None = 0,
        Negative = 1,
        FolderOnly = 2,
        NameOnly = 4,
        EndsWith = 8,
    }

    /// <summary>How many patterns there are.</summary>
    public int Count => _patterns.Length;

    /// <summary>Reads the patterns of a file.</summary>
    /// <param name="text">The bytes of the file.</param>
    /// <param name="ignoreCase">Whether letters of ASCII match in either case (git's <c>core.ignoreCase</c>).</param>
    public static IgnoreRules Parse(ReadOnlySpan<byte> text, bool ignoreCase = false)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var bytes = text.ToArray();
        var patterns = new List<Pattern>();
        for (var start = 0; start < bytes.Length;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var next = length < 0 ? bytes.Length : start + length + 1;
            if (length < 0)
                length = bytes.Length - start;
            var line = bytes.AsSpan(start, length);
            if (line.Length > 0 && line[0] != '#' && ParsePattern(TrimLine(line)) is { } pattern)
            {
                pattern.Start += start;
                patterns.Add(pattern);
            }

            start = next;
        }

        return new IgnoreRules(bytes, [.. patterns], ignoreCase);
    }

    /// <summary>What the last matching pattern says of a path.</summary>
    /// <param name="path">UTF-8, relative to the folder of the patterns, with forward slashes and none at either end.</param>
    /// <param name="isFolder">Whether the path is a folder (and no symbolic link).</param>
    public IgnoreMatch Match(ReadOnlySpan<byte> path, bool isFolder)
    {
        var name = path[(path.LastIndexOf((byte)'/') + 1)..];
        for (var i = _patterns.Length - 1; i >= 0; i--)
        {
            ref readonly var pattern = ref _patterns[i];
            if ((pattern.Kinds & Kinds.FolderOnly) != 0 && !isFolder)
                continue;
            var isMatch = (pattern.Kinds & Kinds.NameOnly) != 0 ? MatchesName(pattern, name) : MatchesPath(pattern, path);
            if (isMatch)
                return (pattern.Kinds & Kinds.Negative) != 0 ? IgnoreMatch.Included : IgnoreMatch.Ignored;
        }

        return IgnoreMatch.None;
    }

    // A carriage return before the line feed, what follows a NUL, and unescaped spaces at the end are not the pattern's.
    private static ReadOnlySpan<byte> TrimLine(ReadOnlySpan<byte> line)
    {
        if (line[^1] == '\r')
            line = line[..^1];
        if (line.IndexOf((byte)0) is var nul and >= 0)
            line = line[..nul];
        var lastSpaces = -1;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ' ')
            {
                if (lastSpaces < 0)
                    lastSpaces = i;
            }
            else
            {
                if (line[i] == '\\' && ++i == line.Length)
                    return line;
                lastSpaces = -1;
            }
        }

        return lastSpaces < 0 ? line : line[..lastSpaces];
    }

    private static Pattern? ParsePattern(ReadOnlySpan<byte> line)
    {
        var pattern = new Pattern();
        if (line.Length > 0 && line[0] == '!')
        {
            pattern.Kinds |= Kinds.Negative;
            pattern.Start = 1;
            line = line[1..];
        }

        var plain = PlainLength(line);
        if (line.Length > 0 && line[0] == '*' && PlainLength(line[1..]) == line.Length - 1)
            pattern.Kinds |= Kinds.EndsWith;
        if (line.Length > 0 && line[^1] == '/')
        {
            pattern.Kinds |= Kinds.FolderOnly;
            line = line[..^1];
        }

        if (line.Length is 0 or > MaxPatternBytes)
            return null;
        if (!line.Contains((byte)'/'))
            pattern.Kinds |= Kinds.NameOnly;
        pattern.Length = line.Length;
        pattern.Plain = Math.Min(plain, line.Length);
        if (line[0] == '/')
        {
            // The slash only says that the pattern is anchored.
            pattern.Start++;
            pattern.Length--;
            pattern.Plain--;
        }

        return pattern;
    }

    private static int PlainLength(ReadOnlySpan<byte> pattern)
    {
        var special = pattern.IndexOfAny("*?[\\"u8);
        return special < 0 ? pattern.Length : special;
    }

    private bool MatchesName(in Pattern pattern, ReadOnlySpan<byte> name)
    {
        var bytes = _bytes.AsSpan(pattern.Start, pattern.Length);
        if (pattern.Plain == pattern.Length)
            return AreEqual(bytes, name);
        if ((pattern.Kinds & Kinds.EndsWith) != 0)
            return name.Length >= bytes.Length - 1 && AreEqual(bytes[1..], name[^(bytes.Length - 1)..]);
        return WildMatch.IsMatch(bytes, name, isPath: false, _ignoreCase);
    }

    private bool MatchesPath(in Pattern pattern, ReadOnlySpan<byte> path)
    {
        var bytes = _bytes.AsSpan(pattern.Start, pattern.Length);
        if (pattern.Plain > path.Length || !AreEqual(bytes[..pattern.Plain], path[..pattern.Plain]))
            return false;
        if (pattern.Plain == pattern.Length)
            return path.Length == pattern.Plain;
        return WildMatch.IsMatch(bytes[pattern.Plain..], path[pattern.Plain..], isPath: true, _ignoreCase);
    }

    private bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
            return false;
        if (!_ignoreCase)
            return left.SequenceEqual(right);
        for (var i = 0; i < left.Length; i++)
        {
            if (Fold(left[i]) != Fold(right[i]))
                return false;
        }

        return true;

        static int Fold(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? b + 32 : b;
    }

    private struct Pattern
    {
        public int Start;
        public int Length;
        public int Plain;
        public Kinds Kinds;
    }
}

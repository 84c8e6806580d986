using System.Runtime.CompilerServices;

namespace ConnectorLint.Workspace;

/// <summary>Git's own pattern matching (wildmatch.c), byte for byte.</summary>
/// <remarks>
/// Works on UTF-8, as git does: <c>?</c> and a character class stand for one byte. What git answers in exponential
/// time for hostile patterns is remembered here once a match takes long, so that the time is bounded.
/// </remarks>
internal static class WildMatch
{
    private const int CallsBeforeMemory = 2_000;

    private enum Outcome : byte
    {
        Unknown,
        Match,
        NoMatch,
        AbortAll,
        AbortToStarStar,
    }

    /// <summary>Whether the whole text matches the pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="isPath">A slash is matched by a slash and <c>**</c> only.</param>
    /// <param name="ignoreCase">Letters of ASCII match in either case.</param>
    public static bool IsMatch(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text, bool isPath, bool ignoreCase)
    {
        var run = new Run(pattern, text, isPath, ignoreCase);
        return run.Match(0, 0) == Outcome.Match;
    }

    private ref struct Run(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text, bool isPath, bool ignoreCase)
    {
        private readonly ReadOnlySpan<byte> _pattern = pattern;
        private readonly ReadOnlySpan<byte> _text = text;
        private int _calls;
        private Outcome[]? _known;

        public Outcome Match(int p, int t)
        {
            // As many frames as the pattern has stars.
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
                return Outcome.AbortAll;
            if (++_calls < CallsBeforeMemory)
                return Walk(p, t);

            // The outcome depends on the two places only.
            _known ??= new Outcome[(_pattern.Length + 1) * (_text.Length + 1)];
            var slot = p * (_text.Length + 1) + t;
            if (_known[slot] == Outcome.Unknown)
                _known[slot] = Walk(p, t);
            return _known[slot];
        }

        private readonly byte Pattern(int i) => i < _pattern.Length ? _pattern[i] : (byte)0;

        private readonly byte Text(int i) => i < _text.Length ? _text[i] : (byte)0;

        private readonly byte Fold(byte b) => ignoreCase && b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b + 32) : b;

        private Outcome Walk(int p, int t)
        {
            var start = p;
            for (; Pattern(p) != 0; p++, t++)
            {
                var textByte = Text(t);
                if (textByte == 0 && Pattern(p) != '*')
                    return Outcome.AbortAll;
                textByte = Fold(textByte);
                switch (Fold(Pattern(p)))
                {
                    case (byte)'?':
                        if (isPath && textByte == '/')
                            return Outcome.NoMatch;
                        break;
                    case (byte)'*':
                        var outcome = Star(start, ref p, ref t);
                        if (outcome != Outcome.Unknown)
                            return outcome;
                        break;
                    case (byte)'[':
                        if (CharacterClass(ref p, textByte) is var inClass && inClass != Outcome.Match)
                            return inClass;
                        break;
                    case (byte)'\\':
                        // The byte after it as it is; git does not fold it.
                        if (textByte != Pattern(++p))
                            return Outcome.NoMatch;
                        break;
                    case var patternByte:
                        if (textByte != patternByte)
                            return Outcome.NoMatch;
                        break;
                }
            }

            return t < _text.Length ? Outcome.NoMatch : Outcome.Match;
        }

        /// <summary>Matches from a star on; <see cref="Outcome.Unknown"/> when the walk goes on after a slash.</summary>
        private Outcome Star(int start, ref int p, ref int t)
        {
            bool crossesSlashes;
            if (Pattern(++p) == '*')
            {
                var second = p;
                while (Pattern(++p) == '*')
                {
                }

                if (!isPath)
                {
                    crossesSlashes = true;
                }
                else if ((second - start < 2 || Pattern(second - 2) == '/')
                    && (Pattern(p) is 0 or (byte)'/' || (Pattern(p) == '\\' && Pattern(p + 1) == '/')))
                {
                    // "**/" may stand for nothing.
                    if (Pattern(p) == '/' && Match(p + 1, t) == Outcome.Match)
                        return Outcome.Match;
                    crossesSlashes = true;
                }
                else
                {
                    crossesSlashes = false;
                }
            }
            else
            {
                crossesSlashes = !isPath;
            }

            if (Pattern(p) == 0)
                return !crossesSlashes && _text[t..].Contains((byte)'/') ? Outcome.NoMatch : Outcome.Match;
            if (!crossesSlashes && Pattern(p) == '/')
            {
                var slash = _text[t..].IndexOf((byte)'/');
                if (slash < 0)
                    return Outcome.NoMatch;
                t += slash;
                return Outcome.Unknown;
            }

            while (t < _text.Length)
            {
                if (Pattern(p) is not ((byte)'*' or (byte)'?' or (byte)'[' or (byte)'\\'))
                {
                    // A literal follows: go to where it is next.
                    var literal = Fold(Pattern(p));
                    while (t < _text.Length && Fold(_text[t]) != literal && (crossesSlashes || _text[t] != '/'))
                        t++;
                    if (Fold(Text(t)) != literal)
                        return Outcome.NoMatch;
                }

                var outcome = Match(p, t);
                if (outcome != Outcome.NoMatch)
                {
                    if (!crossesSlashes || outcome != Outcome.AbortToStarStar)
                        return outcome;
                }
                else if (!crossesSlashes && Text(t) == '/')
                {
                    return Outcome.AbortToStarStar;
                }

                t++;
            }

            return Outcome.AbortAll;
        }

        private readonly Outcome CharacterClass(ref int p, byte textByte)
        {
            var b = Pattern(++p);
            var negated = b is (byte)'!' or (byte)'^';
            if (negated)
                b = Pattern(++p);
            byte previous = 0;
            var matched = false;
            do
            {
                if (b == 0)
                    return Outcome.AbortAll;
                if (b == '\\')
                {
                    b = Pattern(++p);
                    if (b == 0)
                        return Outcome.AbortAll;
                    matched |= textByte == b;
                }
                else if (b == '-' && previous != 0 && Pattern(p + 1) is not (0 or (byte)']'))
                {
                    b = Pattern(++p);
                    if (b == '\\')
                    {
                        b = Pattern(++p);
                        if (b == 0)
                            return Outcome.AbortAll;
                    }

                    matched |= textByte >= previous && textByte <= b;
                    if (ignoreCase && textByte is >= (byte)'a' and <= (byte)'z')
                        matched |= textByte - 32 >= previous && textByte - 32 <= b;
                    b = 0;
                }
                else if (b == '[' && Pattern(p + 1) == ':')
                {
                    var open = p;
                    var name = p += 2;
                    while (Pattern(p) is not (0 or (byte)']'))
                        p++;
                    if (Pattern(p) == 0)
                        return Outcome.AbortAll;
                    if (p - name - 1 < 0 || Pattern(p - 1) != ':')
                    {
                        // No ":]": a bracket like any other byte.
                        p = open;
                        b = (byte)'[';
                        matched |= textByte == b;
                    }
                    else
                    {
                        if (IsInNamedClass(_pattern[name..(p - 1)], textByte) is not { } isIn)
                            return Outcome.AbortAll;
                        matched |= isIn;
                        b = 0;
                    }
                }
                else
                {
                    matched |= textByte == b;
                }

                previous = b;
                b = Pattern(++p);
            }
            while (b != ']');

            return matched == negated || (isPath && textByte == '/') ? Outcome.NoMatch : Outcome.Match;
        }

        private readonly bool? IsInNamedClass(ReadOnlySpan<byte> name, byte b)
        {
            var c = (char)b;
            if (name.SequenceEqual("alnum"u8))
                return char.IsAsciiLetterOrDigit(c);
            if (name.SequenceEqual("alpha"u8))
                return char.IsAsciiLetter(c);
            if (name.SequenceEqual("blank"u8))
                return c is ' ' or '\t';
            if (name.SequenceEqual("cntrl"u8))
                return c is < ' ' or '\x7F';
            if (name.SequenceEqual("digit"u8))
                return char.IsAsciiDigit(c);
            if (name.SequenceEqual("graph"u8))
                return c is > ' ' and < '\x7F';
            if (name.SequenceEqual("lower"u8))
                return char.IsAsciiLetterLower(c);
            if (name.SequenceEqual("print"u8))
                return c is >= ' ' and < '\x7F';
            if (name.SequenceEqual("punct"u8))
                return c is > ' ' and < '\x7F' && !char.IsAsciiLetterOrDigit(c);
            if (name.SequenceEqual("space"u8))
                return c is ' ' or (>= '\t' and <= '\r');
            if (name.SequenceEqual("upper"u8))
                return char.IsAsciiLetterUpper(c) || (ignoreCase && char.IsAsciiLetterLower(c));
            if (name.SequenceEqual("xdigit"u8))
                return char.IsAsciiHexDigit(c);
            return null;
        }
    }
}

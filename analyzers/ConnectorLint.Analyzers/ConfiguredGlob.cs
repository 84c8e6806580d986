namespace ConnectorLint.Analyzers;

/// <summary>One glob of a configuration: the signs of <c>.gitignore</c>, relative to the configuration's folder.</summary>
/// <remarks>The command line matches by bytes, as git does; here a sign stands for a character.</remarks>
internal sealed class ConfiguredGlob
{
    private readonly string _folder;
    private readonly string _pattern;
    private readonly bool _isForFolders;
    private readonly bool _isForNames;

    /// <summary>Makes a glob.</summary>
    /// <param name="text">The glob as written.</param>
    /// <param name="folder">The folder of its configuration, with forward slashes and without one at its end.</param>
    public ConfiguredGlob(string text, string folder)
    {
        var leadsOut = false;
        while (text.StartsWith("../", StringComparison.Ordinal))
        {
            leadsOut = true;
            text = text.Substring(3);
            folder = CodePaths.FolderOf(folder);
        }

        if (text.StartsWith("./", StringComparison.Ordinal))
            text = text.Substring(2);
        _isForFolders = text.EndsWith("/", StringComparison.Ordinal);
        if (_isForFolders)
            text = text.Substring(0, text.Length - 1);
        _isForNames = !leadsOut && text.IndexOf('/') < 0;
        _pattern = text.StartsWith("/", StringComparison.Ordinal) ? text.Substring(1) : text;
        _folder = folder;
    }

    /// <summary>Whether it matches a file or a folder above it.</summary>
    /// <param name="path">The full path, with forward slashes.</param>
    public bool Matches(string path)
    {
        // What takes back has nothing to take back from.
        if (_pattern.Length == 0 || _pattern[0] == '!' || !CodePaths.IsBelow(path, _folder))
            return false;
        var relative = path.Substring(_folder.Length + 1);
        if (!_isForFolders && MatchesWhole(relative))
            return true;
        for (var slash = relative.LastIndexOf('/'); slash > 0; slash = relative.LastIndexOf('/', slash - 1))
        {
            if (MatchesWhole(relative.Substring(0, slash)))
                return true;
        }

        return false;
    }

    private bool MatchesWhole(string path)
    {
        var text = _isForNames ? path.Substring(path.LastIndexOf('/') + 1) : path;
        return Match(0, text, 0, []);
    }

    // What failed once is remembered: the time is bounded, whatever the pattern.
    private bool Match(int p, string text, int t, HashSet<(int, int)> failed)
    {
        if (failed.Contains((p, t)))
            return false;
        var isMatch = Walk(p, text, t, failed);
        if (!isMatch)
            failed.Add((p, t));
        return isMatch;
    }

    private bool Walk(int p, string text, int t, HashSet<(int, int)> failed)
    {
        while (p < _pattern.Length)
        {
            if (_pattern[p] == '*')
                return Star(p, text, t, failed);
            if (t == text.Length)
                return false;
            if (_pattern[p] == '[' && _pattern.IndexOf(']', Math.Min(p + 2, _pattern.Length)) is var close and > 0)
            {
                if (text[t] == '/' || !IsInClass(p + 1, close, text[t]))
                    return false;
                p = close;
            }
            else if (_pattern[p] == '?')
            {
                if (text[t] == '/')
                    return false;
            }
            else
            {
                if (_pattern[p] == '\\' && p + 1 < _pattern.Length)
                    p++;
                if (_pattern[p] != text[t])
                    return false;
            }

            p++;
            t++;
        }

        return t == text.Length;
    }

    private bool Star(int p, string text, int t, HashSet<(int, int)> failed)
    {
        var end = p;
        while (end < _pattern.Length && _pattern[end] == '*')
            end++;
        var crossesSlashes = end - p > 1 && (p == 0 || _pattern[p - 1] == '/') && (end == _pattern.Length || _pattern[end] == '/');
        // "**/" may stand for nothing.
        if (crossesSlashes && end < _pattern.Length && Match(end + 1, text, t, failed))
            return true;
        for (; ; t++)
        {
            if (Match(end, text, t, failed))
                return true;
            if (t == text.Length || (!crossesSlashes && text[t] == '/'))
                return false;
        }
    }

    private bool IsInClass(int start, int end, char c)
    {
        var isNegated = _pattern[start] is '!' or '^';
        if (isNegated)
            start++;
        var isIn = false;
        for (var i = start; i < end; i++)
        {
            if (i + 2 < end && _pattern[i + 1] == '-')
            {
                isIn |= c >= _pattern[i] && c <= _pattern[i + 2];
                i += 2;
            }
            else
            {
                isIn |= c == _pattern[i];
            }
        }

        return isIn != isNegated;
    }
}

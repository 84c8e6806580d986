using System.Text;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>One glob of a configuration: the signs of <c>.gitignore</c>, relative to the configuration's folder.</summary>
internal sealed class PathGlob
{
    private readonly IgnoreRules _pattern;

    /// <summary>Makes a glob.</summary>
    /// <param name="item">The glob as written, and where.</param>
    /// <param name="folder">The folder of its configuration.</param>
    public PathGlob(Item<string> item, string folder)
    {
        Text = item.Text;
        Span = item.Span;
        Folder = folder;
        var text = item.Text;
        var leadsOut = false;
        while (text.StartsWith("../", StringComparison.Ordinal))
        {
            leadsOut = true;
            text = text[3..];
            Folder = Path.GetDirectoryName(Folder) ?? Folder;
        }

        if (text.StartsWith("./", StringComparison.Ordinal))
            text = text[2..];
        // What leads out names a place; and a sign that begins a comment in .gitignore is a name here.
        if (leadsOut && !text.StartsWith('/'))
            text = "/" + text;
        else if (text.StartsWith('#'))
            text = "\\" + text;
        _pattern = IgnoreRules.Parse(Encoding.UTF8.GetBytes(text), ignoreCase: OperatingSystem.IsWindows() || OperatingSystem.IsMacOS());
        Anchor = AnchorOf(text);
    }

    /// <summary>The glob as written.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; }

    /// <summary>The folder that it starts from.</summary>
    public string Folder { get; }

    /// <summary>The path below <see cref="Folder"/> that all it matches begins with; empty when there is none.</summary>
    public string Anchor { get; }

    /// <summary>Whether it has matched anything yet.</summary>
    public bool HasMatched { get; set; }

    /// <summary>Whether it matches a path or a folder above it.</summary>
    /// <param name="path">UTF-8, relative to <see cref="Folder"/>, with forward slashes.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    public bool Matches(ReadOnlySpan<byte> path, bool isFolder)
    {
        if (_pattern.Match(path, isFolder) == IgnoreMatch.Ignored)
            return true;
        for (var slash = path.LastIndexOf((byte)'/'); slash > 0; slash = path[..slash].LastIndexOf((byte)'/'))
        {
            if (_pattern.Match(path[..slash], isFolder: true) == IgnoreMatch.Ignored)
                return true;
        }

        return false;
    }

    private static string AnchorOf(string text)
    {
        text = text.TrimEnd('/');
        var start = text.StartsWith('/') ? 1 : 0;
        var special = text.AsSpan().IndexOfAny("*?[\\");
        var slash = special < 0 ? text.LastIndexOf('/') : text.LastIndexOf('/', special);
        return slash <= start ? "" : text[start..slash];
    }
}

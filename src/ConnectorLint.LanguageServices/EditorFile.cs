using ConnectorLint.Configuration;
using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices;

/// <summary>One text, parsed. Immutable and safe to share between threads: a changed text is a new file.</summary>
public sealed class EditorFile
{
    private readonly Lazy<SyntaxTree> _tree;
    private readonly Lazy<ConfigurationFile?> _configuration;
    private readonly Lazy<Outline> _outline;

    private EditorFile(ReadFile read, SyntaxTree? tree = null)
    {
        Read = read;
        _tree = tree is null ? new(() => SyntaxReader.Read(read.File)) : new(tree);
        _outline = new(() => OutlineReader.Read(read.File.Text, IsJson));
        _configuration = new(() => IsConfigurationPath(read.File.Path) ? ConfigurationReader.Read(read.File) : null);
    }

    /// <summary>The path as findings show it.</summary>
    public string Path => Source.Path;

    /// <summary>The text, without a byte order mark.</summary>
    public string Text => Source.Text;

    /// <summary>The text with its line index.</summary>
    public SourceText Source => Read.File;

    /// <summary>What it says of tenants; no parts when it is not ours.</summary>
    public ReadFile Read { get; }

    /// <summary>The syntax tree; made when it is first asked for.</summary>
    public SyntaxTree Tree => _tree.Value;

    /// <summary>What it says when it is a configuration (<c>.connectorlint.yaml</c>); null otherwise.</summary>
    public ConfigurationFile? Configuration => _configuration.Value;

    /// <summary>The text as a forgiving tree, for what has to work while it is broken.</summary>
    internal Outline Outline => _outline.Value;

    /// <summary>Whether it is JSON.</summary>
    public bool IsJson => SyntaxReader.IsJson(Source);

    /// <summary>Parses a text.</summary>
    /// <param name="path">The path as findings show it, with forward slashes; its name tells YAML from JSON and a configuration from a manifest.</param>
    /// <param name="text">The decoded text.</param>
    public static EditorFile Parse(string path, string text)
    {
        var source = new SourceText(path, text);
        return new EditorFile(IsConfigurationPath(path) ? new ReadFile(source, [], []) : DeploymentReader.Read(source));
    }

    /// <summary>The file of a text that was read already.</summary>
    public static EditorFile Of(ReadFile read) => new(read);

    /// <summary>The same file with another text: where one entry of a manifest changed, only that is parsed.</summary>
    public EditorFile With(string text)
    {
        if (!Read.IsOurs || Read.Format is not null || IsConfigurationPath(Path))
            return Parse(Path, text);
        var tree = SyntaxReader.Read(new SourceText(Path, text), Tree);
        return new EditorFile(DeploymentReader.Read(tree), tree);
    }

    /// <summary>The same file with one stretch replaced, as editors send a keystroke.</summary>
    public EditorFile With(EditorRange range, string newText) => With(TextWith(Source, range, newText));

    /// <summary>A text with one stretch replaced, without parsing: for several changes at once.</summary>
    public static string TextWith(SourceText source, EditorRange range, string newText)
    {
        var start = OffsetAt(source, range.Start);
        var end = Math.Max(start, OffsetAt(source, range.End));
        return string.Concat(source.Text.AsSpan(0, start), newText, source.Text.AsSpan(end));
    }

    /// <summary>The place of an offset.</summary>
    public EditorPosition PositionAt(int offset)
    {
        var position = Source.PositionAt(offset);
        return new(position.Line - 1, position.Column - 1);
    }

    /// <summary>The offset of a place; what lies behind the end of a line or of the text is moved to that end.</summary>
    public int OffsetAt(EditorPosition position) => OffsetAt(Source, position);

    /// <summary>Where a span of this file stands.</summary>
    public EditorRange RangeOf(SourceSpan span) => RangeOf(span.Start, span.End);

    /// <summary>The range between two offsets.</summary>
    public EditorRange RangeOf(int start, int end) => new(PositionAt(start), PositionAt(end));

    /// <summary>Whether a file of that path is a configuration.</summary>
    public static bool IsConfigurationPath(string path)
    {
        var name = path.AsSpan(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals(".connectorlint.yaml", StringComparison.OrdinalIgnoreCase) || name.Equals(".connectorlint.yml", StringComparison.OrdinalIgnoreCase);
    }

    private static int OffsetAt(SourceText source, EditorPosition position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= source.LineCount)
            return source.Text.Length;
        var start = source.LineStart(position.Line + 1);
        var end = position.Line + 1 < source.LineCount ? source.LineStart(position.Line + 2) : source.Text.Length;
        while (end > start && source.Text[end - 1] is '\n' or '\r')
            end--;
        // Clients say int.MaxValue for the end of a line.
        return start + Math.Clamp(position.Character, 0, end - start);
    }
}

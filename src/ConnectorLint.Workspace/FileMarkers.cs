using System.Buffers;
using ConnectorLint.Readers;

namespace ConnectorLint.Workspace;

/// <summary>Words of which a file must hold at least one to be worth reading; letters match in either case.</summary>
/// <remarks>A file without any is dismissed by one vectorised search, without being decoded.</remarks>
public sealed class FileMarkers
{
    private readonly SearchValues<string> _words;

    /// <summary>Makes a set of markers.</summary>
    /// <param name="words">Words of ASCII characters, each with at least one.</param>
    public FileMarkers(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length == 0 || !System.Text.Ascii.IsValid(word))
                throw new ArgumentException($"A marker is a word of ASCII characters: \"{word}\".", nameof(words));
            MaxLength = Math.Max(MaxLength, word.Length);
        }

        _words = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The marker of our own manifests.</summary>
    public static FileMarkers Native { get; } = new("connectorlint");

    /// <summary>The markers of our own manifests and of all deployment formats.</summary>
    public static FileMarkers Deployments { get; } = new([.. DeploymentReader.Markers]);

    /// <summary>The length of the longest word.</summary>
    public int MaxLength { get; }

    internal bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(_words);
}

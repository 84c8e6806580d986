using ConnectorLint.Conversion;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.LanguageServices;

/// <summary>A connector that was read from the clipboard.</summary>
/// <param name="Connector">Its name and settings.</param>
/// <param name="Notes">What could not be taken over, each one sentence.</param>
public sealed record PastedConnector(Proposal Connector, IReadOnlyList<string> Notes)
{
    /// <summary>The list of the manifest that it belongs to.</summary>
    public string List => ProposalYaml.List(Connector);

    /// <summary>Whether mail comes in or goes out by it.</summary>
    public Direction Direction => Connector.Direction;

    /// <summary>The entry as YAML in block style, with the notes as comments above it; its lines end with LF.</summary>
    public string Yaml => string.Concat(Notes.Select(note => CommentText.Line(note))) + ManifestText.Item(Connector.Entry, "");
}

/// <summary>What came of pasting.</summary>
/// <param name="Connectors">The connectors, in the order of the text.</param>
/// <param name="Problem">Why nothing could be read or inserted, one sentence; null when something could.</param>
public sealed record PasteResult(IReadOnlyList<PastedConnector> Connectors, string? Problem = null)
{
    /// <summary>The changes of the manifest, when one was given.</summary>
    public IReadOnlyList<EditorEdit> Edits { get; init; } = [];
}

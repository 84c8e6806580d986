using ConnectorLint.Readers.Deployments;
using ConnectorLint.Syntax;

namespace ConnectorLint.Conversion;

/// <summary>The mappings of files by their places: a model keeps what it understood, the text has the rest.</summary>
internal sealed class SourceMappings
{
    private readonly Dictionary<SourceText, Dictionary<(int Start, int Length), MappingNode>> _files = [];

    /// <summary>The mapping that stands there; null when none does.</summary>
    public MappingNode? At(SourceSpan span)
    {
        if (!_files.TryGetValue(span.File, out var mappings))
        {
            _files.Add(span.File, mappings = []);
            foreach (var document in SyntaxReader.Read(span.File).Documents)
                Collect(document.Root, mappings);
        }

        return mappings.GetValueOrDefault((span.Start, span.Length));
    }

    private static void Collect(SyntaxNode? node, Dictionary<(int Start, int Length), MappingNode> mappings)
    {
        switch (node)
        {
            case MappingNode mapping when mappings.TryAdd((mapping.Start, mapping.Length), mapping):
                foreach (var entry in mapping.Entries)
                {
                    // A template of CIPP holds the connector as a text.
                    Collect(entry.Value is ScalarNode { IsString: true } text && entry.Key.Text == "JSON" ? EmbeddedJson.Read(text) : entry.Value, mappings);
                }

                break;
            case SequenceNode list:
                foreach (var item in list.Items)
                    Collect(item, mappings);
                break;
        }
    }
}

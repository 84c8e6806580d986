using ConnectorLint.Model;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices;

/// <summary>Connectors in exported JSON: a record, a list of records, or records within what a deployment wraps around them.</summary>
internal static class PastedJson
{
    private const int MostDepth = 8;

    public static IReadOnlyList<PastedConnector> Read(string text)
    {
        var found = new List<PastedConnector>();
        foreach (var document in SyntaxReader.Read(new SourceText("pasted.json", text)).Documents)
            Add(document.Root, found, 0);
        return found;
    }

    private static void Add(SyntaxNode? node, List<PastedConnector> found, int depth)
    {
        if (depth > MostDepth)
            return;
        switch (node)
        {
            case MappingNode record when ExchangeExport.KindOf(record) is var kind and (RecordKind.Inbound or RecordKind.Outbound):
                found.Add(Connector(record, kind == RecordKind.Inbound ? Direction.Inbound : Direction.Outbound));
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                    Add(entry.Value, found, depth + 1);
                break;
            case SequenceNode list:
                foreach (var item in list.Items)
                    Add(item, found, depth + 1);
                break;
        }
    }

    private static PastedConnector Connector(MappingNode record, Direction direction)
    {
        var settings = new PastedSettings(direction);
        foreach (var (key, value, _) in record.Entries)
        {
            switch (value)
            {
                case ScalarNode { IsNull: true } or ScalarNode { Text: "" } or SequenceNode { Items.Count: 0 }:
                    break;
                case ScalarNode { Boolean: { } flag }:
                    settings.Add(key.Text, flag);
                    break;
                case ScalarNode scalar:
                    settings.Add(key.Text, scalar.Text);
                    break;
                case SequenceNode list:
                    settings.Add(key.Text, list.Items.OfType<ScalarNode>().Where(item => !item.IsNull).Select(item => item.Text).ToArray());
                    break;
                default:
                    settings.AddUnread(key.Text);
                    break;
            }
        }

        return settings.Build(isChange: false);
    }
}

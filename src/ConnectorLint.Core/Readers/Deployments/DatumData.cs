using ConnectorLint.Model;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>Configuration data of Datum for Microsoft365DSC: a file named after the composite resource, or keys of that name. Source: formats.md A3.</summary>
internal sealed class DatumData : IFormat
{
    private const int MostLevels = 5;

    private static readonly Dialect Dialect = new() { Read = Expression };

    private static readonly ItemForm Form = new(static _ => RecordKind.None, static (_, like) => like);

    /// <inheritdoc/>
    public string Name => "Datum configuration data";

    /// <inheritdoc/>
    public bool IsDeployed => true;

    /// <inheritdoc/>
    public string? Remedy => null;

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) =>
        document.Mapping is { } root && ((KindOfFile(document) != RecordKind.None && root.Find("Items") is not null) || Sections(root, 0).Any());

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        // Which layers make one tenant, the build decides: each file is judged alone.
        var part = new PartBuilder(Name, document) { IsAlone = true, IsLayer = true };
        foreach (var (kind, items) in Sections(document))
            ReadItems(items, kind, part);
        part.MarkIncomplete(RecordKind.Inbound);
        part.MarkIncomplete(RecordKind.Outbound);
        yield return part.Build();
    }

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document)
    {
        foreach (var (kind, items) in Sections(document))
        {
            if (items is SequenceNode list)
                yield return new DeployedList(list, Form, kind);
        }
    }

    private static IEnumerable<(RecordKind Kind, SyntaxNode Items)> Sections(ForeignDocument document) =>
        KindOfFile(document) is var kind and not RecordKind.None && document.Mapping!.Find("Items") is { } own ? [(kind, own)] : Sections(document.Mapping!, 0);

    private static void ReadItems(SyntaxNode items, RecordKind kind, PartBuilder part)
    {
        part.Declare(kind);
        if (items is not SequenceNode list)
        {
            if (items is ScalarNode { IsNull: true })
                return;
            part.Sink.Report(
                InvalidValue.Rule, new SourceSpan(items.File, items.Start, Math.Min(1, items.Length)), $"Items must be a list, found {(items is MappingNode ? "a mapping" : "a text")}, so nothing in it is read",
                help: "Begin each entry with a hyphen.", owner: "document", property: "Items");
            return;
        }

        foreach (var item in list.Items)
        {
            if (item is MappingNode record)
                part.Add(kind, record, Dialect);
            else if (item is not ScalarNode { IsNull: true })
                part.Sink.Report(
                    InvalidValue.Rule, new SourceSpan(item.File, item.Start, Math.Min(1, item.Length)), "each entry of Items must be a mapping with the properties of one resource, so this one is not read",
                    help: "Write Identity and the other properties below the hyphen.", owner: "document", property: "Items");
        }
    }

    private static RecordKind KindOfFile(ForeignDocument document)
    {
        var path = document.File.Path;
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var dot = name.IndexOf('.');
        return KindOf(dot < 0 ? name : name.Substring(0, dot));
    }

    // The composite resource bears the name of the resource with a c before it.
    private static RecordKind KindOf(string name)
    {
        if (!name.StartsWith("cEXO", StringComparison.OrdinalIgnoreCase))
            return RecordKind.None;
        var kind = RecordKinds.OfResource(name.Substring(1));
        return kind is RecordKind.OrganizationConfig or RecordKind.TransportConfig ? RecordKind.None : kind;
    }

    private static IEnumerable<(RecordKind Kind, SyntaxNode Items)> Sections(SyntaxNode node, int level)
    {
        if (level > MostLevels)
            yield break;
        if (node is SequenceNode list)
        {
            foreach (var found in list.Items.SelectMany(item => Sections(item, level + 1)))
                yield return found;
        }
        else if (node is MappingNode mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (entry.Value is MappingNode section && KindOf(entry.Key.Text) is var kind and not RecordKind.None && section.Find("Items") is { } items)
                {
                    yield return (kind, items);
                    continue;
                }

                foreach (var found in Sections(entry.Value, level + 1))
                    yield return found;
            }
        }
    }

    // [x={ ... }=], [ENC=...] and what other handlers take: a word, an equals sign, brackets around the whole.
    private static ScalarReading Expression(ScalarNode node, Diagnostics.FindingSink sink)
    {
        var text = node.Text;
        var equals = text.IndexOf('=');
        var isHandled = equals > 1 && text[0] == '[' && text[text.Length - 1] == ']' && text.Substring(1, equals - 1).All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z');
        return isHandled ? new ScalarReading(node, SettingState.Unknown) : new ScalarReading(node);
    }
}

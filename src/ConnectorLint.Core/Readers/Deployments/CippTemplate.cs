using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>Connector templates of CIPP, as its interface lists them and as it saves them to a repository. Source: formats.md A8.</summary>
internal sealed class CippTemplate : IFormat
{
    private const string TypeKey = "cippconnectortype";
    private const string Partition = "ExConnectorTemplate";

    // A tool stored it from a live connector, and people edit it.
    private static readonly Dialect Dialect = new() { Read = static (node, _) => new ScalarReading(node) };

    private static readonly ItemForm Form = new(item => item.Find(TypeKey) is ScalarNode type ? KindOf(type.Text) : RecordKind.None, static (kind, _) => kind == RecordKind.Inbound ? "inbound" : "outbound")
    {
        TypeKey = TypeKey,
        NameKey = "name",
        IsResource = false,
    };

    /// <inheritdoc/>
    public string Name => "CIPP connector template";

    /// <inheritdoc/>
    public bool IsDeployed => true;

    /// <inheritdoc/>
    public string? Remedy => "Save the template from CIPP again.";

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) => ExchangeExport.RecordsIn(document.Root).FirstOrDefault() is { } first && (IsListed(first) || IsSaved(first));

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        // A template is for many tenants.
        var part = new PartBuilder(Name, document) { IsAlone = true };
        foreach (var record in ExchangeExport.RecordsIn(document.Root))
        {
            if (IsListed(record))
                ReadTemplate(record, record.Find(TypeKey), part, record);
            else if (IsSaved(record))
                ReadSaved(record, part);
        }

        part.MarkIncomplete(RecordKind.Inbound);
        part.MarkIncomplete(RecordKind.Outbound);
        yield return part.Build();
    }

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document) => document.Root is SequenceNode list ? [new DeployedList(list, Form)] : [];

    private static RecordKind KindOf(string direction) => direction.ToLowerInvariant() switch
    {
        "inbound" => RecordKind.Inbound,
        "outbound" => RecordKind.Outbound,
        _ => RecordKind.None,
    };

    private static bool IsListed(MappingNode record) => record.Find(TypeKey) is ScalarNode && record.Find("name") is not null;

    private static bool IsSaved(MappingNode record) => record.Find("PartitionKey") is ScalarNode key && key.Text.Equals(Partition, StringComparison.OrdinalIgnoreCase);

    private static void ReadSaved(MappingNode record, PartBuilder part)
    {
        switch (record.Find("JSON"))
        {
            case MappingNode template:
                ReadTemplate(template, record.Find("direction"), part, record);
                break;
            case ScalarNode text when EmbeddedJson.Read(text) is MappingNode template:
                ReadTemplate(template, record.Find("direction"), part, record);
                break;
            case { } other:
                part.Sink.Report(
                    InvalidValue.Rule, other.Span, "JSON does not hold the JSON of a connector, so the template is not read",
                    help: "Save the template from CIPP again.", owner: "template", property: "JSON");
                break;
            default:
                part.Sink.Report(
                    MissingKey.Rule, record.Entries[0].Key.Span, "the template has no JSON, so nothing is deployed by it",
                    help: "Save the template from CIPP again.", owner: "template", property: "JSON");
                break;
        }
    }

    private static void ReadTemplate(MappingNode template, SyntaxNode? direction, PartBuilder part, MappingNode record)
    {
        var kind = direction is ScalarNode word ? KindOf(word.Text) : RecordKind.None;
        if (kind != RecordKind.None)
        {
            part.Add(kind, template, Dialect);
            return;
        }

        part.Sink.Report(
            InvalidValue.Rule, direction is ScalarNode { Length: > 0 } ? direction.Span : record.Entries[0].Key.Span, "the template's direction is neither inbound nor outbound, so it is not read",
            help: "Write inbound or outbound.", owner: "template", property: "direction");
    }
}

using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>A configuration of WinGet, the older form of a DSC document. Source: formats.md A2.</summary>
internal sealed class WinGetDocument : IFormat
{
    private static readonly Dialect Dialect = new() { Read = static (node, _) => new ScalarReading(node) };
    private static readonly ItemForm Form = new(KindOf, RecordKinds.TypeLike) { TypeKey = "resource", RecordKey = "settings" };

    /// <inheritdoc/>
    public string Name => "WinGet configuration";

    /// <inheritdoc/>
    public bool IsDeployed => true;

    /// <inheritdoc/>
    public string? Remedy => null;

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) =>
        document.Mapping?.Find("properties") is MappingNode properties
        && properties.Find("configurationVersion") is ScalarNode
        && properties.Find("resources") is SequenceNode resources
        && resources.Items.Any(item => item is MappingNode mapping && mapping.Find("resource") is ScalarNode);

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        var part = new PartBuilder(Name, document) { IsDeployed = true };
        var properties = (MappingNode)document.Mapping!.Find("properties")!;
        foreach (var item in ((SequenceNode)properties.Find("resources")!).Items.OfType<MappingNode>())
        {
            if (KindOf(item) is var kind && kind == RecordKind.None)
                continue;
            if (item.Find("settings") is MappingNode settings)
                part.Add(kind, settings, Dialect);
            else
                ReportSettings((ScalarNode)item.Find("resource")!, part, kind);
        }

        if (!part.IsEmpty)
            yield return part.Build();
    }

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document) => [new DeployedList((SequenceNode)((MappingNode)document.Mapping!.Find("properties")!).Find("resources")!, Form)];

    // The module stands before the resource's name, or among the directives.
    private static RecordKind KindOf(MappingNode item)
    {
        if (item.Find("resource") is not ScalarNode resource)
            return RecordKind.None;
        var isOfModule = item.Find("directives") is MappingNode directives && directives.Find("module") is ScalarNode module && module.Text.Equals("Microsoft365DSC", StringComparison.OrdinalIgnoreCase);
        return RecordKinds.OfResourceType(resource.Text) is var kind && kind == RecordKind.None && isOfModule ? RecordKinds.OfResource(resource.Text) : kind;
    }

    private static void ReportSettings(ScalarNode resource, PartBuilder part, RecordKind kind)
    {
        part.Sink.Report(
            InvalidValue.Rule, resource.Span, $"the settings of {resource.Text} must be a mapping, so the resource is not read",
            help: "Write the settings as a mapping: Identity, ConnectorType and so on.", owner: "resource", property: "settings");
        part.Declare(kind);
        part.MarkIncomplete(kind);
    }
}

using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>A configuration document of DSC 3: resources of Microsoft365DSC, flat, under an adapter, or in groups. Source: formats.md A1.</summary>
internal sealed class DscDocument : IFormat
{
    private const string Group = "Microsoft.DSC/Group";

    private const string ShortAddress = "https://aka.ms/dsc/schemas/";
    private const string LongAddress = "https://raw.githubusercontent.com/PowerShell/DSC/";

    private static readonly string[] Documents = ["/config/document.json", "/config/document.vscode.json"];

    // They pass on to what is nested in them. An assertion only tests.
    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.DSC/PowerShell", "Microsoft.Windows/WindowsPowerShell", "Microsoft.Adapter/PowerShell", "Microsoft.Adapter/WindowsPowerShell", Group,
    };

    // Source: formats.md A1; anything else makes dsc refuse the document.
    private static readonly HashSet<string> RootKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "$schema", "contentVersion", "directives", "executionInformation", "functions", "metadata", "outputs", "parameters", "resources", "variables",
    };

    private static readonly Dialect Dialect = new() { Read = DscExpressions.Read };

    private static readonly ItemForm Form = new(item => item.Find("type") is ScalarNode type ? RecordKinds.OfResourceType(type.Text) : RecordKind.None, RecordKinds.TypeLike)
    {
        TypeKey = "type",
        RecordKey = "properties",
        LabelKey = "name",
        DoublesBrackets = true,
    };

    /// <inheritdoc/>
    public string Name => "DSC configuration document";

    /// <inheritdoc/>
    public bool IsDeployed => true;

    /// <inheritdoc/>
    public string? Remedy => null;

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) => document.Mapping is { } root && root.Find("$schema") is ScalarNode schema && IsSchema(schema.Text);

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        var part = new PartBuilder(Name, document) { IsDeployed = true };
        var variables = document.Mapping!.Find("variables") is MappingNode values ? new GivenValues("variables", values) : null;
        ReadResources(document.Mapping, part, variables, isConditional: false);
        if (part.IsEmpty)
            yield break;
        foreach (var entry in document.Mapping.Entries)
        {
            if (!RootKeys.Contains(entry.Key.Text))
                ReportKey(entry.Key, part);
        }

        yield return part.Build();
    }

    // Of a release or a revision, in the usual form or the one for VS Code.
    private static bool IsSchema(string text)
    {
        var document = Documents.FirstOrDefault(name => text.EndsWith(name, StringComparison.OrdinalIgnoreCase));
        var start = text.StartsWith(ShortAddress, StringComparison.OrdinalIgnoreCase) ? ShortAddress.Length : AfterRevision(text);
        return document is not null && start > 0 && start < text.Length - document.Length;
    }

    private static int AfterRevision(string text)
    {
        const string Schemas = "/schemas/";
        if (!text.StartsWith(LongAddress, StringComparison.OrdinalIgnoreCase))
            return -1;
        var slash = text.IndexOf('/', LongAddress.Length);
        return slash > LongAddress.Length && string.Compare(text, slash, Schemas, 0, Schemas.Length, StringComparison.OrdinalIgnoreCase) == 0 ? slash + Schemas.Length : -1;
    }

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document) => document.Mapping is { } root ? ListsIn(root) : [];

    private static IEnumerable<DeployedList> ListsIn(MappingNode owner)
    {
        if (owner.Find("resources") is not SequenceNode list)
            yield break;
        yield return new DeployedList(list, Form);
        foreach (var item in list.Items.OfType<MappingNode>())
        {
            if (item.Find("type") is not ScalarNode type || !Containers.Contains(type.Text) || item.Find("properties") is not MappingNode nested)
                continue;
            foreach (var found in ListsIn(nested))
                yield return found;
        }
    }

    private static void ReportKey(ScalarNode key, PartBuilder part) => part.Sink.Report(
        UnknownKey.Rule, key.Span, $"{key.Text} is not a key of a DSC configuration document, so dsc refuses the document and what stands below it is not read",
        help: "Move it to a file of its own, or remove it.", owner: "document", property: key.Text);

    private static void ReadResources(MappingNode owner, PartBuilder part, GivenValues? variables, bool isConditional)
    {
        if (owner.Find("resources") is not { } resources)
            return;
        // Converters of PowerShell write one resource without its list.
        IReadOnlyList<SyntaxNode> items = resources is SequenceNode list ? list.Items : [resources];
        foreach (var item in items)
        {
            if (item is MappingNode resource)
                ReadResource(resource, part, variables, isConditional);
        }
    }

    private static void ReadResource(MappingNode resource, PartBuilder part, GivenValues? variables, bool isConditional)
    {
        isConditional |= resource.Find("condition") is ScalarNode { IsNull: false, Boolean: not true };
        var properties = resource.Find("properties");
        if (resource.Find("type") is not ScalarNode { IsNull: false } type)
        {
            ReportUntyped(resource, properties, part);
            return;
        }

        if (Containers.Contains(type.Text))
        {
            // A group is a document of its own.
            if (properties is MappingNode nested)
                ReadResources(nested, part, type.Text.Equals(Group, StringComparison.OrdinalIgnoreCase) ? null : variables, isConditional);
            return;
        }

        var kind = RecordKinds.OfResourceType(type.Text);
        if (kind == RecordKind.None)
            return;
        var isCopied = resource.Find("copy") is MappingNode;
        if (properties is MappingNode record)
            part.Add(kind, variables?.Fill(record, part.Given) ?? record, Dialect, isConditional || isCopied);
        else
            ReportProperties(type, properties, part, kind);
    }

    // Other modules are other people's: only what looks like a connector is worth a word.
    private static void ReportUntyped(MappingNode resource, SyntaxNode? properties, PartBuilder part)
    {
        if (properties is not MappingNode record || record.Find("ConnectorType") is null)
            return;
        part.Sink.Report(
            MissingKey.Rule, resource.Entries[0].Key.Span, "this resource has properties of a connector and no type, so dsc refuses the document",
            help: "Add type: Microsoft365DSC/EXOInboundConnector or Microsoft365DSC/EXOOutboundConnector.", owner: "resource", property: "type");
        part.MarkIncomplete(RecordKind.Inbound);
        part.MarkIncomplete(RecordKind.Outbound);
    }

    private static void ReportProperties(ScalarNode type, SyntaxNode? properties, PartBuilder part, RecordKind kind)
    {
        part.Sink.Report(
            InvalidValue.Rule, properties is null or ScalarNode { Length: 0 } ? type.Span : FirstCharacter(properties),
            $"the properties of {type.Text} must be a mapping, found {(properties is SequenceNode ? "a list" : properties is null or ScalarNode { IsNull: true } ? "none" : "a text")}, so the resource is not read",
            help: "Write the properties as a mapping: Identity, ConnectorType and so on.", owner: "resource", property: "properties");
        part.Declare(kind);
        part.MarkIncomplete(kind);
    }

    private static SourceSpan FirstCharacter(SyntaxNode node) => new(node.File, node.Start, Math.Min(1, node.Length));
}

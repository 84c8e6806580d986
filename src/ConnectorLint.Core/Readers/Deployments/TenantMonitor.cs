using ConnectorLint.Model;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>Tenant configuration management of Microsoft Graph (UTCM): monitors, baselines and snapshots. Source: formats.md A5.</summary>
internal sealed class TenantMonitor : IFormat
{
    private static readonly string[] Workloads = ["exchange", "entra", "teams", "intune", "securityandcompliance", "defender"];

    // A baseline watches what it names; a snapshot has everything.
    private static readonly Dialect Watched = new() { Read = Expression, AbsentIsUnknown = true };
    private static readonly Dialect Snapshot = new() { Read = Expression, IsOutput = true };

    private static readonly ItemForm Form = new(item => item.Find("resourceType") is ScalarNode type ? RecordKinds.OfGraphType(type.Text) : RecordKind.None, RecordKinds.TypeLike)
    {
        TypeKey = "resourceType",
        RecordKey = "properties",
        LabelKey = "displayName",
    };

    /// <inheritdoc/>
    public string Name => "tenant configuration management";

    /// <inheritdoc/>
    public bool IsDeployed => true;

    /// <inheritdoc/>
    public string? Remedy => null;

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) => document.Mapping is { } root && Lists(root).Any();

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        // A monitor gives its baseline's parameters their values; the baseline itself only names them.
        var values = document.Mapping!.Find("baseline") is not null && document.Mapping.Find("parameters") is MappingNode parameters ? new GivenValues("parameters", parameters) : null;
        foreach (var (resources, isSnapshot) in Lists(document.Mapping))
        {
            var part = new PartBuilder(Name, document) { IsWholeTenant = isSnapshot };
            var dialect = isSnapshot ? Snapshot : Watched;
            foreach (var item in resources.Items.OfType<MappingNode>())
                ReadResource(item, part, dialect, values);
            if (part.IsEmpty)
                continue;
            if (!isSnapshot)
            {
                part.MarkIncomplete(RecordKind.Inbound);
                part.MarkIncomplete(RecordKind.Outbound);
            }

            yield return part.Build();
        }
    }

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document) => Lists(document.Mapping!).Where(list => !list.IsSnapshot).Select(list => new DeployedList(list.Resources, Form));

    private static void ReadResource(MappingNode item, PartBuilder part, Dialect dialect, GivenValues? values)
    {
        if (item.Find("resourceType") is not ScalarNode type)
            return;
        var kind = RecordKinds.OfGraphType(type.Text);
        if (kind == RecordKind.None)
            return;
        if (item.Find("properties") is MappingNode properties)
        {
            // A monitor deploys nothing, and two of them may watch the same connector.
            part.Add(kind, values?.Fill(properties, part.Given) ?? properties, dialect, isConditional: dialect.AbsentIsUnknown);
            return;
        }

        part.Sink.Report(
            InvalidValue.Rule, type.Span, $"the properties of {type.Text} must be an object, so the resource is not read",
            help: "Write the properties as an object: Identity, ConnectorType and so on.", owner: "resource", property: "properties");
        part.Declare(kind);
        part.MarkIncomplete(kind);
    }

    // A monitor, a baseline or a snapshot, or a list of them. A job of the service lists types as texts, and a drift has no properties.
    private static IEnumerable<(SequenceNode Resources, bool IsSnapshot)> Lists(MappingNode root)
    {
        if (root.Find("baseline") is MappingNode baseline)
        {
            if (ResourcesOf(baseline) is { } watched)
                yield return (watched, false);
            yield break;
        }

        if (ResourcesOf(root) is { } own)
        {
            yield return (own, root.Find("@odata.context") is ScalarNode context && context.Text.IndexOf("configurationSnapshots", StringComparison.OrdinalIgnoreCase) >= 0);
            yield break;
        }

        if (root.Find("value") is not SequenceNode list)
            yield break;
        foreach (var item in list.Items.OfType<MappingNode>())
        {
            foreach (var nested in item.Find("baseline") is MappingNode inner ? [ResourcesOf(inner)] : new[] { ResourcesOf(item) })
            {
                if (nested is not null)
                    yield return (nested, false);
            }
        }
    }

    private static SequenceNode? ResourcesOf(MappingNode owner) =>
        owner.Find("resources") is SequenceNode list
        && list.Items.OfType<MappingNode>().FirstOrDefault() is { } first
        && first.Find("resourceType") is ScalarNode type && IsOurType(type.Text) ? list : null;

    private static bool IsOurType(string type)
    {
        var words = type.Split('.');
        return words.Length == 3 && words[0].Equals("microsoft", StringComparison.OrdinalIgnoreCase) && Workloads.Contains(words[1], StringComparer.OrdinalIgnoreCase);
    }

    // How a text that begins with a bracket is escaped is not documented: only a whole call is an expression.
    private static ScalarReading Expression(ScalarNode node, Diagnostics.FindingSink sink) =>
        DscExpressions.IsExpression(node.Text) ? new ScalarReading(node, SettingState.Unknown) : new ScalarReading(node);
}

using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>What ScubaGear wrote down of a tenant: exports by name. Source: formats.md A7.</summary>
internal sealed class ScubaGearReport : IFormat
{
    private static readonly (string Key, RecordKind Kind, string Cmdlet)[] Lists =
    [
        ("inbound_connectors", RecordKind.Inbound, "Get-InboundConnector"),
        ("outbound_connectors", RecordKind.Outbound, "Get-OutboundConnector"),
        ("accepted_domains", RecordKind.AcceptedDomain, "Get-AcceptedDomain"),
        ("transport_rule", RecordKind.TransportRule, "Get-TransportRule"),
        ("org_config", RecordKind.OrganizationConfig, "Get-OrganizationConfig"),
        ("transport_config", RecordKind.TransportConfig, "Get-TransportConfig"),
    ];

    /// <inheritdoc/>
    public string Name => "ScubaGear report";

    /// <inheritdoc/>
    public bool IsDeployed => false;

    /// <inheritdoc/>
    public string? Remedy => "Run ScubaGear again, and wait until it has ended.";

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) => document.Mapping is { } root && Settings(root) is not null;

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document) => [];

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        var settings = Settings(document.Mapping!)!;
        var failed = Failed(settings);
        var part = new PartBuilder(Name, document) { IsWholeTenant = true, MayLackOutbound = true };
        foreach (var (key, kind, cmdlet) in Lists)
        {
            // A command that failed leaves an empty list, which says nothing.
            if (settings.Find(key) is not SequenceNode list || failed.Contains(cmdlet))
                continue;
            if (kind is not (RecordKind.OrganizationConfig or RecordKind.TransportConfig))
                part.Declare(kind);
            foreach (var record in ExchangeExport.RecordsIn(list))
            {
                if (kind is RecordKind.OrganizationConfig or RecordKind.TransportConfig)
                    part.Add(kind, record, ExchangeExport.DialectOf(record));
                else
                    ExchangeExport.AddRecords(part, [record], kind);
            }
        }

        if (!part.IsEmpty)
            yield return part.Build();
    }

    // The results nest the same object under Raw.
    private static MappingNode? Settings(MappingNode root)
    {
        if (IsSettings(root))
            return root;
        return root.Find("Raw") is MappingNode raw && root.Find("MetaData") is not null && IsSettings(raw) ? raw : null;
    }

    private static bool IsSettings(MappingNode node) => node.Find("baseline_version") is not null && node.Find("module_version") is not null && node.Find("report_uuid") is not null;

    private static HashSet<string> Failed(MappingNode settings) => new(
        settings.Entries.Where(entry => entry.Key.Text.EndsWith("_unsuccessful_commands", StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry.Value).OfType<SequenceNode>().SelectMany(list => list.Items).OfType<ScalarNode>().Select(command => command.Text),
        StringComparer.OrdinalIgnoreCase);
}

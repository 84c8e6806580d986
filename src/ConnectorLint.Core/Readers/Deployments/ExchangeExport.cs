using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>What the Get- cmdlets of Exchange Online give, as JSON: one record, a list of them, lists by name, or an answer of the service. Source: formats.md A6.</summary>
internal sealed class ExchangeExport : IFormat
{
    // Records name their kind by the properties that only one kind has. Source: formats.md A0.
    private static readonly string[] InboundOnly =
    [
        "SenderDomains", "SenderIPAddresses", "RequireTls", "TlsSenderCertificateName", "RestrictDomainsToIPAddresses", "RestrictDomainsToCertificate", "TreatMessagesAsInternal",
        "AssociatedAcceptedDomains", "TrustedOrganizations", "ClientHostNames", "ScanAndDropRecipients", "EFSkipLastIP", "EFSkipIPs", "EFUsers", "EFSkipMailGateway", "EFTestMode",
    ];

    private static readonly string[] OutboundOnly =
    [
        "RecipientDomains", "SmartHosts", "UseMXRecord", "TlsSettings", "TlsDomain", "IsTransportRuleScoped", "RouteAllMessagesViaOnPremises", "AllAcceptedDomains",
        "SenderRewritingEnabled", "MtaStsMode", "SmtpDaneMode", "TestMode", "ValidationRecipients", "IsValidated",
    ];

    // Send and receive connectors of servers on premises.
    private static readonly string[] OnPremisesOnly = ["AddressSpaces", "DNSRoutingEnabled", "SourceTransportServers", "Bindings", "RemoteIPRanges", "PermissionGroups"];

    // Source: New-HybridConfiguration, whose parameters the object has as properties.
    private static readonly string[] HybridOnly = ["OnPremisesSmartHost", "SendingTransportServers", "ReceivingTransportServers", "TlsCertificateName"];

    private static readonly Dialect Full = new() { Read = static (node, _) => new ScalarReading(node), IsOutput = true };
    private static readonly Dialect Selected = new() { Read = static (node, _) => new ScalarReading(node), IsOutput = true, AbsentIsUnknown = true };

    /// <inheritdoc/>
    public string Name => "Exchange Online export";

    /// <inheritdoc/>
    public bool IsDeployed => false;

    /// <inheritdoc/>
    public string? Remedy => "Export again, and wait until it has ended: Get-InboundConnector | ConvertTo-Json -Depth 5 | Set-Content FILE -Encoding utf8.";

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) =>
        Lists(document.Root).Any(list => list.Records.Any(record => KindOf(record) is var kind && kind != RecordKind.None && (list.Kind == RecordKind.None || list.Kind == kind))) || Lost(document.Root).Any();

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document) => [];

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        var part = new PartBuilder(Name, document) { IsWholeTenant = true, MayLackOutbound = true };
        foreach (var (kind, records) in Lists(document.Root))
        {
            if (kind != RecordKind.None)
                part.Declare(kind);
            AddRecords(part, records, kind);
        }

        foreach (var (kind, record) in Lost(document.Root))
            part.AddLost(kind, record);
        yield return part.Build();
    }

    /// <summary>Adds the records of one list.</summary>
    /// <param name="part">Where they go.</param>
    /// <param name="records">The records.</param>
    /// <param name="kind">What the name of the list says they are; none when it says nothing.</param>
    public static void AddRecords(PartBuilder part, IEnumerable<MappingNode> records, RecordKind kind = RecordKind.None)
    {
        foreach (var record in records)
        {
            var own = KindOf(record);
            if (own != RecordKind.None && (kind == RecordKind.None || kind == own))
                part.Add(own, record, DialectOf(record));
            else if (kind != RecordKind.None)
                part.MarkIncomplete(kind);
        }
    }

    /// <summary>The records in a list; <c>[null]</c> is how a list that holds nothing is written.</summary>
    public static IEnumerable<MappingNode> RecordsIn(SyntaxNode node) => node switch
    {
        SequenceNode list => list.Items.OfType<MappingNode>(),
        MappingNode record => [record],
        _ => [],
    };

    /// <summary>How a record is read: whoever selects columns leaves out what tells a full record.</summary>
    public static Dialect DialectOf(MappingNode record) =>
        record.Find("Guid") is not null || record.Find("WhenChanged") is not null || record.Find("IsValid") is not null ? Full : Selected;

    /// <summary>What a record is, by its own properties; none when it is nothing of ours.</summary>
    public static RecordKind KindOf(MappingNode record)
    {
        var hasName = record.Find("Name") is not null || record.Find("Identity") is not null;
        if (record.Find("DomainName") is not null && record.Find("DomainType") is not null)
            return RecordKind.AcceptedDomain;
        if (!hasName)
            return RecordKind.None;
        if (record.Find("ConnectorType") is not null)
        {
            if (Has(record, OnPremisesOnly))
                return RecordKind.None;
            var inbound = Has(record, InboundOnly);
            return inbound == Has(record, OutboundOnly) ? ByMajority(record, inbound) : inbound ? RecordKind.Inbound : RecordKind.Outbound;
        }

        if (record.Find("RouteMessageOutboundConnector") is not null
            || (record.Find("State") is not null && record.Find("Priority") is not null && (record.Find("Conditions") is not null || record.Find("Actions") is not null)))
            return RecordKind.TransportRule;
        if (record.Find("Features") is not null && Has(record, HybridOnly))
            return RecordKind.HybridConfiguration;
        if (record.Find("HybridDomains") is not null && record.Find("OrganizationGuid") is not null)
            return RecordKind.OnPremisesOrganization;
        if (record.Find("RejectDirectSend") is not null)
            return RecordKind.OrganizationConfig;
        return record.Find("SmtpClientAuthenticationDisabled") is not null && record.Find("TLSReceiveDomainSecureList") is not null ? RecordKind.TransportConfig : RecordKind.None;
    }

    // With too small a depth, a list by name holds the texts of its records: "@{Name=From fabrikam; ConnectorType=Partner; ...}".
    private static IEnumerable<(RecordKind Kind, SyntaxNode Record)> Lost(SyntaxNode root)
    {
        if (root is not MappingNode mapping || KindOf(mapping) != RecordKind.None)
            yield break;
        foreach (var entry in mapping.Entries)
        {
            if (RecordKinds.OfKey(entry.Key.Text) is not (RecordKind.Inbound or RecordKind.Outbound or RecordKind.AcceptedDomain) || entry.Value is MappingNode)
                continue;
            foreach (var item in entry.Value is SequenceNode list ? list.Items : [entry.Value])
            {
                if (item is ScalarNode text && LostValues.IsObjectText(text.Text) && (text.Text.IndexOf("ConnectorType=", StringComparison.Ordinal) > 0 || text.Text.IndexOf("DomainType=", StringComparison.Ordinal) > 0))
                    yield return (RecordKinds.OfKey(entry.Key.Text), item);
            }
        }
    }

    // A property of the other direction on a connector is a slip that the reader reports; half and half is no connector.
    private static RecordKind ByMajority(MappingNode record, bool hasBoth)
    {
        if (!hasBoth)
            return RecordKind.None;
        var inbound = InboundOnly.Count(name => record.Find(name) is not null);
        var outbound = OutboundOnly.Count(name => record.Find(name) is not null);
        return inbound > 2 * outbound ? RecordKind.Inbound : outbound > 2 * inbound ? RecordKind.Outbound : RecordKind.None;
    }

    private static bool Has(MappingNode record, string[] names) => names.Any(name => record.Find(name) is not null);

    // The root, one level of names, and the list of an answer; never deeper.
    private static IEnumerable<(RecordKind Kind, IEnumerable<MappingNode> Records)> Lists(SyntaxNode root)
    {
        if (root is SequenceNode || (root is MappingNode single && KindOf(single) != RecordKind.None))
        {
            yield return (RecordKind.None, RecordsIn(root));
            yield break;
        }

        if (root is not MappingNode mapping)
            yield break;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is not SequenceNode)
                continue;
            if (entry.Key.Text == "value")
                yield return (RecordKind.None, RecordsIn(entry.Value));
            else if (RecordKinds.OfKey(entry.Key.Text) is var kind and not RecordKind.None)
                yield return (kind, RecordsIn(entry.Value));
        }
    }
}

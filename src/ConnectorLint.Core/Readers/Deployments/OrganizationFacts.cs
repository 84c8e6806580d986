using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>What records about the organization as a whole say of its topology. Only what they state: what they lack is not declared.</summary>
internal static class OrganizationFacts
{
    /// <summary>Whether a record is about the organization, and not about one of its connectors, domains or rules.</summary>
    public static bool Has(RecordKind kind) => kind is RecordKind.OrganizationConfig or RecordKind.TransportConfig or RecordKind.HybridConfiguration or RecordKind.OnPremisesOrganization;

    /// <summary>The facts of a record.</summary>
    public static IEnumerable<Slot> Of(RecordKind kind, MappingNode record) => kind switch
    {
        RecordKind.OrganizationConfig => Flag(record, "RejectDirectSend", TopologyProperties.RejectDirectSend),
        RecordKind.TransportConfig => Flag(record, "SmtpClientAuthenticationDisabled", TopologyProperties.SmtpClientAuthenticationDisabled),
        RecordKind.HybridConfiguration => OfFeatures(record),
        RecordKind.OnPremisesOrganization => OfOrganization(record),
        _ => [],
    };

    private static IEnumerable<Slot> Flag(MappingNode record, string key, Property<bool> property)
    {
        if (Entry(record, key) is { Value: ScalarNode { Boolean: { } value } } entry)
            yield return new Slot(property, SettingState.Known, value, entry.Value.Span, entry.Key.Span);
    }

    // Without secure mail the wizard makes no connectors. That a feature is not there says little: connectors may be changed by hand.
    private static IEnumerable<Slot> OfFeatures(MappingNode record)
    {
        var entry = Entry(record, "Features");
        if (Feature(entry.Value, "SecureMail") is { } secure)
            yield return new Slot(TopologyProperties.Hybrid, SettingState.Known, Hybrid.Completed, secure, entry.Key.Span);
        if (Feature(entry.Value, "Centralized") is { } centralized)
            yield return new Slot(TopologyProperties.CentralizedMailTransport, SettingState.Known, true, centralized, entry.Key.Span);
    }

    // The wizard makes one of these for each organization on premises; it names the connectors where mail goes over them.
    private static IEnumerable<Slot> OfOrganization(MappingNode record)
    {
        if (Entry(record, "InboundConnector") is { Value: ScalarNode { IsNull: false, Text.Length: > 0 } } inbound && Entry(record, "OutboundConnector") is { Value: ScalarNode { IsNull: false, Text.Length: > 0 } })
            yield return new Slot(TopologyProperties.Hybrid, SettingState.Known, Hybrid.Completed, inbound.Value.Span, inbound.Key.Span);
    }

    // A list, or one text of them.
    private static SourceSpan? Feature(SyntaxNode? features, string name) => features switch
    {
        SequenceNode list => list.Items.OfType<ScalarNode>().FirstOrDefault(item => item.Text.Equals(name, StringComparison.OrdinalIgnoreCase))?.Span,
        ScalarNode text when text.Text.Split(' ', ',', ';', '|').Contains(name, StringComparer.OrdinalIgnoreCase) => text.Span,
        _ => null,
    };

    private static MappingEntry Entry(MappingNode record, string key) => record.Entries.FirstOrDefault(entry => entry.Key.Text.Equals(key, StringComparison.OrdinalIgnoreCase));
}

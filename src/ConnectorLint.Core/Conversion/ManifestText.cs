using System.Globalization;
using System.Text;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Conversion;

/// <summary>Writes our own manifest, as YAML.</summary>
public static class ManifestText
{
    /// <summary>A tenant as a document.</summary>
    public static string Of(ConvertedTenant tenant)
    {
        var text = new StringBuilder("connectorlint: 1\n");
        if (tenant.IsAlone)
            text.Append(CommentText.Line($"{tenant.Name} does not say whose it is. Name the tenant; without a name, it is called after its folder."));
        text.Append(CultureInfo.InvariantCulture, $"{(tenant.IsAlone ? "# tenant: contoso" : $"tenant: {ProposalYaml.Quote(tenant.Name)}")}\n");
        foreach (var note in tenant.Notes)
            text.Append(CommentText.Line(note));
        if (tenant.Topology is { } topology)
        {
            text.Append("topology:\n");
            AppendNotes(text, topology, "  ");
            AppendSettings(text, topology.Settings, "  ");
        }

        AppendList(text, "", ManifestProperties.InboundConnectors.Name, tenant.Inbound, tenant.DeclaresInbound);
        AppendList(text, "", ManifestProperties.OutboundConnectors.Name, tenant.Outbound, false);
        return text.ToString();
    }

    /// <summary>An entry of a list: <c>- name: ...</c> and a line for each other setting.</summary>
    public static string Item(IEnumerable<ProposedSetting> settings, string indent)
    {
        var text = new StringBuilder();
        AppendSettings(text, settings, indent + "  ");
        if (text.Length > 0)
            text[indent.Length] = '-';
        return text.ToString();
    }

    private static void AppendList(StringBuilder text, string indent, string key, IReadOnlyList<ConvertedEntry> entries, bool isDeclared)
    {
        if (entries.Count == 0)
        {
            if (isDeclared)
                text.Append(CultureInfo.InvariantCulture, $"{indent}{key}: []\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}{key}:\n");
        var inner = indent + "  ";
        foreach (var entry in entries)
        {
            AppendNotes(text, entry, inner);
            text.Append(entry.IsNameless ? CommentText.Out(Item(entry.Settings, inner), inner) : Item(entry.Settings, inner));
        }
    }

    private static void AppendNotes(StringBuilder text, ConvertedEntry entry, string indent)
    {
        foreach (var note in entry.Notes)
            text.Append(CommentText.Line(note, indent));
    }

    private static void AppendSettings(StringBuilder text, IEnumerable<ProposedSetting> settings, string indent)
    {
        foreach (var (property, value) in settings)
        {
            if (value is ConvertedEntry entry)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}{property.Name}:\n");
                AppendNotes(text, entry, indent + "  ");
                AppendSettings(text, entry.Settings, indent + "  ");
            }
            else if (value is IReadOnlyList<ConvertedEntry> entries)
            {
                AppendList(text, indent, property.Name, entries, isDeclared: true);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}{property.Name}: {ProposalYaml.Value(value)}\n");
            }
        }
    }
}

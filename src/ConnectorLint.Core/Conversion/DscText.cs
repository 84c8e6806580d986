using System.Globalization;
using System.Text;
using ConnectorLint.Properties;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Syntax;

namespace ConnectorLint.Conversion;

/// <summary>Writes a DSC v3 configuration document with resources of Microsoft365DSC. Source: formats.md A1.</summary>
public static class DscText
{
    private const string Schema = "https://aka.ms/dsc/schemas/v3/bundled/config/document.json";

    /// <summary>A tenant as a document.</summary>
    public static string Of(ConvertedTenant tenant)
    {
        var text = new StringBuilder($"$schema: {Schema}\n");
        text.Append(CommentText.Line($"Tenant {tenant.Name}. Add to each resource how Microsoft365DSC signs in: TenantId with ManagedIdentity, or with ApplicationId and CertificateThumbprint."));
        foreach (var note in tenant.Notes)
            text.Append(CommentText.Line(note));
        var resources = new StringBuilder();
        if (tenant.Topology is { } topology)
        {
            foreach (var note in topology.Notes)
                text.Append(CommentText.Line(note));
            AppendTopology(resources, topology);
            var rest = topology.Settings.Where(setting => !IsWritten(setting.Property)).Select(setting => setting.Property.Name).ToArray();
            if (rest.Length > 0)
                text.Append(CommentText.Line($"No resource has a counterpart of the topology's {string.Join(", ", rest)}: keep them in a manifest beside this file."));
        }

        foreach (var connector in tenant.Inbound)
            AppendResource(resources, "EXOInboundConnector", "Identity", connector);
        foreach (var connector in tenant.Outbound)
            AppendResource(resources, "EXOOutboundConnector", "Identity", connector);
        if (tenant.Topology?.Find(TopologyProperties.TransportRules) is IReadOnlyList<ConvertedEntry> rules)
        {
            foreach (var rule in rules)
                AppendResource(resources, "EXOTransportRule", "Name", rule);
        }

        // Comments alone leave the list empty.
        var isEmpty = !resources.ToString().Split('\n').Any(line => line.StartsWith("  - ", StringComparison.Ordinal));
        return text.Append(isEmpty ? "resources: []\n" : "resources:\n").Append(resources).ToString();
    }

    private static void AppendTopology(StringBuilder text, ConvertedEntry topology)
    {
        AppendFact(text, topology, TopologyProperties.RejectDirectSend, "EXOOrganizationConfig");
        AppendFact(text, topology, TopologyProperties.SmtpClientAuthenticationDisabled, "EXOTransportConfig");
        if (topology.Find(TopologyProperties.AcceptedDomains) is not IReadOnlyList<ConvertedEntry> domains)
            return;
        foreach (var domain in domains)
            AppendResource(text, "EXOAcceptedDomain", "Identity", domain);
    }

    private static bool IsWritten(Property property) =>
        ReferenceEquals(property, TopologyProperties.RejectDirectSend) || ReferenceEquals(property, TopologyProperties.SmtpClientAuthenticationDisabled)
        || ReferenceEquals(property, TopologyProperties.AcceptedDomains) || ReferenceEquals(property, TopologyProperties.TransportRules);

    private static void AppendFact(StringBuilder text, ConvertedEntry topology, Property property, string resource)
    {
        if (topology.Find(property) is not { } value)
            return;
        text.Append(CultureInfo.InvariantCulture, $"  - name: {resource}\n    type: Microsoft365DSC/{resource}\n    properties:\n");
        text.Append(CultureInfo.InvariantCulture, $"      IsSingleInstance: 'Yes'\n      {property.CmdletParameter}: {Value(value)}\n");
    }

    private static void AppendResource(StringBuilder text, string resource, string key, ConvertedEntry entry)
    {
        foreach (var note in entry.Notes)
            text.Append(CommentText.Line(note, "  "));
        var name = entry.Settings.FirstOrDefault(setting => setting.Property.Name == "name")?.Value as string;
        // A change of a connector that exists is written the same way: the resource finds it by its identity.
        var identity = name ?? entry.Settings.FirstOrDefault(setting => setting.Property.Name == "identity")?.Value as string;
        var lines = new StringBuilder();
        var refused = new StringBuilder();
        lines.Append(CultureInfo.InvariantCulture, $"  - name: {Quote($"{resource}-{identity}")}\n    type: Microsoft365DSC/{resource}\n    properties:\n");
        if (identity is not null)
            lines.Append(CultureInfo.InvariantCulture, $"      {key}: {Quote(Escape(identity))}\n");
        foreach (var (property, value) in entry.Settings)
        {
            if (property.Name is "name" or "identity")
            {
                if (name is not null && property.Name == "identity" && (string)value != name)
                    text.Append(CommentText.Line($"identity has no counterpart beside the name: {value}", "  "));
                continue;
            }

            if (ReferenceEquals(property, AcceptedDomainProperties.Mx) || ReferenceEquals(property, AcceptedDomainProperties.Recipients))
                text.Append(CommentText.Line($"{property.Name} of {name} is {value}; no resource has a counterpart", "  "));
            else if (value is "AdminUI" && property.Name == "connectorSource")
                text.Append(CommentText.Line("ConnectorSource AdminUI is written as Default: the admin center alone writes it", "  "));
            else if (DscProperties.Missing.Contains(property))
                refused.Append(CultureInfo.InvariantCulture, $"      {property.CmdletParameter}: {Value(value)}\n");
            else
                lines.Append(CultureInfo.InvariantCulture, $"      {(ReferenceEquals(property, AcceptedDomainProperties.Type) ? "DomainType" : property.CmdletParameter)}: {Value(value)}\n");
        }

        lines.Append("      Ensure: Present\n");
        if (refused.Length > 0)
            lines.Append(CommentText.Line("Microsoft365DSC has no such properties: take these out before you deploy, and set them by the cmdlet.", "      ")).Append(refused);
        text.Append(entry.IsNameless || entry.IsConditional ? CommentText.Out(lines.ToString(), "  ") : lines.ToString());
    }

    private static string Value(object value) => value switch
    {
        true => "true",
        false => "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text => Quote(Escape(text)),
        IReadOnlyList<string> list => $"[{string.Join(", ", list.Select(item => Quote(Escape(item))))}]",
        _ => "",
    };

    // DSC takes a text that begins with a bracket for an expression.
    private static string Escape(string text) => text.StartsWith('[') ? "[" + text : text;

    private static string Quote(string text) => ScalarText.Plain(text);
}

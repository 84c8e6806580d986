using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Values that the topology declares: addresses, hosts, certificates, domains; each with whose it is.</summary>
internal static class DeclaredValues
{
    /// <summary>The values of some properties in all files of a tenant, in the order of the properties.</summary>
    public static IEnumerable<(string Text, string Detail)> Of(EditorTenant tenant, IReadOnlyList<Property> properties)
    {
        var found = properties.ToDictionary(property => property, _ => new List<(string, string)>());
        foreach (var file in tenant.Files)
        {
            string? owner = null;
            foreach (var at in OutlineValues.All(file))
            {
                owner = at.Mapping.TextOf("name") ?? (at.Shape is { } shape && (ReferenceEquals(shape, PartnerInboundProperties.Shape) || ReferenceEquals(shape, PartnerOutboundProperties.Shape)) ? owner : null);
                if (at.Property is not { } property || !found.TryGetValue(property, out var values))
                    continue;
                var detail = owner is null || property == AcceptedDomainProperties.Name ? at.Shape!.Title : owner;
                values.AddRange(at.Scalars.Where(scalar => !string.IsNullOrWhiteSpace(scalar.Text)).Select(scalar => (scalar.Text.Trim(), detail)));
            }
        }

        return properties.SelectMany(property => found[property]);
    }
}

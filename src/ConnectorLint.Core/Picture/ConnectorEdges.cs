using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Picture;

/// <summary>The arrows of the connectors that there are: to what they serve by the needs they meet, else by what they name.</summary>
internal static class ConnectorEdges
{
    // unnecessary-onprem-connector, connector-without-effect
    private static readonly string[] UnnecessaryRules = ["CL1005", "CL1006"];

    public static IEnumerable<PictureEdge> Of(TenantModel tenant, IReadOnlyList<Need> needs, IReadOnlyList<Diagnostic> findings, PictureNodes nodes)
    {
        // One of a connector's domains may do nothing where others do.
        var unnecessary = new HashSet<string>(findings.Where(finding => UnnecessaryRules.Contains(finding.Rule.Id) && finding.Property.Length == 0).Select(finding => finding.Owner), StringComparer.Ordinal);
        var served = Served(needs, nodes);
        foreach (var connector in tenant.InboundConnectors.Cast<IConnector>().Concat(tenant.OutboundConnectors))
        {
            var kind = !connector.CanBeActive ? PictureEdgeKind.Disabled : unnecessary.Contains(connector.Owner) ? PictureEdgeKind.Unnecessary : PictureEdgeKind.Connector;
            var ends = served.TryGetValue(connector, out var found) ? found : [connector is InboundConnector inbound ? SourceOf(inbound, nodes) : DestinationOf((OutboundConnector)connector, nodes)];
            foreach (var node in ends)
                yield return new PictureEdge(node, connector.Direction, kind, connector.Name, PictureWords.Of(connector));
        }
    }

    private static Dictionary<IConnector, List<PictureNode>> Served(IReadOnlyList<Need> needs, PictureNodes nodes)
    {
        var served = new Dictionary<IConnector, List<PictureNode>>();
        foreach (var need in needs)
        {
            if (NeedEdges.NodeOf(need, nodes) is not { } node)
                continue;
            var connectors = need.Waiting is null ? need.MetBy : [.. need.MetBy, need.Waiting];
            foreach (var connector in connectors)
            {
                if (!served.TryGetValue(connector, out var ends))
                    served.Add(connector, ends = []);
                if (!ends.Contains(node))
                    ends.Add(node);
            }
        }

        return served;
    }

    private static PictureNode SourceOf(InboundConnector connector, PictureNodes nodes)
    {
        if (connector.TrustedOrganizations.Value is { Count: > 0 } organizations)
            return nodes.Undeclared(PictureNodeKind.Tenant, PictureWords.Some(organizations));
        if (nodes.ServiceOf(connector) is { } service)
            return service;
        return connector.IsOnPremises ? nodes.Servers : PartyOf(connector.SenderDomains, nodes);
    }

    private static PictureNode DestinationOf(OutboundConnector connector, PictureNodes nodes)
    {
        if (nodes.ServiceOf(connector) is { } service)
            return service;
        if (connector.IsOnPremises)
            return nodes.Servers;
        var party = PartyOf(connector.RecipientDomains, nodes);
        return party == nodes.Internet && PictureWords.Some(connector.SmartHosts) is { Length: > 0 } hosts ? nodes.Undeclared(PictureNodeKind.Service, hosts) : party;
    }

    // The internet for "*", and where no domain is named.
    private static PictureNode PartyOf(Setting<ItemList<DomainPattern>> setting, PictureNodes nodes)
    {
        if (setting.Value is not { Count: > 0 } domains || domains.Any(domain => domain.IsValid && domain.Value.IsAny))
            return nodes.Internet;
        foreach (var domain in domains)
        {
            if (domain.IsValid && nodes.PartnerOf(domain.Value) is { } partner)
                return partner;
        }

        return nodes.Undeclared(PictureNodeKind.Partner, PictureWords.Some(domains));
    }
}

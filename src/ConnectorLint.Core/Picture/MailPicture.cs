using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Picture;

/// <summary>A tenant's mail flow as nodes around Microsoft 365, with an arrow for each connector, for each that is missing, and for mail that takes none.</summary>
/// <param name="Tenant">The tenant's name.</param>
/// <param name="Nodes">The nodes, those outside first; Microsoft 365 itself is not among them.</param>
/// <param name="Edges">The arrows, by node.</param>
public sealed record MailPicture(string Tenant, IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureEdge> Edges)
{
    /// <summary>The node that every arrow begins or ends at.</summary>
    public const string Center = "Microsoft 365";

    /// <summary>Draws up the picture of a tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="needs">What it needs.</param>
    /// <param name="findings">What was found in it; says which connectors are unnecessary.</param>
    public static MailPicture Of(TenantModel tenant, IReadOnlyList<Need> needs, IReadOnlyList<Diagnostic> findings)
    {
        var nodes = new PictureNodes(tenant);
        var edges = new List<PictureEdge>();
        edges.AddRange(PlainMail.Of(tenant, nodes));
        edges.AddRange(ConnectorEdges.Of(tenant, needs, findings, nodes));
        edges.AddRange(NeedEdges.Of(needs, nodes));
        var order = nodes.All.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place);
        return new MailPicture(tenant.Name, nodes.All, [.. edges.OrderBy(edge => order[edge.Node])]);
    }

    /// <summary>What it shows, in one sentence, for those who do not see it.</summary>
    public string Summary
    {
        get
        {
            var text = $"{Count(Edges.Count(edge => edge.Kind is PictureEdgeKind.Connector or PictureEdgeKind.Unnecessary or PictureEdgeKind.Disabled), "arrow")} of connectors between {Center} and {Count(Nodes.Count, "other party", "other parties")}";
            foreach (var kind in (PictureEdgeKind[])[PictureEdgeKind.Missing, PictureEdgeKind.Recommended, PictureEdgeKind.Unnecessary, PictureEdgeKind.Disabled])
            {
                if (Edges.Count(edge => edge.Kind == kind) is var count and > 0)
                    text += $", {count} {PictureEdge.WordOf(kind)}";
            }

            return text + ".";
        }
    }

    private static string Count(int count, string word, string? plural = null) => $"{count} {(count == 1 ? word : plural ?? word + "s")}";
}

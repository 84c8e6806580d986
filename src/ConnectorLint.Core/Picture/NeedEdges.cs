using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Picture;

/// <summary>The arrows of connectors that should be there and are not.</summary>
internal static class NeedEdges
{
    public static IEnumerable<PictureEdge> Of(IReadOnlyList<Need> needs, PictureNodes nodes)
    {
        var drawn = new HashSet<(PictureNode, Direction, object)>();
        foreach (var need in needs)
        {
            if (need.Fulfilment != Fulfilment.Unmet || need.Verdict > Verdict.Recommended)
                continue;
            var node = NodeOf(need, nodes) ?? nodes.Internet;
            // Several needs may ask for one and the same connector.
            if (!drawn.Add((node, need.Direction, need.Proposal is { } proposal ? proposal.Name : need.Id)))
                continue;
            var what = need.Kind == NeedKind.AddOnRule ? "transport rule" : $"{(need.From == Party.PartnerOrganization || need.To == Party.PartnerOrganization ? "Partner" : "OnPremises")} connector";
            yield return new PictureEdge(node, need.Direction, need.Verdict == Verdict.Required ? PictureEdgeKind.Missing : PictureEdgeKind.Recommended, need.Proposal?.Name ?? what, need.Proposal is null ? need.Title : what);
        }
    }

    /// <summary>What a need is for; null when it is for nothing that is drawn.</summary>
    public static PictureNode? NodeOf(Need need, PictureNodes nodes) => nodes.Of(need.Subject) ?? (need.From == Party.YourServer || need.To == Party.YourServer ? nodes.Servers : null);
}

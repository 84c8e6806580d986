using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

/// <summary>The fix of a missing connector: it writes the one that the topology's facts make, where the tenant's other connectors are.</summary>
internal static class MissingConnectorFix
{
    /// <summary>The fix; none where a fact is missing, the wizard makes the connector, or an accepted domain must come first.</summary>
    public static IReadOnlyList<Fix> Of(Need need, RuleContext context)
    {
        if (need.Proposal is not { IsMadeByWizard: false, AcceptedDomains.Count: 0 } proposal)
            return [];
        var what = proposal.IsTransportRule ? "transport rule" : proposal.Direction == Direction.Inbound ? "inbound connector" : "outbound connector";
        var places = context.Tenant.PlacesOfNew;
        return
        [
            new Fix($"Add the {what} '{proposal.Name}'", false, new FixIntent(FixKind.AddConnector, need.Id, ProposalYaml.List(proposal), ProposalJson.Entry(proposal)))
            {
                Place = proposal.IsTransportRule ? places.TransportRule : proposal.Direction == Direction.Inbound ? places.Inbound : places.Outbound,
            },
        ];
    }

    /// <summary>The fix of the first need that has one; the next need is met by the next fix.</summary>
    public static IReadOnlyList<Fix> OfFirst(IEnumerable<Need> needs, RuleContext context) => needs.Select(need => Of(need, context)).FirstOrDefault(fixes => fixes.Count > 0) ?? [];
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

/// <summary>The fix of a missing connector: it writes the one that the topology's facts make.</summary>
internal static class MissingConnectorFix
{
    /// <summary>The fix; none where a fact is missing, the wizard makes the connector, or an accepted domain must come first.</summary>
    public static IReadOnlyList<Fix> Of(Need need)
    {
        if (need.Proposal is not { IsMadeByWizard: false, AcceptedDomains.Count: 0 } proposal)
            return [];
        var what = proposal.IsTransportRule ? "transport rule" : proposal.Direction == Direction.Inbound ? "inbound connector" : "outbound connector";
        return [new Fix($"Add the {what} '{proposal.Name}'", false, new FixIntent(FixKind.AddConnector, need.Id, ProposalYaml.List(proposal), ProposalJson.Entry(proposal)))];
    }

    /// <summary>The fix of the first need that has one; the next need is met by the next fix.</summary>
    public static IReadOnlyList<Fix> OfFirst(IEnumerable<Need> needs) => needs.Select(Of).FirstOrDefault(fixes => fixes.Count > 0) ?? [];
}

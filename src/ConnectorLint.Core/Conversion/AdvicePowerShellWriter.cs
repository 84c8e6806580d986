using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Conversion;

/// <summary>The connectors to create, as commands of Exchange Online PowerShell.</summary>
internal static class AdvicePowerShellWriter
{
    public static void Write(IReadOnlyList<(TenantModel Tenant, Advice Advice)> answers, TextWriter output)
    {
        foreach (var (tenant, advice) in answers)
        {
            output.Write(CommentText.Line($"Tenant {tenant.Name}. Connect first: Connect-ExchangeOnline"));
            if (tenant.Topology is null)
                output.Write(CommentText.Line("Nothing is known of the topology; declare it first."));
            else if (advice.Proposals.Count == 0)
                output.Write(CommentText.Line("Nothing is to be created."));
            foreach (var need in AdviceYamlWriter.Changes(advice))
                output.Write(CommentText.Line($"For {need.Id} ({AdviceTextWriter.Word(need.Verdict)}): {need.Change}."));
            foreach (var need in AdviceYamlWriter.Unwritten(advice))
                output.Write(CommentText.Line($"Not written: {need.Id} ({AdviceTextWriter.Word(need.Verdict)}). Declare {string.Join("; ", need.MissingFacts)}."));
            foreach (var domain in advice.Proposals.SelectMany(proposal => proposal.AcceptedDomains).Distinct())
                output.Write(CommentText.Line($"Add {domain} as an accepted domain in the Microsoft 365 admin center first."));

            // A rule names its connector, so connectors come first.
            var purposes = new ProposalPurposes(advice);
            foreach (var proposal in advice.Proposals.OrderBy(proposal => proposal.IsTransportRule))
                WriteProposal(proposal, purposes, output);
            output.Write("\n");
        }
    }

    private static void WriteProposal(Proposal proposal, ProposalPurposes purposes, TextWriter output)
    {
        output.Write("\n");
        foreach (var need in purposes.Of(proposal))
            output.Write(CommentText.Line($"{need.Id} ({need.Scenario}, {AdviceTextWriter.Word(need.Verdict)}): {need.Reason}"));
        if (proposal.IsMadeByWizard)
        {
            output.Write(CommentText.Line($"{(proposal.Direction == Direction.Inbound ? "Inbound" : "Outbound")} hybrid connector: run the Hybrid Configuration Wizard, which makes it; do not create it by hand."));
            return;
        }

        var cmdlet = proposal.IsTransportRule ? "New-TransportRule" : proposal.Direction == Direction.Inbound ? "New-InboundConnector" : "New-OutboundConnector";
        output.Write(PowerShellText.Command(cmdlet, proposal.Entry));
    }
}

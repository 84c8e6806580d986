using ConnectorLint.Conversion;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Playground;

/// <summary>The connectors to create, as a DSC document.</summary>
internal static class AdviceDsc
{
    public static string Of(TenantModel tenant, Advice advice)
    {
        var made = advice.Proposals.Where(proposal => !proposal.IsMadeByWizard).ToArray();
        var notes = new List<string>();
        if (tenant.Topology is null)
            notes.Add("Nothing is known of the topology; declare it first.");
        else if (advice.Proposals.Count == 0)
            notes.Add("Nothing is to be created.");
        notes.AddRange(AdviceYamlWriter.Changes(advice).Select(need => $"For {need.Id} ({AdviceTextWriter.Word(need.Verdict)}): {need.Change}."));
        notes.AddRange(AdviceYamlWriter.Unwritten(advice).Select(need => $"Not written: {need.Id} ({AdviceTextWriter.Word(need.Verdict)}). Declare {string.Join("; ", need.MissingFacts)}."));
        notes.AddRange(advice.Proposals.Where(proposal => proposal.IsMadeByWizard).Select(proposal => $"{(proposal.Direction == Direction.Inbound ? "Inbound" : "Outbound")} hybrid connector: run the Hybrid Configuration Wizard, which makes it; do not create it by hand."));

        var purposes = new ProposalPurposes(advice);
        var topology = new List<ProposedSetting>();
        var domains = advice.Proposals.SelectMany(proposal => proposal.AcceptedDomains).Distinct().Select(domain => new ConvertedEntry([new ProposedSetting(AcceptedDomainProperties.Name, domain)], [])).ToArray();
        if (domains.Length > 0)
            topology.Add(new ProposedSetting(TopologyProperties.AcceptedDomains, domains));
        if (made.Where(proposal => proposal.IsTransportRule).Select(proposal => Entry(proposal, purposes)).ToArray() is { Length: > 0 } rules)
            topology.Add(new ProposedSetting(TopologyProperties.TransportRules, rules));
        return DscText.Of(new ConvertedTenant(
            tenant.Name, topology.Count == 0 ? null : new ConvertedEntry(topology, []),
            [.. made.Where(proposal => !proposal.IsTransportRule && proposal.Direction == Direction.Inbound).Select(proposal => Entry(proposal, purposes))],
            [.. made.Where(proposal => !proposal.IsTransportRule && proposal.Direction == Direction.Outbound).Select(proposal => Entry(proposal, purposes))], notes));
    }

    private static ConvertedEntry Entry(Proposal proposal, ProposalPurposes purposes) =>
        new([.. proposal.Entry], [.. purposes.Of(proposal).Select(need => $"{need.Id} ({need.Scenario}, {AdviceTextWriter.Word(need.Verdict)}): {need.Reason}")]);
}

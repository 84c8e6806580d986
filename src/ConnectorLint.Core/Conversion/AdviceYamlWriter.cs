using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Conversion;

/// <summary>The connectors to create, as a manifest of the same tenant that itself lints clean beside the topology.</summary>
internal static class AdviceYamlWriter
{
    public static void Write(IReadOnlyList<(TenantModel Tenant, Advice Advice)> answers, TextWriter output)
    {
        var first = true;
        foreach (var (tenant, advice) in answers)
        {
            if (!first)
                output.Write("---\n");
            first = false;
            output.Write($"connectorlint: 1\ntenant: {ProposalYaml.Quote(tenant.Name)}\n");
            WriteMissing(tenant, advice, output);
            var purposes = new ProposalPurposes(advice);
            WriteTopology(advice, purposes, output);
            WriteList("inboundConnectors", advice.Proposals.Where(p => !p.IsTransportRule && p.Direction == Direction.Inbound), "", purposes, output);
            WriteList("outboundConnectors", advice.Proposals.Where(p => !p.IsTransportRule && p.Direction == Direction.Outbound), "", purposes, output);
        }
    }

    private static void WriteMissing(TenantModel tenant, Advice advice, TextWriter output)
    {
        if (tenant.Topology is null)
            output.Write("# Nothing is known of the topology; declare it first.\n");
        else if (advice.Proposals.Count == 0)
            output.Write("# Nothing is to be created.\n");
        foreach (var need in Changes(advice))
            output.Write(CommentText.Line($"For {need.Id} ({AdviceTextWriter.Word(need.Verdict)}): {need.Change}."));
        foreach (var need in Unwritten(advice))
            output.Write(CommentText.Line($"Not written: {need.Id} ({AdviceTextWriter.Word(need.Verdict)}). Declare {string.Join("; ", need.MissingFacts)}."));
    }

    /// <summary>Needs that a declared connector is to be changed for.</summary>
    public static IEnumerable<Need> Changes(Advice advice) =>
        advice.Planned.Where(need => need.Verdict <= Verdict.Recommended && need.Fulfilment != Fulfilment.Met && need.Change is not null);

    /// <summary>Needs whose connector can't be written down, because a fact is not declared.</summary>
    public static IEnumerable<Need> Unwritten(Advice advice) =>
        advice.Planned.Where(need => need.Verdict <= Verdict.Recommended && need.Fulfilment != Fulfilment.Met && need.Change is null && need.MissingFacts.Count > 0);

    private static void WriteTopology(Advice advice, ProposalPurposes purposes, TextWriter output)
    {
        var domains = advice.Proposals.SelectMany(proposal => proposal.AcceptedDomains).Distinct().ToArray();
        var rules = advice.Proposals.Where(proposal => proposal.IsTransportRule).ToArray();
        if (domains.Length + rules.Length == 0)
            return;
        output.Write("topology:\n");
        if (domains.Length > 0)
        {
            output.Write("  # Add these domains in the Microsoft 365 admin center: the add-on's certificate bears them.\n  acceptedDomains:\n");
            foreach (var domain in domains)
                output.Write($"    - {{name: {domain}}}\n");
        }

        WriteList("transportRules", rules, "  ", purposes, output);
    }

    private static void WriteList(string key, IEnumerable<Proposal> proposals, string indent, ProposalPurposes purposes, TextWriter output)
    {
        var list = proposals.ToArray();
        if (list.Length == 0)
            return;
        output.Write($"{indent}{key}:\n");
        foreach (var proposal in list)
        {
            foreach (var need in purposes.Of(proposal))
                output.Write(CommentText.Line($"{need.Id} ({need.Scenario}, {AdviceTextWriter.Word(need.Verdict)}): {need.Reason}", indent + "  "));
            if (proposal.IsMadeByWizard)
                output.Write(CommentText.Line("The Hybrid Configuration Wizard makes this one; do not create it by hand.", indent + "  "));
            output.Write(ManifestText.Item(proposal.Entry, indent + "  "));
        }
    }
}

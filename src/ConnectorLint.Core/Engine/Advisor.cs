using System.Text;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Readers;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>The answer to "do I need a connector?" for one tenant.</summary>
/// <param name="Needs">What the topology needs, each with the declared connectors that meet it.</param>
/// <param name="Proposals">What to create so that all that is required or recommended is met, the widest first; none makes another superfluous.</param>
/// <param name="Planned">The needs as they are once the proposals are made: each with the connectors, declared or proposed, that meet it.</param>
public sealed record Advice(IReadOnlyList<Need> Needs, IReadOnlyList<Proposal> Proposals, IReadOnlyList<Need> Planned);

/// <summary>Works out what to create for a tenant.</summary>
public static class Advisor
{
    // The widest first: a connector for all mail may meet what narrower ones would be made for.
    private static readonly NeedKind[][] Rounds =
    [
        [NeedKind.OnPremises, NeedKind.Hybrid],
        [NeedKind.ForeignSenders],
        [NeedKind.CentralizedTransport],
        [NeedKind.OutboundGateway],
        [NeedKind.AddOn, NeedKind.AddOnRule],
        [NeedKind.InboundService],
        [NeedKind.PastTheFilter],
        [NeedKind.Domain, NeedKind.Subdomains],
        [NeedKind.Partner],
        [NeedKind.Device],
    ];

    /// <summary>Answers for a tenant; nothing for one without a topology.</summary>
    public static Advice Advise(TenantModel tenant)
    {
        if (tenant.Topology is null)
            return new Advice([], [], []);
        var declared = NeedList.Of(tenant, new FlowIndex(tenant));
        var planned = declared;
        var proposals = new List<Proposal>();
        foreach (var kinds in Rounds)
        {
            var round = planned
                .Where(need => kinds.Contains(need.Kind) && need.Verdict <= Verdict.Recommended && need.Fulfilment != Fulfilment.Met && need.Proposal is not null)
                .Select(need => need.Proposal!).Distinct().ToArray();
            if (round.Length == 0)
                continue;
            proposals.AddRange(round);
            tenant = With(tenant, round);
            planned = NeedList.Of(tenant, new FlowIndex(tenant));
        }

        return new Advice(declared, proposals, planned);
    }

    /// <summary>The proposals as a manifest of the same tenant: what <c>advise --as yaml</c> prints, without its comments.</summary>
    public static string Manifest(string tenant, IReadOnlyList<Proposal> proposals)
    {
        var text = new StringBuilder("connectorlint: 1\ntenant: ").Append(ProposalYaml.Quote(tenant)).Append('\n');
        var domains = proposals.SelectMany(p => p.AcceptedDomains).Distinct().ToArray();
        var rules = proposals.Where(p => p.IsTransportRule).ToArray();
        if (domains.Length + rules.Length > 0)
        {
            text.Append("topology:\n");
            AppendList(text, "  ", "acceptedDomains", domains.Select(d => $"- {{name: {d}}}"));
            AppendList(text, "  ", "transportRules", rules.Select(ProposalYaml.Entry));
        }

        AppendList(text, "", "inboundConnectors", proposals.Where(p => !p.IsTransportRule && p.Direction == Direction.Inbound).Select(ProposalYaml.Entry));
        AppendList(text, "", "outboundConnectors", proposals.Where(p => !p.IsTransportRule && p.Direction == Direction.Outbound).Select(ProposalYaml.Entry));
        return text.ToString();
    }

    private static void AppendList(StringBuilder text, string indent, string key, IEnumerable<string> entries)
    {
        var first = true;
        foreach (var entry in entries)
        {
            if (first)
                text.Append(indent).Append(key).Append(":\n");
            first = false;
            text.Append(indent).Append("  ").Append(entry).Append('\n');
        }
    }

    // Proposals become connectors by the same reader as everybody's.
    private static TenantModel With(TenantModel tenant, IReadOnlyList<Proposal> proposals)
    {
        var part = ManifestReader.Read(new SourceText("proposed.yaml", Manifest(tenant.Name, proposals))).Parts[0];
        return tenant with
        {
            Topology = part.Topology is null ? tenant.Topology : new Topology(TenantAssembler.Merge(tenant.Topology!.Store, part.Topology)),
            InboundConnectors = [.. tenant.InboundConnectors, .. part.InboundConnectors.Select((store, i) => new InboundConnector(store, i + 1))],
            OutboundConnectors = [.. tenant.OutboundConnectors, .. part.OutboundConnectors.Select((store, i) => new OutboundConnector(store, i + 1))],
        };
    }
}

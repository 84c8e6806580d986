using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Practice;

internal sealed class ThirdPartyMxWithoutArcSealer : ITenantRule
{
    public RuleInfo Info { get; } = new("CL4022", "third-party-mx-without-arc-sealer", Severity.Info)
    {
        Summary = "MX points at a third-party service, and none is trusted to seal messages.",
        Why = "What the service changes in messages breaks their signatures, which counts against the senders.",
        Help = "Add the service's domain to the trusted ARC sealers.",
        Source = "ORCA",
        Confidence = "documented by a configuration analyzer",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter}], arcTrustedSealers: []}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter}], arcTrustedSealers: [filter.example]}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || topology.ArcTrustedSealers is not { IsKnown: true, Value.Count: 0 })
            return;
        var services = topology.Services.Where(service => service.Role.Is(ServiceRole.InboundFilter) || service.Role.Is(ServiceRole.InboundNonFiltering)).Select(service => service.Name);
        var waiting = new HashSet<string>(services, StringComparer.OrdinalIgnoreCase);
        foreach (var domain in topology.AcceptedDomains)
        {
            if (!domain.HasMx(MxKind.ThirdParty) || !waiting.Remove(domain.Mx.Value.Value.Service))
                continue;
            context.Report(
                domain.Owner, domain.Mx.Span,
                $"MX of {domain.Name} points at {domain.Mx.Value.Value.Service}, and no trusted ARC sealer is declared; signatures that the service breaks count against the sender",
                "arcTrustedSealers",
                related: [new RelatedSpan(topology.ArcTrustedSealers.PairSpan, "the list is empty")]);
        }
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Needs;

internal sealed class InternalRelayNotNeeded : ITenantRule
{
    public RuleInfo Info { get; } = new("CL1016", "internal-relay-not-needed", Severity.Warning)
    {
        Summary = "An internal relay domain whose recipients are all in the cloud.",
        Why = "Mail for recipients that do not exist is not refused at the edge; it is accepted and bounces, or loops.",
        Help = "Use type Authoritative.",
        Source = "AD, DBEB, SUBDOM",
        Bad = """
            topology: {mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com, type: InternalRelay}]}
            """,
        Good = """
            topology: {mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com, type: Authoritative}]}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || !topology.Mailboxes.Is(Place.Cloud) || !topology.OnPremises.Server.Is(ServerKind.None)
            || topology.DependsOnUnknownRecipients.CanBe(true) || !context.Tenant.IsOutboundComplete)
        {
            return;
        }

        foreach (var domain in topology.AcceptedDomains)
        {
            if (!domain.Type.Is(DomainType.InternalRelay) || domain.MatchSubDomains.CanBe(true)
                || domain.Recipients.CanBe(Place.OnPremises) || domain.Recipients.CanBe(Place.Both)
                || context.Flow.UncertainOutbound.Count > 0 || context.Needs.Scenarios!.Covering(domain.Name).Any())
            {
                continue;
            }

            context.Report(
                domain.Owner, domain.Type.Span,
                $"accepted domain {domain.Name} is InternalRelay although all recipients are in the cloud, so mail for unknown recipients is not refused at the edge",
                "type",
                help: "Use type: Authoritative. If cloud public folders or dynamic distribution groups get mail from outside, declare dependsOnUnknownRecipients: true.",
                related: [new RelatedSpan(topology.Mailboxes.Span, "all mailboxes are in the cloud")]);
        }
    }
}

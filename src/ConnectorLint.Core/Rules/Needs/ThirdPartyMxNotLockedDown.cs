using ConnectorLint.Diagnostics;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class ThirdPartyMxNotLockedDown : ITenantRule
{
    public RuleInfo Info { get; } = new("CL1018", "third-party-mx-not-locked-down", Severity.Warning)
    {
        Summary = "All MX records point at a third-party service, and nothing stops senders from going past it.",
        Why = "Anybody can deliver straight to Exchange Online, unseen by the service that is to filter mail.",
        Help = "Create an inbound connector with connectorType Partner, senderDomains \"*\", and restrictDomainsToCertificate (preferred) or restrictDomainsToIPAddresses with the service's identity.",
        Source = "3P, PARTNER",
        Confidence = "documented as best practice (3P); PARTNER calls it optional, so it is no error",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter}]}
            inboundConnectors: []
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter}]}
            inboundConnectors:
              - {name: Only filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: "*.filter.example", efSkipLastIP: true}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Needs.Scenarios is not { AllMxThirdParty: true } scenarios || !context.Tenant.IsInboundComplete
            || context.Flow.LockDowns.Count > 0 || scenarios.MayHavePartnerInbound
            || context.Tenant.InboundConnectors.Any(c => c.CanBeActive && c.CanBePartner && (c.RestrictDomainsToCertificate.IsUncertain || c.RestrictDomainsToIPAddresses.IsUncertain)))
        {
            return;
        }

        var domain = scenarios.OwnDomains[0];
        var service = domain.Mx.Value.Value.Service;
        var need = context.Needs.Find($"service:{service}/inbound");
        context.Report(
            $"service:{service}/inbound", domain.Mx.Span,
            $"MX points at {service}, but no inbound Partner connector with senderDomains \"*\" refuses mail from elsewhere, so senders can deliver straight to Exchange Online and past {service}",
            "mx",
            help: need is null ? Info.Help : ProposalYaml.Help(need, Info.Help),
            fixes: need is null ? null : MissingConnectorFix.Of(need, context));
    }
}

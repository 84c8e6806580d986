using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class HybridConnectorMissing : INeedRule
{
    public RuleInfo Info { get; } = new("CL1003", "hybrid-connector-missing", Severity.Error)
    {
        Summary = "Hybrid is declared complete, and one of the wizard's two connectors is missing.",
        Why = "Mail between the two halves of the organization has no way in that direction, or loses the headers that make it internal.",
        Help = "Rerun the Hybrid Configuration Wizard and declare the connector that it makes; do not build it by hand.",
        Source = "USE, HCW, HCW-OPT, INFAQ, DECOM",
        Confidence = "documented; the warning is inferred: a source is lost when a connector is made anew",
        Bad = """
            topology: {hybrid: completed, onPremises: {server: exchange2010OrLater}}
            inboundConnectors:
              - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
            """,
        Good = """
            topology: {hybrid: completed, onPremises: {server: exchange2010OrLater}}
            inboundConnectors:
              - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
            outboundConnectors:
              - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com, cloudServicesMailEnabled: true}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need.Kind != NeedKind.Hybrid || need.Verdict != Verdict.Required)
            return;
        var direction = need.Direction == Direction.Inbound ? "inbound" : "outbound";
        var loss = need.Direction == Direction.Inbound ? "mail from your servers is treated as coming from the internet" : "mail for mailboxes on your servers has no way there";
        var state = context.IsInferred(need.Span) ? "hybrid is complete (inferred from the deployment)" : "hybrid is declared complete";
        if (need.Fulfilment == Fulfilment.Unmet)
        {
            context.Report(
                need.Id, need.Span,
                need.UncoveredDomain is { } domain
                    ? $"{state}, but no outbound OnPremises connector covers an accepted domain such as {domain}, so {loss}"
                    : $"{state}, but there is no {direction} OnPremises connector from the Hybrid Configuration Wizard, so {loss}",
                help: Info.Help + " If the wizard ran with its Minimal or Express option, which make no connectors, declare hybrid: minimal.",
                related: context.InferredAt(need.Span));
            return;
        }

        foreach (var half in HybridPair.Halves(context.Tenant, need.Direction))
        {
            if (!context.Tenant.IsComplete(need.Direction))
                break;
            context.Report(
                half, half.NameSpan,
                $"'{half.Name}': there is no active {direction} connector with the same GUID in its name, so for these servers {loss}",
                severity: Severity.Warning,
                help: "Rerun the Hybrid Configuration Wizard for this forest, or turn the other connector on.");
        }

        // Recreated connectors lose their source, so this is only a warning.
        if (need.Fulfilment == Fulfilment.Met && !need.MetBy.Any(c => c.ConnectorSource.CanBe(ConnectorSource.HybridWizard)))
        {
            context.Report(
                need.Id, need.Span,
                $"{state}, but no {direction} OnPremises connector has connectorSource HybridWizard, so headers between the two halves may be lost",
                severity: Severity.Warning,
                related: [new RelatedSpan(need.MetBy[0].NameSpan, "the connector that is there"), .. context.InferredAt(need.Span)]);
        }
    }
}

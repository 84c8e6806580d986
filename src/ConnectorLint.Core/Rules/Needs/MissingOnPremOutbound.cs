using ConnectorLint.Diagnostics;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class MissingOnPremOutbound : INeedRule
{
    public RuleInfo Info { get; } = new("CL1002", "missing-onprem-outbound", Severity.Error)
    {
        Summary = "Your own mail servers need an outbound connector, and none is declared.",
        Why = "Microsoft 365 has no way to your servers: mail for mailboxes there follows the MX record, which may lead back to Microsoft 365, and is lost.",
        Help = "Create an outbound connector with connectorType OnPremises, useMXRecord false, smartHosts with your server, and allAcceptedDomains true.",
        Source = "SEED, USE, ROUTE, MULTI",
        Bad = """
            topology: {mailboxes: both, hybrid: none, onPremises: {server: exchange2010OrLater}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """,
        Good = """
            topology: {mailboxes: both, hybrid: none, onPremises: {server: exchange2010OrLater}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need.Id != OwnServers.Outbound || need.Kind != NeedKind.OnPremises || need.Fulfilment != Fulfilment.Unmet || need.Verdict > Verdict.Recommended || need.Misdirected is not null)
            return;
        var consequence = context.Needs.Scenarios!.AllMxOnPremises
            ? "so mail for mailboxes on your servers finds its way only by the MX records, which are your servers'"
            : "so mail for mailboxes on your servers has no way there";
        context.Report(
            need.Id, need.Span,
            need.UncoveredDomain is { } domain
                ? $"no outbound connector with connectorType OnPremises covers {domain} (recipientDomains or allAcceptedDomains), so its mail for mailboxes on your servers has no way there"
                : $"no connector from Office 365 to your organization's email server (an outbound connector with connectorType OnPremises), {consequence}",
            severity: need.Verdict == Verdict.Recommended ? Severity.Info : null,
            help: ProposalYaml.Help(need, Info.Help) + OwnServerHints.WayOut(context.Needs.Scenarios!),
            fixes: MissingConnectorFix.Of(need, context));
    }
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class MissingOnPremInbound : INeedRule
{
    public RuleInfo Info { get; } = new("CL1001", "missing-onprem-inbound", Severity.Error)
    {
        Summary = "Your own mail servers need an inbound connector, and none is declared.",
        Why = "Microsoft 365 takes mail from your servers for mail from the internet: it is filtered as such, and what they relay to outside recipients is refused.",
        Help = "Create an inbound connector with connectorType OnPremises, known by tlsSenderCertificateName (recommended) or senderIPAddresses.",
        Source = "SEED, USE, ROUTE, MULTI",
        Bad = """
            topology: {subscription: eopStandalone, mailboxes: onPremises, onPremises: {server: nonMicrosoft}}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            topology: {subscription: eopStandalone, mailboxes: onPremises, onPremises: {server: nonMicrosoft}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need.Id != OwnServers.Inbound || need.Kind != NeedKind.OnPremises || need.Fulfilment != Fulfilment.Unmet || need.Verdict > Verdict.Recommended || need.Misdirected is not null)
            return;
        var consequence = need.Scenario == "S5"
            ? "so what your servers send to the internet is refused (550 5.7.64)"
            : need.Verdict == Verdict.Recommended
            ? "so mail from your servers is treated as coming from the internet"
            : "so mail from your servers is treated as coming from the internet, and what they relay to outside recipients is refused";
        context.Report(
            need.Id, need.Span,
            $"no connector from your organization's email server to Office 365 (an inbound connector with connectorType OnPremises), {consequence}",
            severity: need.Verdict == Verdict.Recommended ? Severity.Info : null,
            help: ProposalYaml.Help(need, Info.Help) + OwnServerHints.WayOut(context.Needs.Scenarios!),
            fixes: MissingConnectorFix.Of(need, context));
    }
}

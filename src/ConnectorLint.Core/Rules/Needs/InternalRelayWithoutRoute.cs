using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class InternalRelayWithoutRoute : INeedRule
{
    public RuleInfo Info { get; } = new("CL1015", "internal-relay-without-route", Severity.Error)
    {
        Summary = "An internal relay domain has recipients outside the cloud, and no connector leads to them.",
        Why = "Recipients of the domain that are not in the cloud get no mail.",
        Help = "Add the domain to an outbound connector's recipientDomains, or set allAcceptedDomains on it.",
        Source = "AD, MULTI",
        Confidence = "documented; with the MX on-premises inferred",
        Bad = """
            topology: {mailboxes: both, acceptedDomains: [{name: fabrikam.com, type: InternalRelay}]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            topology: {mailboxes: both, acceptedDomains: [{name: fabrikam.com, type: InternalRelay}]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: fabrikam.com}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com, fabrikam.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Domain, Fulfilment: Fulfilment.Unmet, Subject: AcceptedDomain domain } || OwnServerHints.IsOutboundMissing(context, need))
            return;
        // Where the MX is on-premises the rest is found, though by a detour.
        var consequence = need.Verdict == Verdict.Recommended
            ? "so recipients outside the cloud are found only by the MX record, which is your server's"
            : "so recipients outside the cloud get no mail";
        context.Report(
            need.Id, domain.Type.Span,
            $"accepted domain {domain.Name} is InternalRelay, but no outbound connector covers it (recipientDomains or allAcceptedDomains), {consequence}",
            severity: need.Verdict == Verdict.Recommended ? Severity.Info : null,
            help: ProposalYaml.Help(need, Info.Help) + (domain.Recipients.IsAbsent ? "\nIf all recipients of the domain are in the cloud, declare recipients: cloud on it." : ""),
            fixes: MissingConnectorFix.Of(need, context));
    }
}

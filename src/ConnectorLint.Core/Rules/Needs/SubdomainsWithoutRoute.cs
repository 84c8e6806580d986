using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class SubdomainsWithoutRoute : INeedRule
{
    public RuleInfo Info { get; } = new("CL1017", "subdomains-without-route", Severity.Error)
    {
        Summary = "An accepted domain takes mail for all subdomains, and no connector leads on.",
        Why = "Mail to a subdomain is accepted and then has nowhere to go.",
        Help = "Set allAcceptedDomains on an outbound connector, or add the wildcard to its recipientDomains; better, add each subdomain as an accepted domain.",
        Source = "SUBDOM",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com, "*.contoso.com"], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Subdomains, Fulfilment: Fulfilment.Unmet, Subject: AcceptedDomain domain }
            || OwnServerHints.IsOutboundMissing(context, need)
            || context.Needs.Find($"domain:{domain.Name}/outbound") is { Fulfilment: Fulfilment.Unmet })
        {
            return;
        }

        var consequence = need.Verdict == Verdict.Recommended
            ? "so that mail finds its way only by the MX record, which is your server's"
            : "so that mail has nowhere to go";
        context.Report(
            need.Id, domain.MatchSubDomains.PairSpan,
            $"accepted domain {domain.Name} accepts mail for its subdomains, but no outbound connector has allAcceptedDomains or *.{domain.Name} in recipientDomains, {consequence}",
            severity: need.Verdict == Verdict.Recommended ? Severity.Info : null,
            help: ProposalYaml.Help(need, Info.Help),
            fixes: MissingConnectorFix.Of(need, context));
    }
}

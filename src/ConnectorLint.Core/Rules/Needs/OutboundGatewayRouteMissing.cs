using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class OutboundGatewayRouteMissing : INeedRule
{
    public RuleInfo Info { get; } = new("CL1020", "outbound-gateway-route-missing", Severity.Error)
    {
        Summary = "A service is to take mail to the internet, and no connector leads to it.",
        Why = "Mail goes to the internet by MX and past the service, so it is not archived, encrypted or checked there.",
        Help = "Create an outbound connector with connectorType Partner, recipientDomains \"*\", useMXRecord false and the service's smartHosts.",
        Source = "3P, PARTNER",
        Confidence = "inferred",
        Bad = """
            topology: {services: [{name: Archive, role: outboundGateway, smartHosts: [out.archive.example]}]}
            outboundConnectors: []
            """,
        Good = """
            topology: {services: [{name: Archive, role: outboundGateway, smartHosts: [out.archive.example]}]}
            outboundConnectors:
              - {name: Via archive, connectorType: Partner, recipientDomains: ["*"], useMXRecord: false, smartHosts: [out.archive.example], tlsSettings: DomainValidation, tlsDomain: out.archive.example}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.OutboundGateway, IsMissing: true, Subject: Service service })
            return;
        context.Report(
            need.Id, need.Span,
            $"service '{service.Name}': no outbound connector sends internet mail to it (smartHosts {string.Join(", ", service.SmartHosts.Value!.Select(h => h.Text))}), so mail goes past it",
            help: ProposalYaml.Help(need, Info.Help),
            fixes: MissingConnectorFix.Of(need, context));
    }
}

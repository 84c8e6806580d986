using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class PartnerSmartHostNotUsed : INeedRule
{
    public RuleInfo Info { get; } = new("CL1026", "partner-smart-host-not-used", Severity.Error)
    {
        Summary = "Mail to a partner does not go to the host that the topology names.",
        Why = "The mail takes another way than agreed: by MX, or to somebody else's host.",
        Help = "Give the partner an outbound connector with connectorType Partner, useMXRecord: false and the smartHosts.",
        Source = "PARTNER, ROUTE",
        Bad = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], outbound: {smartHosts: [gw.contosobank.com]}}]}
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], useMXRecord: true, tlsSettings: CertificateValidation}
            """,
        Good = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], outbound: {smartHosts: [gw.contosobank.com]}}]}
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [gw.contosobank.com], tlsSettings: CertificateValidation}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Partner, Direction: Direction.Outbound, IsMissing: true, Misdirected: null, Subject: Partner partner }
            || Fulfilments.UnmetOutbound(context.Needs.Scenarios!, partner) is not { Property: "smartHosts" } unmet)
        {
            return;
        }

        var way = unmet.Connector is OutboundConnector { SmartHosts.IsKnown: true } connector && connector.EffectiveUseMXRecord == false
            ? $"to {Wording.List(connector.SmartHosts.Value!)} by '{connector.Name}'"
            : unmet.Connector is { } byMx ? $"by MX ('{byMx.Name}')" : "by MX";
        context.Report(
            need.Id, partner.OutboundSmartHosts.Span,
            $"partner '{partner.Name}': mail to {unmet.Domain} goes {way}, not to {Wording.List(partner.OutboundSmartHosts.Value!)}",
            "smartHosts",
            help: unmet.Connector is null ? ProposalYaml.Help(need, Info.Help) : $"Set useMXRecord: false and smartHosts: [{string.Join(", ", partner.OutboundSmartHosts.Value!.Select(host => host.Text))}] on '{unmet.Connector.Name}', or give the partner a connector of its own.",
            related: unmet.Connector is null ? [] : [new RelatedSpan(unmet.Connector.NameSpan, "the connector that the mail takes")],
            fixes: unmet.Connector is null ? MissingConnectorFix.Of(need, context) : null);
    }
}

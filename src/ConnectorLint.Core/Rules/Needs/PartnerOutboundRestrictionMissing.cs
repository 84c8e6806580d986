using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class PartnerOutboundRestrictionMissing : INeedRule
{
    public RuleInfo Info { get; } = new("CL1008", "partner-outbound-restriction-missing", Severity.Error)
    {
        Summary = "The topology wants TLS for mail to a partner, and the connector that the mail takes does not force it.",
        Why = "Mail to the partner leaves in plain text when the other side, or somebody between, offers no TLS.",
        Help = "Create an outbound connector with connectorType Partner for the partner's domains that sets tlsSettings.",
        Source = "PARTNER, NEW-OUT, RULE-ACT",
        Bad = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true, certificateDomain: "*.contosobank.com"}}]}
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
            """,
        Good = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true, certificateDomain: "*.contosobank.com"}}]}
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: DomainValidation, tlsDomain: "*.contosobank.com"}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Partner, Direction: Direction.Outbound, IsMissing: true, Misdirected: null, Subject: Partner partner }
            || Fulfilments.UnmetOutbound(context.Needs.Scenarios!, partner) is not { Property: not "smartHosts" } unmet)
        {
            return;
        }

        var where = unmet.Connector is { } connector ? $"'{connector.Name}' does not set {unmet.Property}" : $"no connector sets {unmet.Property} for it";
        context.Report(
            need.Id, need.Span,
            $"partner '{partner.Name}': mail to {unmet.Domain} may leave without {unmet.Wish}, because {where}",
            property: "tlsSettings",
            help: unmet.Connector is null ? ProposalYaml.Help(need, Info.Help) : $"Set {unmet.Property} on '{unmet.Connector.Name}', or give the partner a connector of its own.",
            related: unmet.Connector is null ? [] : [new RelatedSpan(unmet.Connector.NameSpan, "the connector that the mail takes")],
            fixes: unmet.Connector is null ? MissingConnectorFix.Of(need, context) : null);
    }
}

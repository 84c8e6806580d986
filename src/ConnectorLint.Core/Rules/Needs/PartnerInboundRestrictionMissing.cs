using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class PartnerInboundRestrictionMissing : INeedRule
{
    public RuleInfo Info { get; } = new("CL1007", "partner-inbound-restriction-missing", Severity.Error)
    {
        Summary = "The topology wants a restriction for mail from a partner, and no connector enforces it.",
        Why = "Mail that claims to come from the partner is accepted without TLS, or from anywhere.",
        Help = "Create an inbound connector with connectorType Partner for the partner's domains that sets the restriction.",
        Source = "PARTNER",
        Bad = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]}
            inboundConnectors: []
            """,
        Good = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]}
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Partner, Direction: Direction.Inbound, IsMissing: true, Misdirected: null, Subject: Partner partner }
            || Fulfilments.UnmetInbound(context.Needs.Scenarios!, partner) is not { } unmet)
        {
            return;
        }

        if (unmet.Refused is { } refused)
        {
            context.Report(
                need.Id, need.Span,
                $"partner '{partner.Name}': mail from {unmet.Domain} that comes from {refused} is refused, because senderIPAddresses of '{unmet.Connector!.Name}' does not hold all of the partner's addresses",
                property: unmet.Property,
                severity: Severity.Warning,
                help: $"Add {refused} to senderIPAddresses of '{unmet.Connector.Name}', or take it from the partner's ips.",
                related: [new RelatedSpan(unmet.Connector.NameSpan, "the connector for the partner's mail")]);
            return;
        }

        var where = unmet.Connector is { } connector ? $"'{connector.Name}' {Lack(unmet.Property)}" : $"no inbound Partner connector sets {unmet.Property} for it";
        context.Report(
            need.Id, need.Span,
            $"partner '{partner.Name}': mail from {unmet.Domain} is accepted without {unmet.Wish}, because {where}",
            property: unmet.Property,
            help: unmet.Connector is null ? ProposalYaml.Help(need, Info.Help) : $"Set {unmet.Property} on '{unmet.Connector.Name}' to what the topology names.",
            related: unmet.Connector is null ? [] : [new RelatedSpan(unmet.Connector.NameSpan, "the connector for the partner's mail")],
            fixes: unmet.Connector is null ? MissingConnectorFix.Of(need, context) : null);
    }

    private static string Lack(string property) => property switch
    {
        "requireTls" => "sets requireTls to false",
        "tlsSenderCertificateName" => "takes another certificate (tlsSenderCertificateName)",
        "senderIPAddresses" => "takes other addresses too (senderIPAddresses)",
        _ => $"does not set {property}",
    };
}

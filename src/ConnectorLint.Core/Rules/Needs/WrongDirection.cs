using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class WrongDirection : INeedRule
{
    public RuleInfo Info { get; } = new("CL1010", "wrong-direction", Severity.Error)
    {
        Summary = "A connector goes the other way than the one that is needed, and is of no use where it is.",
        Why = "Mail in the direction that was meant has no connector and is refused or unprotected; the other direction never needed one.",
        Help = "Make the connector anew in the other list.",
        Source = "SEED, USE",
        Confidence = "inferred from the From and To columns of the vendor's table",
        Bad = """
            topology: {mailboxes: cloud, onPremises: {server: none}, devices: [{name: printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}]}
            outboundConnectors:
              - {name: Printer, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [203.0.113.10]}
            """,
        Good = """
            topology: {mailboxes: cloud, onPremises: {server: none}, devices: [{name: printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}]}
            inboundConnectors:
              - {name: Printer, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (!need.IsMissing || need.Misdirected is not { } connector)
            return;
        var isInbound = connector.Direction == Direction.Inbound;
        var stranger = need.Kind == NeedKind.Partner ? Party.PartnerOrganization : Party.YourServer;
        var (from, to) = isInbound ? (stranger, Party.Office365) : (Party.Office365, stranger);
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': goes from {Name(from)} to {Name(to)}, but {Subject(need)} needs one from {Name(need.From)} to {Name(need.To)}, {Consequence(need)}",
            value: need.Id,
            help: ProposalYaml.Help(need, $"Remove it from {(isInbound ? "inboundConnectors" : "outboundConnectors")} and create it in {(isInbound ? "outboundConnectors" : "inboundConnectors")}."),
            related: [new RelatedSpan(need.Span, "this needs the connector")]);
    }

    private static string Consequence(Need need) => need switch
    {
        { Kind: NeedKind.Partner, Direction: Direction.Inbound } => "so mail from it is accepted without the restriction that is wanted",
        { Kind: NeedKind.Partner } => "so mail to it leaves without the restriction that is wanted",
        _ => "so what it sends to outside recipients is refused (550 5.7.64)",
    };

    private static string Subject(Need need) => need.Subject switch
    {
        Device device => $"device '{device.Name}'",
        Partner partner => $"partner '{partner.Name}'",
        _ => "your own server",
    };

    // Inside a sentence only the proper name keeps its capital.
    private static string Name(Party party) => party switch
    {
        Party.YourServer => "your organization's email server",
        Party.PartnerOrganization => "the partner organization",
        _ => party.Text(),
    };
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class WrongDirectionTests
{
    [Fact]
    public void An_outbound_connector_to_a_device_that_sends() => Yaml("""
        topology:
          devices:
            - {name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}
        outboundConnectors:
          - name: {|CL1010:Printers|}
            connectorType: OnPremises
            recipientDomains: ["*"]
            useMXRecord: false
            smartHosts: [203.0.113.10]
        """)
        .Says("'Printers': goes from Office 365 to your organization's email server, but device 'Printer' needs one from your organization's email server to Office 365, so what it sends to outside recipients is refused (550 5.7.64)")
        .WithSeverity(Severity.Error)
        .WithRelated("Printer")
        .Helps("""
            Add to inboundConnectors:
            - {name: Relay for devices, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """);

    [Fact]
    public void An_inbound_connector_where_mail_to_a_partner_is_to_be_restricted() => Yaml("""
        topology:
          partners:
            - {name: Bank, domains: [contosobank.com], outbound: {requireTls: true}}
        inboundConnectors:
          - {name: {|CL1010:Bank|}, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
        """)
        .Says("'Bank': goes from the partner organization to Office 365, but partner 'Bank' needs one from Office 365 to the partner organization, so mail to it leaves without the restriction that is wanted")
        .WithRelated("outbound");

    [Fact]
    public void An_outbound_connector_where_mail_from_a_partner_is_to_be_restricted() => Yaml("""
        topology:
          partners:
            - {name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}
        outboundConnectors:
          - {name: {|CL1010:Bank|}, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """)
        .Says("'Bank': goes from Office 365 to the partner organization, but partner 'Bank' needs one from the partner organization to Office 365, so mail from it is accepted without the restriction that is wanted");

    [Fact]
    public void An_outbound_connector_where_your_servers_only_send() => Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: nonMicrosoft, relaysToInternet: true, publicIPs: [203.0.113.10]}
        outboundConnectors:
          - {name: {|CL1010:Server|}, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [203.0.113.10]}
        """)
        .Says("'Server': goes from Office 365 to your organization's email server, but your own server needs one from your organization's email server to Office 365, so what it sends to outside recipients is refused (550 5.7.64)")
        .WithRelated("true")
        .Helps("""
            Add to inboundConnectors:
            - {name: From our servers, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """);

    [Fact]
    public void Where_the_connector_can_not_be_written_down_the_help_says_where_it_belongs() => Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: nonMicrosoft, relaysToInternet: true, smtpHosts: [mail.contoso.com]}
        outboundConnectors:
          - {name: {|CL1010:Server|}, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Helps("Remove it from outboundConnectors and create it in inboundConnectors. Declare onPremises.certificateNames or onPremises.publicIPs in the topology, and connectorlint advise writes it out.");

    [Fact]
    public void It_replaces_what_is_missing_and_what_is_unnecessary() => RuleTest.Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: none}
          devices: [{name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}]
          partners:
            - {name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}
            - {name: Shop, domains: [shop.example], outbound: {requireTls: true}}
        inboundConnectors:
          - {name: {|CL1010:Shop|}, senderDomains: [shop.example], requireTls: false}
        outboundConnectors:
          - {name: {|CL1010:Printers|}, connectorType: OnPremises, recipientDomains: [printer.contoso.com], useMXRecord: false, smartHosts: [203.0.113.10]}
          - {name: {|CL1010:Bank|}, recipientDomains: [contosobank.com]}
        """).Only("CL1").IsAsMarked();

    [Theory]
    [InlineData("[{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}, outbound: {requireTls: true}}]")]
    [InlineData("[{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}, {name: Twin, domains: [contosobank.com], outbound: {requireTls: true}}]")]
    public void Silent_when_the_connector_is_of_use_where_it_is(string partners) => Yaml($$"""
        topology: {partners: {{partners}} }
        outboundConnectors:
          - {name: Bank, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """).IsClean();

    [Fact]
    public void Silent_when_another_connector_stands_in_the_right_direction() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]
        inboundConnectors:
          - {name: From bank, senderDomains: [contosobank.com], requireTls: false}
        outboundConnectors:
          - {name: To bank, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner, smartHosts: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, enabled: false, smartHosts: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, smartHosts: [203.0.113.11]")]
    [InlineData("connectorType: OnPrem, smartHosts: [203.0.113.10]")]
    public void Silent_when_the_connector_is_not_of_the_needed_type_or_names_another(string settings) => Yaml($$"""
        topology:
          devices: [{name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}]
        outboundConnectors:
          - {name: Printers, {{settings}}, recipientDomains: ["*"], useMXRecord: false}
        """).IsClean();

    [Fact]
    public void Silent_when_both_directions_are_needed() => Yaml("""
        topology:
          mailboxes: both
          onPremises: {smtpHosts: [mail.contoso.com]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Fact]
    public void Silent_when_connectors_of_the_right_direction_were_not_read() => Yaml("""
        topology:
          devices: [{name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}]
        inboundConnectors: [text]
        outboundConnectors:
          - {name: Printers, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [203.0.113.10]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1010");
}

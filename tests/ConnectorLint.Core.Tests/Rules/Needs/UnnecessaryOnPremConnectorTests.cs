using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class UnnecessaryOnPremConnectorTests
{
    private const string CloudOnly = "mailboxes: cloud, onPremises: {server: none}";
    private const string Inbound = "{name: Old server, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.10]}";
    private const string Outbound = "{name: To old server, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}";

    [Fact]
    public void An_inbound_one_lets_whoever_matches_relay() => Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: none}
        inboundConnectors:
          - name: {|CL1005:Old server|}
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses: [203.0.113.10]
        """)
        .Says("'Old server': connectorType OnPremises, but all mailboxes are in the cloud and nothing declared sends through it; whoever matches it can relay mail through your tenant")
        .WithSeverity(Severity.Warning)
        .WithRelated("cloud")
        .Helps("Remove it, or declare what it is for: a device with method smtpRelay, a service with role addOn, or your server under onPremises.");

    [Fact]
    public void An_outbound_one_leads_to_a_server_that_should_not_be_there() => Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: none}
        outboundConnectors:
          - name: {|CL1005:To old server|}
            connectorType: OnPremises
            recipientDomains: [contoso.com]
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """)
        .Says("'To old server': connectorType OnPremises, but all mailboxes are in the cloud and nothing declared needs it; mail that matches it goes to a server that should not be there")
        .Helps("Remove it, or declare what it is for: a service with role addOn or outboundGateway, an accepted domain with type InternalRelay, or a transport rule that routes to it.");

    [Fact]
    public void A_certificate_of_somebody_else_explains_nothing() => Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: none}
          devices: [{name: Printer, method: smtpRelay, ip: 198.51.100.7}]
        inboundConnectors:
          - {name: {|CL1005:Old server|}, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        """).IsAsMarked();

    [Theory]
    [InlineData("mailboxes: cloud")]
    [InlineData("onPremises: {server: none}")]
    [InlineData("mailboxes: cloud, onPremises: {server: nonMicrosoft}")]
    [InlineData("mailboxes: both, onPremises: {server: none}")]
    [InlineData("mailboxes: clouds, onPremises: {server: none}")]
    [InlineData("mailboxes: cloud, onPremises: {server: no}")]
    [InlineData(CloudOnly + ", devices: [not a device]")]
    [InlineData(CloudOnly + ", devicez: []")]
    [InlineData(CloudOnly + ", centralizedMailTransport: true")]
    public void Silent_when_it_is_not_declared_that_all_is_in_the_cloud(string topology) => Yaml($$"""
        topology: {{{topology}}}
        inboundConnectors:
          - {{Inbound}}
        outboundConnectors:
          - {{Outbound}}
        """).IsClean();

    [Theory]
    [InlineData("devices: [{name: Printer, method: smtpRelay, ip: 198.51.100.7}]")]
    [InlineData("devices: [{name: Printer, method: directSend, ip: 203.0.113.10}]")]
    [InlineData("devices: [{name: Printer, method: smtp}]")]
    [InlineData("services: [{name: Sig, role: addOn, ips: [203.0.113.0/24]}]")]
    [InlineData("services: [{name: Sig, role: addOn}]")]
    [InlineData("services: [{name: Gate, role: outboundGateway, ips: [203.0.113.10]}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, type: InternalRelay}]")]
    public void Silent_when_something_declared_sends_through_it(string fact) => Yaml($$"""
        topology: {{{CloudOnly}}, {{fact}}}
        inboundConnectors:
          - {{Inbound}}
        """).IsClean();

    [Theory]
    [InlineData("services: [{name: Gate, role: outboundGateway, smartHosts: [mail.contoso.com]}]", "recipientDomains: [\"*\"]")]
    [InlineData("services: [{name: Sig, role: addOn, smartHosts: [mail.contoso.com]}]", "recipientDomains: [\"*\"]")]
    [InlineData("services: [{name: Sig, role: addOn}]", "recipientDomains: [\"*\"]")]
    [InlineData("acceptedDomains: [{name: contoso.com, type: InternalRelay}]", "recipientDomains: [\"*\"]")]
    [InlineData("acceptedDomains: [{name: contoso.com, type: External}]", "recipientDomains: [\"*\"]")]
    [InlineData("transportRules: [{name: R, routeMessageOutboundConnector: Out}]", "isTransportRuleScoped: true")]
    [InlineData("transportRules: [{name: R, routeMessageOutboundConnector: 6f1c8b1e-0d0e-4b3a-8f0e-2a1b3c4d5e6f}]", "isTransportRuleScoped: true, identity: 6f1c8b1e-0d0e-4b3a-8f0e-2a1b3c4d5e6f")]
    [InlineData("devices: []", "isTransportRuleScoped: true")]
    [InlineData("partners: [{name: Bank, domains: [eu.bank.example]}]", "recipientDomains: [\"*.bank.example\"]")]
    public void Silent_when_something_declared_needs_it(string fact, string settings) => Yaml($$"""
        topology: {{{CloudOnly}}, {{fact}}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("transportRules: []")]
    [InlineData("transportRules: [{name: R, routeMessageOutboundConnector: Another}]")]
    [InlineData("transportRules: [{name: R, enabled: false, routeMessageOutboundConnector: Out}]")]
    public void A_rule_scoped_one_that_no_declared_rule_uses_is_not_explained(string fact) => Yaml($$"""
        topology: {{{CloudOnly}}, {{fact}}}
        outboundConnectors:
          - {name: {|CL1005:Out|}, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("enabled: false, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorTyp: Partner, senderIPAddresses: [203.0.113.10]")]
    [InlineData("senderIPAddresses: [203.0.113.300]")]
    [InlineData("senderIpAdresses: [203.0.113.10]")]
    [InlineData("tlsSenderCertificateName: not a name")]
    public void Silent_when_it_is_inactive_or_a_value_could_not_be_read(string settings)
    {
        var type = settings.Contains("connectorTyp:", StringComparison.Ordinal) ? "" : "connectorType: OnPremises, ";
        Yaml($$"""
            topology: {{{CloudOnly}}}
            inboundConnectors:
              - {name: Old server, {{type}}senderDomains: ["*"], {{settings}}}
            """).IsClean();
    }

    [Fact]
    public void That_it_goes_the_wrong_way_is_said_instead() => RuleTest.Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: none}
          devices: [{name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}]
        outboundConnectors:
          - {name: {|CL1010:Printer|}, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [203.0.113.10]}
        """).Only("CL1005", "CL1010").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1005");
}

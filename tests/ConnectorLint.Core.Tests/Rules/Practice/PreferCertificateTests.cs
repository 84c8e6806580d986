using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class PreferCertificateTests
{
    [Fact]
    public void Addresses_alone() => Yaml("""
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            {|CL4001:senderIPAddresses|}:
              - 203.0.113.10
              - 203.0.113.11
        """)
        .Says("'In': senderIPAddresses alone identifies your servers, so whoever sends from there can send as you; a certificate (tlsSenderCertificateName) is recommended")
        .WithSeverity(Severity.Info)
        .Helps("Use a certificate: tlsSenderCertificateName with requireTls.");

    [Fact]
    public void So_in_JSON() => RuleTest.Json("""
        {"inboundConnectors": [{"name": "In", "connectorType": "OnPremises", "connectorSource": "Default", {|CL4001:"senderIPAddresses"|}: ["203.0.113.10"]}]}
        """).Only("CL4001").IsAsMarked();

    [Theory]
    [InlineData("mailboxes: both")]
    [InlineData("onPremises: {publicIPs: [203.0.113.10]}")]
    [InlineData("devices: [{name: Printer, method: smtpRelay, ip: 203.0.113.11}]")]
    [InlineData("devices: [{name: Printer, method: directSend, ip: 203.0.113.10}]")]
    [InlineData("devices: [{name: Printer, ip: 203.0.113.10}]")]
    [InlineData("devices: [{name: App, method: smtpRelay, ip: 203.0.113.10, certificateName: app.contoso.com}]")]
    [InlineData("services: [{name: Sig, role: addOn, ips: [203.0.113.10]}]")]
    public void So_when_it_is_not_for_devices_that_can_have_no_certificate(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {|CL4001:senderIPAddresses|}: [203.0.113.10]}
        """).IsAsMarked();

    [Fact]
    public void So_when_only_some_of_the_addresses_are_devices() => Yaml("""
        topology: {devices: [{name: Printer, method: smtpRelay, ip: 203.0.113.10}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {|CL4001:senderIPAddresses|}: [203.0.113.10, 203.0.113.20]}
        """).IsAsMarked();

    [Theory]
    [InlineData("{name: A, method: smtpRelay, ip: 203.0.113.10}, {name: B, method: smtpRelay, ip: 203.0.113.11}")]
    [InlineData("{name: A, method: smtpRelay, ip: 203.0.113.10}, {name: B, method: relay, ip: 203.0.113.11}")]
    [InlineData("{name: A, method: smtpRelay, ip: 203.0.113.10}, {name: C, method: ownServer, ip: 203.0.113.11}, {name: B, method: smtpRelay, ip: 203.0.113.11}")]
    public void Silent_for_devices_that_relay_because_most_have_no_certificate(string devices) => Yaml($$"""
        topology: {devices: [{{devices}}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, 203.0.113.11/32]}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: []")]
    [InlineData("connectorType: Partner, senderIPAddresses: [203.0.113.10]")]
    [InlineData("senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, enabled: false, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: contoso.com")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10], trustedOrganizations: [fabrikam.com]")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10], connectorSource: HybridWizard")]
    public void Silent_when_it_is_known_otherwise_or_is_not_yours_to_change(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPrem, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, enabled: maybe, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10, 203.0.113.300]")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: {a: b}")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: not a name")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: [contoso.com]")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10], trustedOrganizations: {a: b}")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10], connectorSource: Wizard")]
    public void Silent_when_something_could_not_be_understood(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Fact]
    public void What_belongs_on_a_Partner_connector_is_said_instead() => RuleTest.Yaml("""
        topology: {services: [{name: Filter, role: inboundFilter, ips: [198.51.100.7]}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, {|CL1009:198.51.100.7|}]}
        """).Only("CL1009", "CL4001").IsAsMarked();

    [Fact]
    public void That_it_is_unnecessary_is_said_instead() => RuleTest.Yaml("""
        topology: {mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: {|CL1005:In|}, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """).Only("CL1005", "CL4001").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4001");
}

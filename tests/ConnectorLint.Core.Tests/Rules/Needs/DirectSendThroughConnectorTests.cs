using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class DirectSendThroughConnectorTests
{
    [Fact]
    public void Its_address_is_on_an_OnPremises_connector() => Yaml("""
        topology:
          devices:
            - {name: Printer, method: directSend, recipients: internal, ip: 203.0.113.10}
        inboundConnectors:
          - name: Relay
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses: [198.51.100.7, {|CL1014:203.0.113.0/28|}]
        """)
        .Says("'Relay': senderIPAddresses matches device 'Printer', which uses direct send; its mail is taken as relay by this connector instead")
        .WithSeverity(Severity.Warning)
        .WithRelated("Printer")
        .Helps("Declare the device's method as smtpRelay, or take it off the connector.");

    [Fact]
    public void Its_certificate_is_on_an_OnPremises_connector() => Yaml("""
        topology:
          rejectDirectSend: false
          devices: [{name: Printer, method: directSend, ip: 203.0.113.10, certificateName: print.contoso.com}]
        inboundConnectors:
          - {name: Relay, connectorType: OnPremises, senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: {|CL1014:"*.contoso.com"|}}
        """)
        .Says("'Relay': tlsSenderCertificateName matches device 'Printer', which uses direct send; its mail is taken as relay by this connector instead");

    [Fact]
    public void Each_connector_and_each_device_is_named() => Assert.Equal(3, Yaml("""
        topology:
          devices:
            - {name: One, method: directSend, ip: 203.0.113.10}
            - {name: Two, method: directSend, ip: 203.0.113.11}
        inboundConnectors:
          - {name: Wide, connectorType: OnPremises, senderIPAddresses: [{|CL1014,CL1014:203.0.113.0/28|}]}
          - {name: Narrow, connectorType: OnPremises, senderIPAddresses: [{|CL1014:203.0.113.10|}]}
        """).Findings.Select(finding => finding.Fingerprint).Distinct().Count());

    [Theory]
    [InlineData("rejectDirectSend: true")]
    [InlineData("rejectDirectSend: yes")]
    public void Silent_when_direct_send_is_rejected_or_may_be_because_then_the_connector_is_the_exemption(string fact) => Yaml($$"""
        topology: { {{fact}}, devices: [{name: Printer, method: directSend, ip: 203.0.113.10}]}
        inboundConnectors:
          - {name: Relay, connectorType: OnPremises, senderIPAddresses: [203.0.113.10]}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPrem, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, enabled: false, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.11]")]
    public void Silent_when_no_active_OnPremises_connector_matches(string settings) => Yaml($$"""
        topology: {devices: [{name: Printer, method: directSend, ip: 203.0.113.10}]}
        inboundConnectors:
          - {name: Relay, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("name: Printer, ip: 203.0.113.10")]
    [InlineData("name: Printer, method: smtpRelay, ip: 203.0.113.10")]
    [InlineData("name: Printer, method: DirectSent, ip: 203.0.113.10")]
    [InlineData("name: Printer, method: directSend")]
    public void Silent_when_the_device_does_not_say_that_it_uses_direct_send_or_from_where(string device) => Yaml($$"""
        topology: {devices: [{ {{device}} }]}
        inboundConnectors:
          - {name: Relay, connectorType: OnPremises, senderIPAddresses: [203.0.113.10]}
        """).IsClean();

    [Fact]
    public void An_address_that_could_not_be_read_is_passed_over() => Yaml("""
        topology: {devices: [{name: Printer, method: directSend, ip: 203.0.113.10}]}
        inboundConnectors:
          - {name: Relay, connectorType: OnPremises, senderIPAddresses: [203.0.113.300, {|CL1014:203.0.113.10|}]}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1014");
}

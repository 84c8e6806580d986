using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class DeviceRelayConnectorMissingTests
{
    [Fact]
    public void No_connector_lists_its_address() => Yaml("""
        topology:
          devices:
            - name: Lobby scanner
              method: smtpRelay
              recipients: external
              ip: {|CL1011:203.0.113.20|}
              ipKind: static
        inboundConnectors:
          - {name: Relay, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """)
        .Says("device 'Lobby scanner': no inbound OnPremises connector lists 203.0.113.20 in senderIPAddresses, so its mail to outside recipients is refused with 550 5.7.64")
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to inboundConnectors:
            - {name: Relay for devices, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.20]}
            """);

    [Fact]
    public void No_connector_lists_its_certificate() => Yaml("""
        topology:
          devices:
            - {name: App, method: smtpRelay, recipients: both, ip: 203.0.113.20, certificateName: {|CL1011:app.contoso.com|}}
        inboundConnectors: []
        """)
        .Says("device 'App': no inbound OnPremises connector lists app.contoso.com in tlsSenderCertificateName, so its mail to outside recipients is refused with 550 5.7.64")
        .Helps("""
            Add to inboundConnectors:
            - {name: Relay for App, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: app.contoso.com}
            """);

    [Fact]
    public void Several_devices_are_proposed_one_connector()
    {
        var test = Yaml("""
            topology:
              devices:
                - {name: One, method: smtpRelay, recipients: external, ip: {|CL1011:203.0.113.20|}}
                - {name: Two, method: smtpRelay, recipients: external, ip: {|CL1011:203.0.113.21|}}
            """).IsAsMarked();

        Assert.All(test.Findings, finding => Assert.Equal(
            "Add to inboundConnectors:\n- {name: Relay for devices, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.20, 203.0.113.21]}", finding.Help));
    }

    [Fact]
    public void A_proposal_for_very_many_is_not_printed_with_each()
    {
        var devices = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"{{name: d{i}, method: smtpRelay, recipients: external, ip: {{|CL1011:203.0.113.{i}|}}}}"));

        Assert.All(Yaml($"topology: {{devices: [{devices}]}}").Findings, finding => Assert.Equal(
            "Create an inbound connector with connectorType OnPremises that lists the device's address or certificate. connectorlint advise writes it out.", finding.Help));
    }

    [Fact]
    public void To_inside_recipients_only_it_is_a_warning_and_direct_send_would_do() => Yaml("""
        topology:
          devices:
            - {name: Scanner, method: smtpRelay, recipients: internal, ip: {|CL1011:203.0.113.20|}}
        """)
        .Says("device 'Scanner': no inbound OnPremises connector lists 203.0.113.20 in senderIPAddresses, so its mail comes in as direct send, as anybody's would")
        .WithSeverity(Severity.Warning)
        .Helps("""
            It writes to recipients inside only: declare method: directSend, which needs no connector. Or: add to inboundConnectors:
            - {name: Relay for devices, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.20]}
            """);

    [Fact]
    public void Recipients_that_are_not_declared_count_as_outside_and_the_help_asks() => Yaml("""
        topology:
          devices:
            - {name: Scanner, method: smtpRelay, ip: {|CL1011:203.0.113.20|}}
        """)
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to inboundConnectors:
            - {name: Relay for devices, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.20]}
            If it writes to recipients inside only, declare recipients: internal.
            """);

    [Fact]
    public void A_private_address_is_never_proposed() => Yaml("""
        topology:
          devices:
            - {name: Scanner, method: smtpRelay, recipients: external, ip: {|CL1011:10.0.0.5|}}
        """)
        .Helps("Create an inbound connector with connectorType OnPremises that lists the device's address or certificate. Declare a public IPv4 address of device Scanner in the topology, and connectorlint advise writes it out.");

    [Theory]
    [InlineData("connectorType: Partner, senderIPAddresses: [203.0.113.20]")]
    [InlineData("senderIPAddresses: [203.0.113.20]")]
    [InlineData("connectorType: OnPremises, tlsSenderCertificateName: mail.contoso.com")]
    public void Partner_and_inactive_connectors_do_not_relay_it(string settings) => Yaml($$"""
        topology: {devices: [{name: Scanner, method: smtpRelay, recipients: external, ip: {|CL1011:203.0.113.20|} }]}
        inboundConnectors:
          - {name: Relay, senderDomains: ["*"], {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("ip: 203.0.113.20", "senderIPAddresses: [203.0.113.0/24]")]
    [InlineData("ip: 203.0.113.20", "connectorSource: HybridWizard, senderIPAddresses: [203.0.113.20]")]
    [InlineData("ip: 203.0.113.20, certificateName: app.contoso.com", "senderIPAddresses: [203.0.113.20]")]
    [InlineData("certificateName: app.contoso.com", "tlsSenderCertificateName: \"*.contoso.com\"")]
    [InlineData("certificateName: \"*.contoso.com\"", "tlsSenderCertificateName: app.contoso.com")]
    public void Silent_when_an_OnPremises_connector_knows_it(string identity, string settings) => Yaml($$"""
        topology: {devices: [{name: Scanner, method: smtpRelay, recipients: external, {{identity}} }]}
        inboundConnectors:
          - {name: Relay, connectorType: OnPremises, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("{name: Relay, connectorType: OnPrem, senderIPAddresses: [203.0.113.10]}")]
    [InlineData("{name: Relay, connectorType: OnPremises, senderIPAddreses: [203.0.113.20]}")]
    [InlineData("{name: Relay, connectorType: OnPremises, senderIPAddresses: [203.0.113.256]}")]
    [InlineData("{name: Relay, connectorType: OnPremises, tlsSenderCertificateName: not a name}")]
    [InlineData("{name: Relay, connectorType: OnPremises, enabled: maybe, senderIPAddresses: [203.0.113.20]}")]
    [InlineData("text")]
    [InlineData("{name: Relay, connectorType: OnPremises, senderIPAddresses: [203.0")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {devices: [{name: Scanner, method: smtpRelay, recipients: external, ip: 203.0.113.20}]}
        inboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("{name: Scanner, ip: 203.0.113.20}")]
    [InlineData("{name: Scanner, method: relay, ip: 203.0.113.20}")]
    [InlineData("{name: Scanner, method: directSend, ip: 203.0.113.20}")]
    [InlineData("{name: Scanner, method: clientSubmission, ip: 203.0.113.20}")]
    [InlineData("{name: Scanner, method: smtpRelay}")]
    [InlineData("{name: Scanner, method: smtpRelay, ip: 203.0.113.300}")]
    [InlineData("{name: Scanner, method: smtpRelay, ip: 203.0.113.20, certificateName: not a name}")]
    [InlineData("{name: Scanner, method: smtpRelay, ip: 203.0.113.20, ipKind: dynamic}")]
    public void Silent_when_it_does_not_relay_or_can_not_be_known(string device) => Yaml($"topology: {{devices: [{device}]}}").IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1011");
}

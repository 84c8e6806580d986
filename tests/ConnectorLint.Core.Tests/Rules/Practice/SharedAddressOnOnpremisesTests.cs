using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class SharedAddressOnOnpremisesTests
{
    [Fact]
    public void An_add_on_shares_its_addresses() => Yaml("""
        topology:
          services:
            - {name: Sig, role: addOn, ips: [198.51.100.0/24], sharedIPs: true}
        inboundConnectors:
          - name: From Sig
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses:
              - 203.0.113.10
              - {|CL4003:198.51.100.7|}
              - {|CL4003:198.51.100.8|}
        """)
        .Says("'From Sig': senderIPAddresses '198.51.100.7' belongs to 'Sig', which shares its addresses with other organizations; they could relay through this tenant, and mail may be attributed to the wrong one")
        .WithSeverity(Severity.Error)
        .Helps("Use a certificate of your own: tlsSenderCertificateName.");

    [Fact]
    public void Each_address_is_a_finding_of_its_own() => Assert.Equal(2, Yaml("""
        topology: {services: [{name: Sig, role: addOn, ips: [198.51.100.0/24], sharedIPs: true}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [{|CL4003:198.51.100.7|}, {|CL4003:198.51.100.8|}]}
        """).Findings.Select(finding => finding.Fingerprint).Distinct().Count());

    [Fact]
    public void A_device_shares_its_address() => Yaml("""
        topology:
          devices:
            - {name: Own, method: smtpRelay, ip: 198.51.100.7, ipKind: static}
            - {name: App, method: smtpRelay, ip: 198.51.100.7, ipKind: shared}
        inboundConnectors:
          - {name: Relay, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [{|CL4003:198.51.100.0/28|}]}
        """)
        .Says("'Relay': senderIPAddresses '198.51.100.0/28' of device 'App' is shared with other organizations; they could relay through this tenant, and mail may be attributed to the wrong one");

    [Theory]
    [InlineData("40.107.3.1")]
    [InlineData("52.103.255.0/24")]
    [InlineData("104.47.0.0/24")]
    public void An_address_of_the_service_is_everybodys(string address) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [{|CL4003:{{address}}|}]}
        """)
        .Says($"'In': senderIPAddresses '{address}' is an address of Microsoft 365, from which every tenant sends; they could relay through this tenant, and mail may be attributed to the wrong one")
        .WithSeverity(Severity.Error);

    [Theory]
    [InlineData("mail.protection.outlook.com")]
    [InlineData("\"*.protection.outlook.com\"")]
    [InlineData("\"*.outlook.com\"")]
    public void So_is_its_certificate(string name) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4003:{{name}}|} }
        """)
        .Says($"'In': tlsSenderCertificateName '{name.Trim('"')}' is the certificate of Microsoft 365 itself, which every tenant presents; any of them could relay through this one")
        .WithSeverity(Severity.Error)
        .Helps("Use a certificate of your own: tlsSenderCertificateName.");

    [Fact]
    public void Both_are_said_with_a_topology_too() => Yaml("""
        topology: {mailboxes: both}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, tlsSenderCertificateName: {|CL4003:mail.protection.outlook.com|}, senderIPAddresses: [{|CL4003:40.92.0.1|}]}
        """).IsAsMarked();

    [Theory]
    [InlineData("services: [{name: S, role: addon2, ips: [198.51.100.7], sharedIPs: true}]")]
    [InlineData("services: [{name: S, ips: [198.51.100.7], sharedIPs: true}]")]
    [InlineData("services: [{name: S, role: outboundGateway, ips: [198.51.100.7], sharedIPs: true}], onPremises: {publicIPs: [198.51.100.7]}")]
    [InlineData("services: [{name: A, role: addOn, ips: [198.51.100.7]}, {name: S, role: inboundFilter, ips: [198.51.100.7], sharedIPs: true}]")]
    public void Any_service_counts_that_does_not_belong_on_a_Partner_connector(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [{|CL4003:198.51.100.7|}]}
        """).Says("'In': senderIPAddresses '198.51.100.7' belongs to 'S', which shares its addresses with other organizations; they could relay through this tenant, and mail may be attributed to the wrong one");

    [Theory]
    [InlineData("services: [{name: S, role: addOn, ips: [198.51.100.7]}]")]
    [InlineData("services: [{name: S, role: addOn, ips: [198.51.100.7], sharedIPs: false}]")]
    [InlineData("services: [{name: S, role: addOn, ips: [198.51.100.7], sharedIPs: perhaps}]")]
    [InlineData("services: [{name: S, role: addOn, ips: [198.51.100.9], sharedIPs: true}]")]
    [InlineData("devices: [{name: D, method: smtpRelay, ip: 198.51.100.7}]")]
    [InlineData("devices: [{name: D, method: smtpRelay, ip: 198.51.100.7, ipKind: dynamic}]")]
    [InlineData("devices: [{name: D, method: smtpRelay, ip: 198.51.100.7, ipKind: common}]")]
    [InlineData("devices: [{name: D, method: smtpRelay, ip: 198.51.100.9, ipKind: shared}]")]
    [InlineData("onPremises: {publicIPs: [198.51.100.7]}")]
    public void Silent_when_it_is_not_declared_as_shared(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("requireTls: true")]
    [InlineData("connectorType: OnPremises, enabled: false")]
    [InlineData("connectorType: OnPremises, enabled: maybe")]
    public void Silent_when_it_is_not_active_or_not_OnPremises(string settings) => Yaml($$"""
        topology: {services: [{name: Sig, role: addOn, ips: [198.51.100.7], sharedIPs: true}]}
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"], senderIPAddresses: [198.51.100.7, 40.92.0.1], tlsSenderCertificateName: mail.protection.outlook.com}
        """).IsClean();

    [Theory]
    [InlineData("senderIPAddresses: [198.51.100.300, \"2001:db8::1\"]")]
    [InlineData("senderIPAddresses: {a: b}")]
    [InlineData("tlsSenderCertificateName: mail protection.outlook.com")]
    [InlineData("tlsSenderCertificateName: [mail.protection.outlook.com]")]
    [InlineData("requireTls: true")]
    public void Silent_about_what_could_not_be_read_or_is_not_there(string settings) => Yaml($$"""
        topology: {services: [{name: Sig, role: addOn, ips: [0.0.0.0, 198.51.100.0/24], sharedIPs: true}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Fact]
    public void What_belongs_on_a_Partner_connector_is_said_instead() => RuleTest.Yaml("""
        topology:
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.7], sharedIPs: true}]
          partners: [{name: Bank, domains: [contosobank.com], inbound: {certificateName: mail.protection.outlook.com, ips: [40.92.0.1]}}]
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses: [{|CL1009:198.51.100.7|}, {|CL1009:40.92.0.1|}]
            tlsSenderCertificateName: {|CL1009:mail.protection.outlook.com|}
        """).Only("CL1009", "CL4003").IsAsMarked();

    [Fact]
    public void However_an_address_is_written_it_is_the_same_finding() => Assert.Equal(Fingerprint("40.92.0.1"), Fingerprint("40.92.0.1/32"));

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4003");

    private static string Fingerprint(string address) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderIPAddresses: [{|CL4003:{{address}}|}]}
        """).Findings[0].Fingerprint;
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class AddressAlsoOnAllowListTests
{
    [Fact]
    public void A_connectors_address() => Yaml("""
        topology:
          ipAllowList:
            - 203.0.113.10
            - {|CL4023:198.51.100.7|}
        inboundConnectors:
          - name: Only filter
            connectorType: Partner
            senderDomains: ["*"]
            restrictDomainsToIPAddresses: true
            senderIPAddresses: [192.0.2.7, 198.51.100.0/24]
        """)
        .Says("'Only filter': senderIPAddresses '198.51.100.0/24' is also on the connection filter's allow list (198.51.100.7), which lets everything from there past the spam filter")
        .WithSeverity(Severity.Warning)
        .WithRelated("198.51.100.0/24")
        .Helps("Remove the entry from the allow list; with Enhanced Filtering on the connector it is not needed.");

    [Fact]
    public void An_address_that_Enhanced_Filtering_skips() => Yaml("""
        topology: {ipAllowList: [{|CL4023:198.51.100.0/25|}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderIPAddresses: [203.0.113.10], efSkipIPs: [198.51.100.7]}
        """)
        .Says("'In': efSkipIPs '198.51.100.7' is also on the connection filter's allow list (198.51.100.0/25), which lets everything from there past the spam filter")
        .WithRelated("198.51.100.7");

    [Fact]
    public void A_services_address() => Yaml("""
        topology:
          services: [{name: Other, role: addOn}, {name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
          ipAllowList: [{|CL4023:198.51.100.1-198.51.100.9|}]
        """)
        .Says("service 'Filter': ips '198.51.100.0/24' is also on the connection filter's allow list (198.51.100.1-198.51.100.9), which lets everything from there past the spam filter")
        .WithRelated("198.51.100.0/24");

    [Fact]
    public void Each_entry_is_said_once_with_the_connector_first() => Assert.Equal(2, Yaml("""
        topology:
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
          ipAllowList: [{|CL4023:198.51.100.7|}, {|CL4023:198.51.100.8|}]
        inboundConnectors:
          - {name: Off, enabled: false, senderIPAddresses: [198.51.100.0/24]}
          - {name: One, connectorType: Partner, senderIPAddresses: [198.51.100.0/24], efSkipIPs: [198.51.100.7]}
          - {name: Two, connectorType: Partner, senderIPAddresses: [198.51.100.7]}
        """)
        .Says("'One': senderIPAddresses '198.51.100.0/24' is also on the connection filter's allow list (198.51.100.7), which lets everything from there past the spam filter")
        .Says("'One': senderIPAddresses '198.51.100.0/24' is also on the connection filter's allow list (198.51.100.8), which lets everything from there past the spam filter")
        .Findings.Select(finding => finding.Fingerprint).Distinct().Count());

    [Fact]
    public void What_could_not_be_read_or_was_said_hides_nothing_behind_it() => Yaml("""
        topology: {ipAllowList: [198.51.100.300, {|CL4023:198.51.100.7|}, {|CL4023:198.51.100.8|}]}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderIPAddresses: [198.51.100.300, 198.51.100.7, 198.51.100.0/24]}
        """).IsAsMarked();

    [Theory]
    [InlineData("ipAllowList: [192.0.2.7, \"2001:db8::1\"]")]
    [InlineData("ipAllowList: []")]
    [InlineData("ipAllowList: [198.51.100.300]")]
    [InlineData("ipAllowList: {a: b}")]
    [InlineData("mailboxes: cloud")]
    public void Silent_when_the_allow_list_holds_others_or_could_not_be_read(string list) => Yaml($$"""
        topology: { {{list}}, services: [{name: Filter, role: inboundFilter, ips: [0.0.0.0, 198.51.100.7]}]}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderIPAddresses: [198.51.100.7, 0.0.0.0], efSkipIPs: [198.51.100.7]}
        """).IsClean();

    [Theory]
    [InlineData("enabled: false, senderIPAddresses: [198.51.100.7], efSkipIPs: [198.51.100.7]")]
    [InlineData("enabled: maybe, senderIPAddresses: [198.51.100.7], efSkipIPs: [198.51.100.7]")]
    [InlineData("senderIPAddresses: [198.51.100.300], efSkipIPs: {a: b}")]
    [InlineData("tlsSenderCertificateName: contoso.com")]
    public void Silent_when_the_connector_is_not_active_or_its_addresses_are_not_known(string settings) => Yaml($$"""
        topology: {ipAllowList: [198.51.100.0/24, 0.0.0.0], services: [{name: Filter, role: inboundFilter, ips: [198.51.100.300]}, {name: Other, role: addOn, ips: {a: b} }]}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: ["*"], senderIPAddresses: [198.51.100.7]}
        """).IsClean();

    [Fact]
    public void However_an_address_is_written_it_is_the_same_finding() => Assert.Equal(Fingerprint("198.51.100.7"), Fingerprint("198.51.100.7/32"));

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4023");

    private static string Fingerprint(string entry) => Yaml($$"""
        topology: {ipAllowList: [{|CL4023:{{entry}}|}]}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderIPAddresses: [198.51.100.7]}
        """).Findings[0].Fingerprint;
}

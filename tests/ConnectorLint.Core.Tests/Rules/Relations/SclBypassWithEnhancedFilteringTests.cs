using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class SclBypassWithEnhancedFilteringTests
{
    [Fact]
    public void A_rule_for_the_connectors_addresses() => Yaml("""
        topology:
          transportRules: [{name: Bypass, setScl: -1, senderIpRanges: [192.0.2.1, 198.51.100.128/25]}]
        inboundConnectors:
          - {name: F, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24], {|CL3014:efSkipLastIP: true|} }
        """)
        .Says("'F': Enhanced Filtering is on, but transport rule 'Bypass' sets SCL -1 for the same mail, so the spam filter never judges it by its real sender")
        .WithSeverity(Severity.Warning)
        .WithRelated("Bypass")
        .WithNotes("the transport rule")
        .IsAbout("inbound:F", "efSkipLastIP")
        .Helps("Disable the transport rule.");

    [Fact]
    public void A_rule_for_the_addresses_that_are_skipped() => Yaml("""
        topology: {transportRules: [{name: Bypass, SetSCL: -1, senderIpRanges: [192.0.2.7]}]}
        inboundConnectors:
          - {name: F, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24], {|CL3014:efSkipIPs|}: [192.0.2.1-192.0.2.9]}
        """).IsAbout("inbound:F", "efSkipIPs");

    [Fact]
    public void A_rule_for_all_mail_is_named_before_one_for_addresses() => Yaml("""
        topology: {transportRules: [{name: Some, setScl: -1, senderIpRanges: [198.51.100.7]}, {name: All, setScl: -1}]}
        inboundConnectors:
          - {name: F, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24], {|CL3014:efSkipLastIP: true|} }
        """).WithRelated("All");

    [Theory]
    [InlineData("setScl: -1")]
    [InlineData("setScl: -1, enabled: true, fromScope: NotInOrganization")]
    [InlineData("setScl: -1, sentToScope: InOrganization")]
    [InlineData("setScl: -1, exceptIfSenderDomainIs: [x.example]")]
    public void A_rule_for_all_mail(string rule) => Yaml($$"""
        topology: {transportRules: [{name: Other, setScl: 5}, {name: Bypass, {{rule}}}]}
        inboundConnectors:
          - {name: F, senderDomains: ["*"], {|CL3014:efSkipLastIP: true|}, efSkipIPs: [192.0.2.1]}
          - {name: G, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], {|CL3014:efSkipIPs|}: [192.0.2.1], efSkipLastIP: false}
          - {name: H, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """).IsAsMarked();

    [Theory]
    [InlineData("setScl: -1, enabled: false")]
    [InlineData("setScl: -1, enabled: maybe")]
    [InlineData("setScl: 0")]
    [InlineData("setScl: low")]
    [InlineData("setScl: -1, recipientDomainIs: [contoso.com]")]
    [InlineData("setScl: -1, recipientDomainIs: {a: b}")]
    [InlineData("setScl: -1, subjectContainsWords: [invoice]")]
    [InlineData("setScl: -1, fromScope: inorganization")]
    [InlineData("setScl: -1, senderIpRanges: [192.0.2.7]")]
    [InlineData("setScl: -1, senderIpRanges: [192.0.2.300]")]
    [InlineData("setScl: -1, senderIpRanges: []")]
    [InlineData("setScl: -1, senderIpRanges: {a: b}")]
    [InlineData("setScl: -1, senderIpRanges: [198.51.100.0/24], headerContainsMessageHeader: X")]
    [InlineData("stopRuleProcessing: true")]
    public void Silent_when_no_rule_takes_the_mail_past_the_filter_or_may_not(string rule) => Yaml($$"""
        topology: {transportRules: [{name: Bypass, {{rule}}}]}
        inboundConnectors:
          - {name: F, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24], efSkipLastIP: true}
          - {name: G, senderDomains: ["*"], senderIPAddresses: [0.0.0.0, 198.51.100.300], efSkipLastIP: true}
        """).IsClean();

    [Theory]
    [InlineData("efSkipLastIP: false")]
    [InlineData("efSkipLastIP: maybe")]
    [InlineData("efSkipLastIP: true, efTestMode: true")]
    [InlineData("efSkipLastIP: true, efTestMode: maybe")]
    [InlineData("efSkipLastIP: true, enabled: false")]
    [InlineData("efSkipLastIP: true, enabled: maybe")]
    [InlineData("enabled: true")]
    public void Silent_when_Enhanced_Filtering_is_off_or_the_connector_is(string settings) => Yaml($$"""
        topology: {transportRules: [{name: Bypass, setScl: -1}]}
        inboundConnectors:
          - {name: F, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24], {{settings}}}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors:
          - {name: F, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24], efSkipLastIP: true}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3014");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class PartnerSmartHostNotUsedTests
{
    [Fact]
    public void The_mail_goes_by_MX() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], outbound: {smartHosts: [{|CL1026:gw.contosobank.com|}]}}]
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
        """.Replace("[{|CL1026:gw.contosobank.com|}]", "{|CL1026:[gw.contosobank.com]|}", StringComparison.Ordinal))
        .Says("partner 'Bank': mail to contosobank.com goes by MX ('To bank'), not to gw.contosobank.com")
        .WithSeverity(Severity.Error)
        .WithRelated("To bank")
        .WithNotes("the connector that the mail takes")
        .IsAbout("partner:Bank/outbound", "smartHosts")
        .Helps("Set useMXRecord: false and smartHosts: [gw.contosobank.com] on 'To bank', or give the partner a connector of its own.");

    [Fact]
    public void The_mail_goes_elsewhere() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [a.example, b.example], outbound: {smartHosts: {|CL1026:[gw.bank.example, 192.0.2.1]|}}}]
        outboundConnectors:
          - {name: A, recipientDomains: [a.example], useMXRecord: false, smartHosts: [other.example, GW.bank.example]}
          - {name: B, recipientDomains: [b.example], useMXRecord: false, smartHosts: [out.gate.example, 192.0.2.2]}
        """)
        .Says("partner 'Bank': mail to b.example goes to out.gate.example and 192.0.2.2 by 'B', not to gw.bank.example and 192.0.2.1")
        .WithRelated("B")
        .Helps("Set useMXRecord: false and smartHosts: [gw.bank.example, 192.0.2.1] on 'B', or give the partner a connector of its own.");

    [Fact]
    public void No_connector_takes_the_mail() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [bank.example], outbound: {smartHosts: {|CL1026:gw.bank.example|}}}]
        outboundConnectors: []
        """)
        .Says("partner 'Bank': mail to bank.example goes by MX, not to gw.bank.example")
        .WithRelated();

    [Theory]
    [InlineData("useMXRecord: true, smartHosts: [out.gate.example]", "by MX ('To bank')")]
    [InlineData("useMXRecord: false", "by MX ('To bank')")]
    public void A_host_counts_only_where_it_is_used(string settings, string way) => Yaml($$"""
        topology: {partners: [{name: Bank, domains: [bank.example], outbound: {smartHosts: {|CL1026:[gw.bank.example]|} } }]}
        outboundConnectors:
          - {name: To bank, recipientDomains: [bank.example], {{settings}}}
        """).Says($"partner 'Bank': mail to bank.example goes {way}, not to gw.bank.example");

    [Theory]
    [InlineData("recipientDomains: [bank.example], useMXRecord: false, smartHosts: [gw.bank.example]")]
    [InlineData("recipientDomains: [\"*.example\"], useMXRecord: false, smartHosts: [other.example, 192.0.2.1]")]
    [InlineData("recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [gw.bank.example]")]
    [InlineData("recipientDomains: [bank.example], smartHosts: {a: b}")]
    [InlineData("recipientDomains: {a: b}")]
    public void Silent_when_it_is_used_or_may_be(string settings) => Yaml($$"""
        topology: {partners: [{name: Bank, domains: [bank.example], outbound: {smartHosts: [gw.bank.example, 192.0.2.0/28]} }]}
        outboundConnectors:
          - {name: To bank, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("domains: [bank.example], outbound: {smartHosts: []}")]
    [InlineData("domains: [bank.example], outbound: {requireTls: false}")]
    [InlineData("domains: [bank.example], inbound: {requireTls: true}")]
    [InlineData("domains: [bank.example], outbound: {smartHosts: {a: b}}")]
    [InlineData("domains: {a: b}, outbound: {smartHosts: [gw.bank.example]}")]
    [InlineData("domains: [\"bank..example\"], outbound: {smartHosts: [gw.bank.example]}")]
    public void Silent_when_no_host_is_declared_or_no_domain(string partner) => Yaml($$"""
        topology: {partners: [{name: Bank, {{partner}}}]}
        outboundConnectors: []
        """).IsClean();

    [Fact]
    public void Silent_when_a_transport_rule_takes_the_mail_there() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [bank.example], outbound: {smartHosts: [gw.bank.example]}}]
          transportRules: [{name: R, recipientDomainIs: [bank.example], routeMessageOutboundConnector: To bank}]
        outboundConnectors:
          - {name: To bank, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [gw.bank.example]}
        """).IsClean();

    [Fact]
    public void That_the_restriction_is_missing_is_said_instead() => RuleTest.Yaml("""
        topology:
          partners: [{name: Bank, domains: [bank.example], {|CL1008:outbound|}: {requireTls: true, smartHosts: [gw.bank.example]}}]
        outboundConnectors: []
        """).Only("CL1026", "CL1008").IsAsMarked();

    [Fact]
    public void With_the_restriction_the_host_is_said() => RuleTest.Yaml("""
        topology:
          partners: [{name: Bank, domains: [bank.example], outbound: {requireTls: true, smartHosts: {|CL1026:[gw.bank.example]|} }}]
        outboundConnectors:
          - {name: To bank, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}
        """).Only("CL1026", "CL1008").IsAsMarked();

    [Fact]
    public void That_the_connector_is_off_or_goes_the_other_way_is_said_instead()
    {
        RuleTest.Yaml("""
            topology: {partners: [{name: Bank, domains: [bank.example], outbound: {smartHosts: [gw.bank.example]}}]}
            outboundConnectors:
              - {name: To bank, {|CL3015:enabled: false|}, recipientDomains: [bank.example], useMXRecord: false, smartHosts: [gw.bank.example]}
            """).Only("CL1026", "CL3015").IsAsMarked();
        RuleTest.Yaml("""
            topology: {partners: [{name: Bank, domains: [bank.example], outbound: {smartHosts: [gw.bank.example]}}]}
            inboundConnectors:
              - {name: {|CL1010:To bank|}, senderDomains: [bank.example], requireTls: true}
            """).Only("CL1026", "CL1010").IsAsMarked();
    }

    [Fact]
    public void Silent_for_other_needs() => Yaml("""
        topology: {mailboxes: both, services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]}
        inboundConnectors: []
        outboundConnectors: []
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1026");
}

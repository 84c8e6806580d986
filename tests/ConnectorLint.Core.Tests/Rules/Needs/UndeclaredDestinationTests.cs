using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class UndeclaredDestinationTests
{
    [Fact]
    public void A_connector_to_your_servers_leads_to_a_host_that_nobody_has() => Yaml("""
        topology:
          mailboxes: both
          onPremises: {smtpHosts: [mail.contoso.com], publicIPs: [203.0.113.10]}
          services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]
          partners: [{name: Bank, domains: [contosobank.com], outbound: {smartHosts: [gw.contosobank.com]}}]
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            allAcceptedDomains: true
            useMXRecord: false
            smartHosts: [mail.contoso.com, 203.0.113.10, out.gate.example, gw.contosobank.com, {|CL1028:mail.c0ntoso.example|}]
        """)
        .Says("'Out': smartHosts 'mail.c0ntoso.example' belongs to nothing that is declared; mail to your own servers goes to whoever answers there")
        .WithSeverity(Severity.Warning)
        .Helps("Declare whose host it is (onPremises.smtpHosts, a service's smartHosts), or correct it.");

    [Fact]
    public void All_mail_to_the_internet_goes_to_a_gateway_that_nobody_declared() => Yaml("""
        topology: {mailboxes: cloud}
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: ["*"], useMXRecord: false, smartHosts: [{|CL1028:out.gate.example|}], tlsSettings: CertificateValidation}
        """)
        .Says("'Out': smartHosts 'out.gate.example' belongs to nothing that is declared; all mail to the internet goes to whoever answers there");

    [Fact]
    public void Mail_for_a_foreign_domain_goes_to_your_servers() => Yaml("""
        topology:
          mailboxes: both
          acceptedDomains: [{name: contoso.com}]
          partners: [{name: Bank, domains: [contosobank.com]}]
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            recipientDomains: [contoso.com, sales.contoso.com, contosobank.com, contoso.mail.onmicrosoft.com, {|CL1028:other.example|}, {|CL1028:"*.other.example"|}]
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """)
        .Says("'Out': recipientDomains 'other.example' is neither an accepted domain nor a partner's; mail to it goes to your own servers, though nothing declared is there")
        .WithSeverity(Severity.Warning)
        .Helps("Correct the domain, declare it under acceptedDomains or partners, or take it out.");

    [Theory]
    [InlineData("connectorType: OnPremises, enabled: false, allAcceptedDomains: true, useMXRecord: false, smartHosts: [other.example]")]
    [InlineData("connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [other.example]")]
    [InlineData("connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: true, smartHosts: [other.example]")]
    [InlineData("connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [10.0.0.1]")]
    [InlineData("connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [contoso-com.mail.protection.outlook.com]")]
    [InlineData("connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [not a host]")]
    [InlineData("connectorType: OnPremises, recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("connectorType: Partner, recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [other.example]")]
    [InlineData("connectorType: Partner, recipientDomains: [other.example], useMXRecord: true")]
    public void Silent_for_other_connectors_and_where_another_rule_speaks(string settings) => Yaml($$"""
        topology: {mailboxes: both, acceptedDomains: [{name: contoso.com}], onPremises: {smtpHosts: [mail.contoso.com]} }
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("mailboxes: both")]
    [InlineData("mailboxes: both, onPremises: {smtpHosts: []}")]
    [InlineData("mailboxes: both, onPremises: {smtpHosts: [not a host]}")]
    [InlineData("mailboxes: both, onPremises: {smtpHosts: [mail.contoso.com]}, services: [{name: S, smartHosts: 7}, 5]")]
    [InlineData("mailboxes: cloud, onPremises: {server: none, smtpHosts: [mail.contoso.com]}, services: []")]
    public void Silent_where_the_hosts_are_not_declared_or_not_all_known(string topology) => Yaml($$"""
        topology: {{{topology}}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [other.example]}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: ["*"], useMXRecord: false, smartHosts: [out.gate.example]}
        """).IsClean();

    [Fact]
    public void A_gateway_that_is_declared_may_take_any_domain() => Yaml("""
        topology:
          mailboxes: both
          acceptedDomains: [{name: contoso.com}]
          services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [other.example], useMXRecord: false, smartHosts: [out.gate.example]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1028");
}

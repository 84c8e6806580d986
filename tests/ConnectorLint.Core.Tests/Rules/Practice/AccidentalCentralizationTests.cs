using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class AccidentalCentralizationTests
{
    private const string Hosts = "useMXRecord: false, smartHosts: [mail.contoso.com]";

    [Fact]
    public void All_mail_goes_through_your_servers() => Yaml("""
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            recipientDomains:
              - contoso.com
              - {|CL4026:"*"|}
            useMXRecord: false
            smartHosts: [mail.contoso.com, mail2.contoso.com]
        """)
        .Says("'Out': recipientDomains \"*\" sends all internet mail through mail.contoso.com and mail2.contoso.com as through your own servers, but centralized mail transport is not declared")
        .WithSeverity(Severity.Warning)
        .Helps("List your own domains in recipientDomains, or declare centralizedMailTransport: true and set routeAllMessagesViaOnPremises.");

    [Theory]
    [InlineData("mailboxes: both")]
    [InlineData("centralizedMailTransport: false")]
    [InlineData("services: []")]
    [InlineData("services: [{name: Gate, role: outboundGateway, smartHosts: [smtp.gate.example]}]")]
    [InlineData("services: [{name: Filter, role: inboundFilter, smartHosts: [mail.contoso.com]}]")]
    [InlineData("services: [{name: Some, smartHosts: [mail.contoso.com]}]")]
    [InlineData("devices: [text]")]
    public void So_with_a_topology_that_does_not_declare_it(string topology) => Yaml($$"""
        topology: { {{topology}} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, routeAllMessagesViaOnPremises: false, allAcceptedDomains: false, isTransportRuleScoped: false, recipientDomains: [{|CL4026:"*"|}], {{Hosts}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("centralizedMailTransport: true")]
    [InlineData("centralizedMailTransport: maybe")]
    [InlineData("services: [{name: Gate, role: outboundGateway, smartHosts: [mail.contoso.com]}]")]
    [InlineData("services: [{name: Filter, role: inboundFilter, smartHosts: [mail.contoso.com]}, {name: Sig, role: addOn, smartHosts: [Mail.contoso.com]}]")]
    [InlineData("services: [{name: Some, role: gateway, smartHosts: [mail.contoso.com]}]")]
    [InlineData("services: [text]")]
    public void Silent_when_it_is_declared_or_the_host_is_a_services_or_may_be(string topology) => Yaml($$"""
        topology: { {{topology}} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], {{Hosts}} }
        """).IsClean();

    [Theory]
    [InlineData("recipientDomains: [\"*\"], connectorType: Partner, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPrem, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, enabled: false, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, testMode: true, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, isTransportRuleScoped: true, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, isTransportRuleScoped: maybe, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, routeAllMessagesViaOnPremises: true, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, routeAllMessagesViaOnPremises: maybe, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, allAcceptedDomains: maybe, " + Hosts)]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, smartHosts: [mail.contoso.com]")]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, useMXRecord: maybe, smartHosts: [mail.contoso.com]")]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, useMXRecord: false")]
    [InlineData("recipientDomains: [\"*\"], connectorType: OnPremises, useMXRecord: false, smartHosts: {a: b}")]
    [InlineData("recipientDomains: [contoso.com, \"*.contoso.com\"], connectorType: OnPremises, " + Hosts)]
    [InlineData("recipientDomains: [\"*.\"], connectorType: OnPremises, " + Hosts)]
    [InlineData("recipientDomains: {a: b}, connectorType: OnPremises, " + Hosts)]
    [InlineData("connectorType: OnPremises, " + Hosts)]
    public void Silent_when_it_does_not_take_all_mail_or_not_to_your_servers_or_that_is_meant(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    [Fact]
    public void With_allAcceptedDomains_that_is_said_instead() => RuleTest.Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, recipientDomains: [{|CL2008:"*"|}], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).Only("CL2008", "CL4026").IsAsMarked();

    [Theory]
    [InlineData("centralizedMailTransport: {|CL1022:true|}", "comment: x")]
    [InlineData("centralizedMailTransport: false", "{|CL1022:routeAllMessagesViaOnPremises: true|}")]
    public void Where_declaration_and_connectors_differ_that_is_said_instead(string topology, string settings) => RuleTest.Yaml($$"""
        topology: { {{topology}} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], {{settings}}, {{Hosts}} }
        """).Only("CL1022", "CL4026").IsAsMarked();

    [Fact]
    public void That_it_is_unnecessary_is_said_instead() => RuleTest.Yaml("""
        topology: {mailboxes: cloud, onPremises: {server: none}}
        outboundConnectors:
          - {name: {|CL1005:Out|}, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).Only("CL1005", "CL4026").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4026");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class SubdomainsWithoutRouteTests
{
    [Fact]
    public void No_connector_takes_the_subdomains() => Yaml("""
        topology:
          acceptedDomains:
            - name: contoso.com
              type: InternalRelay
              {|CL1017:matchSubDomains: true|}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com, "*.eu.contoso.com"], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("accepted domain contoso.com accepts mail for its subdomains, but no outbound connector has allAcceptedDomains or *.contoso.com in recipientDomains, so that mail has nowhere to go")
        .WithSeverity(Severity.Error)
        .Helps("Set allAcceptedDomains on an outbound connector, or add the wildcard to its recipientDomains; better, add each subdomain as an accepted domain. Declare onPremises.smtpHosts in the topology, and connectorlint advise writes it out.");

    [Fact]
    public void The_wildcard_is_proposed() => Yaml("""
        topology:
          onPremises: {smtpHosts: [mail.contoso.com], certificateNames: [contoso.com]}
          acceptedDomains: [{name: contoso.com, type: InternalRelay, {|CL1017:matchSubDomains: true|}}]
        """)
        .Helps("""
            Add to outboundConnectors:
            - {name: Relay domains to our servers, connectorType: OnPremises, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: contoso.com}
            """);

    [Fact]
    public void With_the_MX_on_premises_it_is_advice() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, mx: onPremises, {|CL1017:matchSubDomains: true|}}]}
        """)
        .Says("accepted domain contoso.com accepts mail for its subdomains, but no outbound connector has allAcceptedDomains or *.contoso.com in recipientDomains, so that mail finds its way only by the MX record, which is your server's")
        .WithSeverity(Severity.Info);

    [Theory]
    [InlineData("recipientDomains: [\"*.contoso.com\"]")]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("allAcceptedDomains: true")]
    public void Silent_when_a_connector_takes_them(string settings) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Fact]
    public void Silent_when_a_wider_wildcard_takes_them() => Yaml("""
        topology: {acceptedDomains: [{name: eu.contoso.com, type: InternalRelay, matchSubDomains: true}]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("allAcceptedDomains: true, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.gate.example]")]
    public void Inactive_rule_scoped_and_services_connectors_do_not(string settings) => Yaml($$"""
        topology:
          services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]
          acceptedDomains: [{name: contoso.com, type: InternalRelay, {|CL1017:matchSubDomains: true|} }]
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("type: InternalRelay")]
    [InlineData("type: InternalRelay, matchSubDomains: false")]
    [InlineData("type: InternalRelay, matchSubDomains: perhaps")]
    [InlineData("type: Authoritative, matchSubDomains: true")]
    [InlineData("matchSubDomains: true")]
    public void Silent_when_subdomains_are_not_accepted_or_can_not_be(string facts) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, {{facts}} }]}
        """).IsClean();

    [Theory]
    [InlineData("{name: Out, recipientDomain: [\"*.contoso.com\"]}")]
    [InlineData("{name: Out, allAcceptedDomains: yes}")]
    [InlineData("text")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}
        outboundConnectors:
          - {{connector}}
        """).IsClean();

    [Fact]
    public void That_the_domain_itself_has_no_route_is_said_instead() => RuleTest.Yaml("""
        topology:
          mailboxes: onPremises
          acceptedDomains: [{name: contoso.com, type: {|CL1015:InternalRelay|}, matchSubDomains: true}]
        """).Only("CL1015", "CL1017").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1017");
}

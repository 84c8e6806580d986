using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class TestModeLeftOnTests
{
    [Fact]
    public void It_is_on() => Yaml("""
        outboundConnectors:
          - name: To bank
            connectorType: Partner
            recipientDomains: [contosobank.com]
            {|CL4011:testMode: true|}
          - {name: To other, enabled: true, recipientDomains: [other.example], {|CL4011:testMode: true|}}
        """)
        .Says("'To bank': testMode is true; the connector is hidden from Get-OutboundConnector and probably carries no ordinary mail")
        .WithSeverity(Severity.Warning)
        .Helps("Set testMode: false, or remove the connector.");

    [Theory]
    [InlineData("comment: To test")]
    [InlineData("testMode: false")]
    [InlineData("testMode: maybe")]
    [InlineData("testMode: true, enabled: false")]
    [InlineData("testMode: true, enabled: maybe")]
    public void Silent_when_it_is_not_on_or_the_connector_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("{name: Site, enabled: false, routeMessageOutboundConnector: Out}")]
    [InlineData("{name: Site, routeMessageOutboundConnector: Other}")]
    public void Not_silent_when_no_rule_that_is_on_routes_to_it(string rule) => Yaml($$"""
        topology: {transportRules: [{{rule}}]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com], {|CL4011:testMode: true|} }
        """).IsAsMarked();

    [Fact]
    public void That_a_rule_routes_to_it_is_said_instead() => RuleTest.Yaml("""
        topology: {transportRules: [{name: Site, routeMessageOutboundConnector: Out}]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com], {|CL3010:testMode: true|}}
        """).Only("CL3010", "CL3015", "CL4011").IsAsMarked();

    [Fact]
    public void That_it_is_needed_is_said_instead() => RuleTest.Yaml("""
        topology: {partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true}}]}
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation, {|CL3015:testMode: true|}}
        """).Only("CL3010", "CL3015", "CL4011").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4011");
}

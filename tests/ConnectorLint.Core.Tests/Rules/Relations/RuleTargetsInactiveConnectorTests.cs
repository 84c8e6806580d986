using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class RuleTargetsInactiveConnectorTests
{
    [Fact]
    public void A_rule_names_a_connector_that_is_off() => Yaml("""
        topology:
          transportRules: [{name: Off, enabled: false, routeMessageOutboundConnector: Site}, {name: Other, setScl: 0}, {name: Nola, routeMessageOutboundConnector: site}]
        outboundConnectors:
          - {name: Site, connectorType: OnPremises, isTransportRuleScoped: true, {|CL3010:enabled: false|}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """)
        .Says("'Site': transport rule 'Nola' routes mail to it, but enabled is false, so that mail does not go where the rule sends it")
        .WithSeverity(Severity.Error)
        .WithRelated("Nola")
        .WithNotes("the transport rule")
        .IsAbout("outbound:Site", "enabled")
        .Helps("Turn the connector on, or disable the rule.");

    [Theory]
    [InlineData("testMode: true")]
    [InlineData("enabled: true, testMode: true")]
    [InlineData("enabled: maybe, testMode: true")]
    public void A_rule_names_a_connector_in_test_mode(string settings) => Yaml($$"""
        topology: {transportRules: [{name: Nola, enabled: true, routeMessageOutboundConnector: Site}]}
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, {{settings.Replace("testMode: true", "{|CL3010:testMode: true|}", StringComparison.Ordinal)}}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).Says("'Site': transport rule 'Nola' routes mail to it, but testMode is true, so that mail does not go where the rule sends it");

    [Fact]
    public void One_that_is_off_and_in_test_mode_is_off() => Yaml("""
        topology: {transportRules: [{name: Nola, routeMessageOutboundConnector: Site}]}
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, {|CL3010:enabled: false|}, testMode: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsAsMarked();

    [Fact]
    public void Each_connector_once_with_the_first_rule() => Yaml("""
        topology: {transportRules: [{name: One, routeMessageOutboundConnector: Site}, {name: Two, routeMessageOutboundConnector: Site}, {name: Three, routeMessageOutboundConnector: Other}]}
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, {|CL3010:enabled: false|}, useMXRecord: false, smartHosts: [nola.contoso.com]}
          - {name: Other, isTransportRuleScoped: true, {|CL3010:testMode: true|}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """)
        .Says("'Site': transport rule 'One' routes mail to it, but enabled is false, so that mail does not go where the rule sends it");

    [Theory]
    [InlineData("{name: R, enabled: false, routeMessageOutboundConnector: Site}", "enabled: false")]
    [InlineData("{name: R, enabled: maybe, routeMessageOutboundConnector: Site}", "enabled: false")]
    [InlineData("{name: R, routeMessageOutboundConnector: [a, b]}", "enabled: false")]
    [InlineData("{name: R, routeMessageOutboundConnector: Nowhere}", "enabled: false")]
    [InlineData("{name: R, setScl: 1}", "enabled: false")]
    [InlineData("{name: R, routeMessageOutboundConnector: Site}", "enabled: true")]
    [InlineData("{name: R, routeMessageOutboundConnector: Site}", "enabled: maybe")]
    [InlineData("{name: R, routeMessageOutboundConnector: Site}", "testMode: false")]
    [InlineData("{name: R, routeMessageOutboundConnector: Site}", "testMode: maybe")]
    public void Silent_when_no_rule_leads_there_or_it_may_be_on(string rule, string settings) => Yaml($$"""
        topology: {transportRules: [{{rule}}]}
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, {{settings}}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, enabled: false, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3010");
}

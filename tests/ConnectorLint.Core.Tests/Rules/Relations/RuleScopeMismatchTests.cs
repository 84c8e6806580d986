using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class RuleScopeMismatchTests
{
    [Fact]
    public void A_rule_scoped_connector_that_no_rule_names() => Yaml("""
        topology:
          transportRules: []
        outboundConnectors:
          - name: Site
            connectorType: OnPremises
            {|CL3009:isTransportRuleScoped: true|}
            useMXRecord: false
            smartHosts: [nola.contoso.com]
        """)
        .Says("'Site': isTransportRuleScoped is true, but no enabled transport rule routes to it, so no mail takes this connector")
        .WithSeverity(Severity.Warning)
        .WithRelated()
        .IsAbout("outbound:Site", "isTransportRuleScoped")
        .Helps("Add the rule that routes to the connector, or change isTransportRuleScoped.");

    [Theory]
    [InlineData("{name: R, enabled: false, routeMessageOutboundConnector: Site}")]
    [InlineData("{name: R, setScl: -1}")]
    [InlineData("{name: R, routeMessageOutboundConnector: Other}")]
    public void So_when_the_rules_are_off_or_lead_elsewhere(string rule) => Yaml($$"""
        topology: {transportRules: [{{rule}}, {name: Two, routeMessageOutboundConnector: Other}]}
        outboundConnectors:
          - {name: Site, {|CL3009:isTransportRuleScoped: true|}, useMXRecord: false, smartHosts: [nola.contoso.com]}
          - {name: Other, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [other.contoso.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("{name: R, routeMessageOutboundConnector: Site}")]
    [InlineData("{name: R, enabled: true, routeMessageOutboundConnector: \" SITE \"}")]
    [InlineData("{name: R, enabled: maybe, routeMessageOutboundConnector: Site}")]
    [InlineData("{name: R, routeMessageOutboundConnector: 2F7E9F3F-8D3F-4A0E-9B65-0A1F6C2B7D11}")]
    [InlineData("{name: R, routeMessageOutboundConnector: Nowhere}")]
    [InlineData("{name: R, routeMessageOutboundConnector: [a, b]}")]
    [InlineData("text")]
    public void Silent_when_a_rule_names_it_or_may(string rule) => Yaml($$"""
        topology: {transportRules: [{{rule}}]}
        outboundConnectors:
          - {name: Site, identity: 2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d11, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("mailboxes: cloud")]
    [InlineData("transportRules: null")]
    [InlineData("transportRules: text")]
    [InlineData("transportRules: [], devices: text")]
    public void Silent_when_the_rules_are_not_declared_or_not_known(string topology) => Yaml($$"""
        topology: {{{topology}}}
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("enabled: false, isTransportRuleScoped: true")]
    [InlineData("enabled: maybe, isTransportRuleScoped: true")]
    [InlineData("testMode: true, isTransportRuleScoped: true")]
    [InlineData("isTransportRuleScoped: maybe")]
    [InlineData("isTransportRuleScoped: false")]
    [InlineData("enabled: true")]
    public void Silent_when_it_is_not_active_or_not_rule_scoped(string settings) => Yaml($$"""
        topology: {transportRules: []}
        outboundConnectors:
          - {name: Site, {{settings}}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    [Fact]
    public void That_an_add_ons_rule_is_missing_is_said_instead() => RuleTest.Yaml("""
        topology:
          services: [{name: {|CL1021:Sig|}, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules: []
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}
          - {name: Site, connectorType: OnPremises, {|CL3009:isTransportRuleScoped: true|}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).Only("CL3009", "CL1021").IsAsMarked();

    [Fact]
    public void A_rule_that_names_a_general_connector() => Yaml("""
        topology:
          transportRules: [{name: First, setScl: 0}, {name: Off, enabled: false, routeMessageOutboundConnector: Site}, {name: Nola, routeMessageOutboundConnector: site}, {name: Too, routeMessageOutboundConnector: Site}]
        outboundConnectors:
          - {name: Site, connectorType: OnPremises, recipientDomains: [contoso.com], {|CL3009:isTransportRuleScoped: false|}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """)
        .Says("'Site': transport rule 'Nola' routes to it, but isTransportRuleScoped is not true, so ordinary mail for its scope takes it, too")
        .WithSeverity(Severity.Warning)
        .WithRelated("Nola")
        .WithNotes("the transport rule")
        .IsAbout("outbound:Site", "isTransportRuleScoped")
        .Helps("Set isTransportRuleScoped: true, unless ordinary mail is to take the connector, too.");

    [Fact]
    public void The_name_stands_for_a_property_that_is_not_set() => Yaml("""
        topology: {transportRules: [{name: Nola, routeMessageOutboundConnector: 2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d11}]}
        outboundConnectors:
          - {name: {|CL3009:Site|}, identity: 2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d11, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("enabled: true", "enabled: false")]
    [InlineData("enabled: true", "enabled: maybe")]
    [InlineData("enabled: false", "enabled: true")]
    [InlineData("testMode: true", "enabled: true")]
    [InlineData("isTransportRuleScoped: maybe", "enabled: true")]
    [InlineData("isTransportRuleScoped: true", "enabled: true")]
    public void Silent_when_the_rule_or_the_connector_is_off_or_rule_scoped(string connector, string rule) => Yaml($$"""
        topology: {transportRules: [{name: Nola, routeMessageOutboundConnector: Site, {{rule}}}]}
        outboundConnectors:
          - {name: Site, connectorType: OnPremises, recipientDomains: [contoso.com], {{connector}}, useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    [Fact]
    public void That_an_add_ons_connector_takes_other_mail_is_said_instead() => RuleTest.Yaml("""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}, {name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: To Sig}, {name: Nola, routeMessageOutboundConnector: Site}, {name: Out, routeMessageOutboundConnector: Gate}]
        outboundConnectors:
          - {name: {|CL1021:To Sig|}, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [smtp.sig.example]}
          - {name: {|CL3009:Site|}, connectorType: OnPremises, recipientDomains: [contoso.org], useMXRecord: false, smartHosts: [nola.contoso.com]}
          - {name: {|CL3009:Gate|}, recipientDomains: ["*"], useMXRecord: false, smartHosts: [out.gate.example]}
        """).Only("CL3009", "CL1021").IsAsMarked();

    [Fact]
    public void A_second_connector_to_an_add_on_that_takes_other_mail() => RuleTest.Yaml("""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: To Sig}, {name: Too, routeMessageOutboundConnector: Too}]
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}
          - {name: {|CL3009:Too|}, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [smtp.sig.example]}
        """).Only("CL3009", "CL1021").IsAsMarked();

    [Fact]
    public void Where_several_have_the_name_the_first_is_meant() => Yaml("""
        topology: {transportRules: [{name: Nola, routeMessageOutboundConnector: Site}]}
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com]}
          - {name: Site, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [nola.contoso.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3009");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class DisabledConnectorLeftTests
{
    private const string Out = "{name: Out, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com], enabled: false}";

    [Fact]
    public void An_inbound_connector_is_off() => Yaml("""
        inboundConnectors:
          - name: Old relay
            {|CL4024:enabled: false|}
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: mail.contoso.com
        """)
        .Says("'Old relay': enabled is false and nothing declared needs it; a later switch-on would bring it back unreviewed, and mail with it")
        .WithSeverity(Severity.Info)
        .Helps("Remove it.");

    [Fact]
    public void An_outbound_connector_is_off() => Yaml("""
        outboundConnectors:
          - {name: Old route, connectorType: Partner, testMode: true, {|CL4024:enabled: false|}, recipientDomains: [contosobank.com]}
        """)
        .Says("'Old route': enabled is false and nothing declared needs it; a later switch-on would bring it back unreviewed, and mail with it")
        .WithSeverity(Severity.Info);

    [Theory]
    [InlineData("enabled: true")]
    [InlineData("enabled: maybe")]
    [InlineData("enabled: null")]
    [InlineData("comment: Off")]
    public void Silent_when_it_is_on_or_that_is_not_known(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: [contosobank.com], {{settings}} }
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: [contosobank.com], testMode: true, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("mailboxes: cloud")]
    [InlineData("transportRules: []")]
    [InlineData("transportRules: [{name: Spam, setScl: -1}]")]
    [InlineData("transportRules: [{name: Nola, routeMessageOutboundConnector: Other}]")]
    [InlineData("transportRules: [{name: Nola, enabled: false, routeMessageOutboundConnector: Out}]")]
    [InlineData("transportRules: [{name: Nola, enabled: false, routeMessageOutboundConnector: Nowhere}]")]
    public void A_rule_that_is_off_or_routes_elsewhere_does_not_need_it(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderIPAddresses: [203.0.113.10], {|CL4024:enabled: false|} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com], {|CL4024:enabled: false|} }
          - {name: Other, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [other.contoso.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("{name: Nola, enabled: maybe, routeMessageOutboundConnector: Out}")]
    [InlineData("{name: Nola, routeMessageOutboundConnector: Nowhere}")]
    [InlineData("{name: Nola, routeMessageOutboundConnector: [Out]}")]
    public void Silent_on_an_outbound_connector_that_a_rule_may_be_meant_for(string rule) => Yaml($$"""
        topology: {transportRules: [{{rule}}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderIPAddresses: [203.0.113.10], {|CL4024:enabled: false|} }
        outboundConnectors:
          - {{Out}}
        """).IsAsMarked();

    [Theory]
    [InlineData("transportRules: [text]")]
    [InlineData("devices: [text]")]
    [InlineData("partners: text")]
    public void Silent_when_what_could_not_be_read_may_need_it(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderIPAddresses: [203.0.113.10], enabled: false}
        outboundConnectors:
          - {{Out}}
        """).IsClean();

    [Fact]
    public void That_it_is_needed_is_said_instead() => RuleTest.Yaml("""
        topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}, outbound: {requireTls: true}}]}
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, {|CL3015:enabled: false|}}
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation, {|CL3015:enabled: false|}}
        """).Only("CL3010", "CL3015", "CL4024").IsAsMarked();

    [Fact]
    public void That_a_rule_routes_to_it_is_said_instead() => RuleTest.Yaml("""
        topology: {transportRules: [{name: Nola, routeMessageOutboundConnector: Out}]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [nola.contoso.com], {|CL3010:enabled: false|}}
        """).Only("CL3010", "CL3015", "CL4024").IsAsMarked();

    [Theory]
    [InlineData("hybrid: completed", "HybridWizard")]
    [InlineData("hybrid: completed", "Wizard")]
    [InlineData("hybrid: full", "HybridWizard")]
    public void Silent_on_what_the_wizard_made_in_a_hybrid_set_up(string topology, string source) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: Inbound from A, connectorType: OnPremises, connectorSource: {{source}}, senderDomains: ["*"], tlsSenderCertificateName: a.contoso.com}
          - {name: Inbound from B, connectorType: OnPremises, connectorSource: {{source}}, senderDomains: ["*"], tlsSenderCertificateName: b.contoso.com, enabled: false}
        """).IsClean();

    [Theory]
    [InlineData("topology: {hybrid: completed}", "Default")]
    [InlineData("topology: {hybrid: none}", "HybridWizard")]
    [InlineData("topology: {mailboxes: cloud}", "HybridWizard")]
    [InlineData("", "HybridWizard")]
    public void Not_on_what_somebody_else_made_or_without_hybrid(string topology, string source) => Yaml($$"""
        {{topology}}
        inboundConnectors:
          - {name: A, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: a.contoso.com}
          - {name: B, connectorType: OnPremises, connectorSource: {{source}}, senderDomains: ["*"], tlsSenderCertificateName: b.contoso.com, {|CL4024:enabled: false|} }
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4024");
}

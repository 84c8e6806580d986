using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class AddOnLoopGuardMissingTests
{
    private const string ToSig = "outboundConnectors: [{name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}]";

    [Fact]
    public void A_rule_that_takes_what_comes_back() => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules:
            - {name: {|CL3011:Sign|}, fromScope: InOrganization, routeMessageOutboundConnector: to sig, stopRuleProcessing: true}
        {{ToSig}}
        """)
        .Says("transport rule 'Sign': routes mail to 'To Sig' without an exception for what Sig has already handled, so the mail goes round and bounces (5.4.14)")
        .WithSeverity(Severity.Error)
        .WithRelated("To Sig", "Sig")
        .WithNotes("the connector", "the service")
        .IsAbout("topology/transportRules/Sign", "routeMessageOutboundConnector")
        .Helps("Add an exception for the header that the service sets (exceptIfHeaderContainsMessageHeader) or for its addresses (exceptIfSenderIpRanges).");

    [Theory]
    [InlineData("exceptIfHeaderContainsMessageHeader: X-Sig, exceptIfHeaderContainsWords: [done]")]
    [InlineData("exceptIfHeaderMatchesMessageHeader: X-Sig, exceptIfHeaderMatchesPatterns: [d]")]
    [InlineData("exceptIfSenderIpRanges: [198.51.100.7]")]
    [InlineData("enabled: false")]
    [InlineData("enabled: maybe")]
    public void Silent_with_an_exception_or_when_the_rule_is_off(string settings) => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: To Sig, {{settings}}}]
        {{ToSig}}
        """).IsClean();

    [Theory]
    [InlineData("exceptIfRecipientDomainIs: [fabrikam.com]")]
    [InlineData("exceptIfSubjectContainsWords: [x]")]
    [InlineData("exceptIfFrom: ann@contoso.com")]
    [InlineData("headerContainsMessageHeader: X-Sign, headerContainsWords: [please]")]
    [InlineData("senderIpRanges: [203.0.113.0/28], stopRuleProcessing: true")]
    [InlineData("exceptIfHeaderContainsMessageHeader: null")]
    public void Other_exceptions_and_its_own_conditions_are_no_guard(string settings) => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules: [{name: {|CL3011:Sign|}, routeMessageOutboundConnector: To Sig, {{settings}}}]
        {{ToSig}}
        """).IsAsMarked();

    [Theory]
    [InlineData("headerContainsMessageHeader: X-Sig, headerContainsWords: [done], stopRuleProcessing: true")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: true")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: maybe")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: true, enabled: maybe")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: true, priority: 0")]
    public void A_rule_before_it_may_be_the_guard(string settings) => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules:
            - {name: Guard, {{settings}}}
            - {name: Sign, routeMessageOutboundConnector: To Sig}
        {{ToSig}}
        """).IsClean();

    [Theory]
    [InlineData("senderIpRanges: [198.51.100.7]")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: false")]
    [InlineData("subjectContainsWords: [x], stopRuleProcessing: true")]
    [InlineData("stopRuleProcessing: true")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: true, enabled: false")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: true, priority: 2")]
    [InlineData("senderIpRanges: [198.51.100.7], stopRuleProcessing: true, priority: 1")]
    public void What_is_no_guard(string settings) => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules:
            - {name: Guard, {{settings}}}
            - {name: {|CL3011:Sign|}, routeMessageOutboundConnector: To Sig}
        {{ToSig}}
        """).IsAsMarked();

    [Fact]
    public void The_priority_counts_and_not_the_place_in_the_list() => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules:
            - {name: Sign, priority: 5, routeMessageOutboundConnector: To Sig}
            - {name: {|CL3011:Early|}, priority: 1, routeMessageOutboundConnector: To Sig}
            - {name: Guard, priority: 4, senderIpRanges: [198.51.100.7], stopRuleProcessing: true}
            - {name: Later, priority: 9, senderIpRanges: [198.51.100.7], stopRuleProcessing: true}
        {{ToSig}}
        """).IsAsMarked();

    [Fact]
    public void A_rule_after_it_is_no_guard() => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules:
            - {name: {|CL3011:Sign|}, routeMessageOutboundConnector: To Sig}
            - {name: Guard, senderIpRanges: [198.51.100.7], stopRuleProcessing: true}
        {{ToSig}}
        """).IsAsMarked();

    [Theory]
    [InlineData("{name: Sig, role: addOn, smartHosts: [smtp.sig.example], returnsOutgoingMail: false}")]
    [InlineData("{name: Sig, role: addOn, smartHosts: [smtp.sig.example], returnsOutgoingMail: maybe}")]
    [InlineData("{name: Sig, role: addOn, smartHosts: [other.sig.example]}")]
    [InlineData("{name: Sig, role: addOn}")]
    [InlineData("{name: Sig, role: addOns, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}")]
    [InlineData("{name: Sig, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}")]
    [InlineData("{name: Sig, role: outboundGateway, smartHosts: [smtp.sig.example]}")]
    [InlineData("{name: Sig, role: outboundGateway, smartHosts: [smtp.sig.example], certificateNames: [other.sig.example]}")]
    public void Silent_when_the_service_hands_nothing_back_or_may_not(string service) => Yaml($$"""
        topology:
          services: [{{service}}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: To Sig}]
        {{ToSig}}
        inboundConnectors: [{name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example}]
        """).IsClean();

    [Theory]
    [InlineData("{name: Sig, role: addOn, smartHosts: [smtp.sig.example], returnsOutgoingMail: true}")]
    [InlineData("{name: Sig, role: outboundGateway, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}")]
    [InlineData("{name: Sig, role: inboundFilter, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}")]
    public void The_service_hands_it_back(string service) => Yaml($$"""
        topology:
          services: [{{service}}]
          transportRules: [{name: {|CL3011:Sign|}, routeMessageOutboundConnector: To Sig}]
        {{ToSig}}
        inboundConnectors: [{name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example}]
        """).IsAsMarked();

    [Theory]
    [InlineData("{name: To Sig, connectorType: OnPremises, useMXRecord: false, smartHosts: [smtp.sig.example]}", "connectorType: OnPremises")]
    [InlineData("{name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}", "connectorType: Partner")]
    public void A_gateway_comes_back_only_from_a_rule_scoped_connector_and_by_an_OnPremises_one(string outbound, string inbound) => Yaml($$"""
        topology:
          services: [{name: Gate, role: outboundGateway, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: To Sig}]
        outboundConnectors: [{{outbound}}]
        inboundConnectors: [{name: From Sig, {{inbound}}, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example}]
        """).IsClean();

    [Theory]
    [InlineData("To Sig", "enabled: false")]
    [InlineData("To Sig", "testMode: true")]
    [InlineData("Nowhere", "enabled: true")]
    [InlineData("[a, b]", "enabled: true")]
    [InlineData("null", "enabled: true")]
    public void Silent_when_the_connector_is_off_or_not_named(string target, string settings) => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: {{target}} }]
        outboundConnectors: [{name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, {{settings}}, useMXRecord: false, smartHosts: [smtp.sig.example]}]
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml(ToSig).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3011");
}

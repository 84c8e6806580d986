using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class PartnerOutboundRestrictionMissingTests
{
    [Fact]
    public void Nothing_forces_TLS() => Yaml("""
        topology:
          partners:
            - name: Bank
              domains: [contosobank.com]
              {|CL1008:outbound|}: {requireTls: true}
        outboundConnectors: []
        """)
        .Says("partner 'Bank': mail to contosobank.com may leave without TLS, because no connector sets tlsSettings for it")
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to outboundConnectors:
            - {name: To Bank, connectorType: Partner, recipientDomains: [contosobank.com], useMXRecord: true, tlsSettings: CertificateValidation}
            """);

    [Fact]
    public void The_connector_that_the_mail_takes_does_not_look_at_the_name() => Yaml("""
        topology:
          partners:
            - {name: Bank, domains: [contosobank.com], {|CL1008:outbound|}: {requireTls: true, certificateDomain: "*.contosobank.com"}}
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """)
        .Says("partner 'Bank': mail to contosobank.com may leave without TLS to a server with the certificate *.contosobank.com, because 'To bank' does not set tlsSettings DomainValidation and a matching tlsDomain")
        .Helps("Set tlsSettings DomainValidation and a matching tlsDomain on 'To bank', or give the partner a connector of its own.")
        .WithRelated("To bank");

    [Fact]
    public void The_most_specific_connector_counts() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1008:outbound|}: {requireTls: true}}]
        outboundConnectors:
          - {name: All, recipientDomains: ["*"], tlsSettings: CertificateValidation}
          - {name: Wild, recipientDomains: ["*.contosobank.com"], useMXRecord: false, smartHosts: [mx.contosobank.com]}
        """)
        .Says("partner 'Bank': mail to contosobank.com may leave without TLS, because 'Wild' does not set tlsSettings")
        .WithRelated("Wild");

    [Fact]
    public void Of_two_that_may_take_the_mail_both_must_force_TLS() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1008:outbound|}: {requireTls: true}}]
        outboundConnectors:
          - {name: One, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
          - {name: Two, recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [mx.contosobank.com]}
        """).WithRelated("Two");

    [Fact]
    public void A_rule_puts_its_connector_in_the_place_of_the_partners() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1008:outbound|}: {requireTls: true}}]
          transportRules:
            - {name: Divert, recipientDomainIs: [contosobank.com], routeMessageOutboundConnector: Site}
        outboundConnectors:
          - {name: To bank, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
          - {name: Site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.site.example]}
        """).WithRelated("Site");

    [Theory]
    [InlineData("enabled: false, routeMessageOutboundConnector: Site")]
    [InlineData("from: [ann@contoso.com], routeMessageOutboundConnector: Site")]
    [InlineData("recipientDomainIs: [other.example], routeMessageOutboundConnector: Site")]
    [InlineData("routeMessageOutboundConnector: Off")]
    [InlineData("routeMessageOutboundConnector: To Sig")]
    public void A_rule_that_does_not_take_all_the_mail_and_an_add_on_that_hands_it_back_do_not(string rule) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true} }]
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules:
            - {name: Divert, {{rule}}}
        outboundConnectors:
          - {name: To bank, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
          - {name: Site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.site.example]}
          - {name: Off, enabled: false, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.site.example]}
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}
        """).IsClean();

    [Fact]
    public void An_add_on_that_delivers_the_mail_itself_does() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1008:outbound|}: {requireTls: true}}]
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], returnsOutgoingMail: false}]
          transportRules: [{name: Sign, fromScope: InOrganization, routeMessageOutboundConnector: To Sig}]
        outboundConnectors:
          - {name: To bank, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}
        """).WithRelated("To Sig");

    [Theory]
    [InlineData("recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly")]
    [InlineData("recipientDomains: [contosobank.com], smtpDaneMode: Mandatory")]
    [InlineData("recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.gate.example], tlsSettings: DomainValidation, tlsDomain: out.gate.example")]
    public void Silent_when_TLS_is_forced(string settings) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true} }]
        outboundConnectors:
          - {name: To bank, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("certificateDomain: contosobank.com", "tlsDomain: \"*.contosobank.com\"")]
    [InlineData("certificateDomain: \"*.contosobank.com\"", "tlsDomain: mail.contosobank.com")]
    [InlineData("certificateDomain: mail.contosobank.com", "tlsDomain: mail.contosobank.com")]
    public void Silent_when_the_name_is_looked_at(string wish, string settings) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], outbound: {{{wish}}} }]
        outboundConnectors:
          - {name: To bank, recipientDomains: [contosobank.com], tlsSettings: DomainValidation, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("recipientDomainIs: [contosobank.com], routeMessageOutboundRequireTls: true")]
    [InlineData("routeMessageOutboundRequireTls: true")]
    [InlineData("recipientDomainIs: [contosobank], routeMessageOutboundConnector: Site")]
    [InlineData("recipientDomainIs: {a: b}, routeMessageOutboundConnector: Site")]
    public void Silent_when_a_rule_forces_TLS_or_it_is_not_known_what_it_takes(string rule) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true} }]
          transportRules: [{name: Encrypt, {{rule}}}]
        outboundConnectors:
          - {name: Site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.site.example]}
        """).IsClean();

    [Fact]
    public void A_rule_that_forces_TLS_does_not_look_at_the_name() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1008:outbound|}: {requireTls: true, certificateDomain: contosobank.com}}]
          transportRules: [{name: Encrypt, recipientDomainIs: [contosobank.com], routeMessageOutboundRequireTls: true}]
        """).IsAsMarked();

    [Theory]
    [InlineData("{name: To bank, recipientDomains: [contosobank.com], tlsSettings: Encryption}")]
    [InlineData("{name: To bank, recipientDomains: [contosobank.com], tlsSetting: EncryptionOnly}")]
    [InlineData("{name: To bank, recipientDomain: [contosobank.com]}")]
    [InlineData("{name: To bank, enabled: maybe, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}")]
    [InlineData("text")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true} }]
        outboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("{name: Bank, domains: [contosobank.com]}")]
    [InlineData("{name: Bank, domains: [contosobank.com], outbound: {requireTls: false}}")]
    [InlineData("{name: Bank, domains: [contosobank.com], outbound: {requireTls: really}}")]
    [InlineData("{name: Bank, outbound: {requireTls: true}}")]
    [InlineData("{name: Bank, domains: [contosobank.com], outbound: {smartHosts: [mx.contosobank.com]}}")]
    public void Silent_when_no_such_wish_is_declared_or_could_be_read(string partner) => Yaml($$"""
        topology: {partners: [{{partner}}]}
        """).IsClean();

    [Fact]
    public void That_a_connector_goes_the_wrong_way_is_said_instead() => RuleTest.Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true}}]
        inboundConnectors:
          - {name: {|CL1010:Bank|}, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
        """).Only("CL1008", "CL1010").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1008");
}

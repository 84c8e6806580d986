using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class MissingOnPremOutboundTests
{
    private const string Message = "no connector from Office 365 to your organization's email server (an outbound connector with connectorType OnPremises), so mail for mailboxes on your servers has no way there";

    [Fact]
    public void Mailboxes_in_both_places_need_one() => Yaml("""
        topology:
          mailboxes: {|CL1002:both|}
          hybrid: none
          onPremises:
            server: exchange2010OrLater
            smtpHosts: [mail.contoso.com]
            certificateNames: [mail.contoso.com]
        """)
        .Says(Message)
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to outboundConnectors:
            - {name: To our servers, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """);

    [Fact]
    public void Standalone_protection_needs_one() => Yaml("""
        topology:
          subscription: {|CL1002:eopStandalone|}
          mailboxes: onPremises
        """)
        .Says(Message)
        .Helps("Create an outbound connector with connectorType OnPremises, useMXRecord false, smartHosts with your server, and allAcceptedDomains true. Declare onPremises.smtpHosts in the topology, and connectorlint advise writes it out.");

    [Fact]
    public void A_name_that_is_taken_is_not_proposed_again() => Yaml("""
        topology:
          mailboxes: {|CL1002:both|}
          hybrid: none
          onPremises: {smtpHosts: [203.0.113.10]}
        outboundConnectors:
          - {name: To our servers, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
        """)
        .Helps("""
            Add to outboundConnectors:
            - {name: To our servers 2, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [203.0.113.10], tlsSettings: EncryptionOnly}
            """);

    [Fact]
    public void With_minimal_hybrid_it_is_advice() => Yaml("""
        topology: {mailboxes: {|CL1002:both|}, hybrid: minimal}
        """)
        .Says(Message)
        .WithSeverity(Severity.Info);

    [Fact]
    public void With_every_MX_on_premises_it_is_advice_and_mail_is_not_lost() => Yaml("""
        topology:
          mailboxes: {|CL1002:both|}
          acceptedDomains: [{name: contoso.com, mx: onPremises}]
        """)
        .Says("no connector from Office 365 to your organization's email server (an outbound connector with connectorType OnPremises), so mail for mailboxes on your servers finds its way only by the MX records, which are your servers'")
        .WithSeverity(Severity.Info);

    [Theory]
    [InlineData("isTransportRuleScoped: true")]
    public void Inactive_ones_and_those_that_no_rule_uses_do_not_count(string settings) => Yaml($$"""
        topology:
          mailboxes: {|CL1002:both|}
          transportRules: []
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says(Message);

    [Fact]
    public void One_that_leads_to_a_service_only_does_not_count() => Yaml("""
        topology:
          mailboxes: {|CL1002:both|}
          services:
            - {name: Sig, role: addOn, smartHosts: [smtp.sig.example]}
          transportRules:
            - {name: Sign, routeMessageOutboundConnector: To Sig}
        outboundConnectors:
          - name: To Sig
            connectorType: OnPremises
            isTransportRuleScoped: true
            useMXRecord: false
            smartHosts: [smtp.sig.example]
        """)
        .Says(Message);

    [Theory]
    [InlineData("{name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: To site, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    public void Silent_when_there_is_one_general_or_used_by_a_rule(string connector) => Yaml($$"""
        topology:
          mailboxes: both
          transportRules: [{name: R, routeMessageOutboundConnector: To site}]
        outboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("{name: Out, connectorType: OnPrem, allAcceptedDomains: true}")]
    [InlineData("{name: Out, connectorTyp: OnPremises, allAcceptedDomains: true}")]
    [InlineData("{name: Out, connectorType: OnPremises, testMode: maybe}")]
    [InlineData("{name: Out, connectorType: OnPremises, isTransportRuleScoped: maybe}")]
    [InlineData("[]")]
    [InlineData("{name: Out, connectorType: [")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {mailboxes: both}
        outboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("transportRules: [{name: R, routeMessageOutboundConnector: [a, b]}]")]
    [InlineData("transportRules: [not a rule]")]
    public void Silent_when_a_rule_that_may_use_it_could_not_be_read(string rules) => Yaml($$"""
        topology: {mailboxes: both, {{rules}}}
        outboundConnectors:
          - {name: To site, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("{}")]
    [InlineData("{mailboxes: cloud, onPremises: {relaysToInternet: true}}")]
    [InlineData("{mailboxes: both, hybrid: completed}")]
    [InlineData("{mailboxes: both, hybrid: finished}")]
    public void Silent_when_the_facts_are_not_declared_or_are_others(string topology) => Yaml($"topology: {topology}\noutboundConnectors: []").IsClean();

    [Theory]
    [InlineData("recipientDomains: [other.example]")]
    [InlineData("recipientDomains: [other.example, \"*.other2.example\"]")]
    public void One_that_covers_no_accepted_domain_leads_nobody_home(string scope) => Yaml($$"""
        topology:
          mailboxes: {|CL1002:both|}
          hybrid: none
          acceptedDomains: [{name: contoso.com}]
          onPremises: {smtpHosts: [mail.contoso.com]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{scope}}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("no outbound connector with connectorType OnPremises covers contoso.com (recipientDomains or allAcceptedDomains), so its mail for mailboxes on your servers has no way there");

    [Theory]
    [InlineData("recipientDomains: [contoso.com]")]
    [InlineData("recipientDomains: [\"*.contoso.com\"]")]
    [InlineData("recipientDomains: [sales.contoso.com]")]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("recipientDomains: [not a domain]")]
    [InlineData("recipientDomains: 7")]
    [InlineData("allAcceptedDomains: true")]
    [InlineData("allAcceptedDomains: maybe, recipientDomains: [other.example]")]
    [InlineData("routeAllMessagesViaOnPremises: true, recipientDomains: [other.example]")]
    public void One_that_covers_some_of_an_accepted_domain_or_may_is_enough(string scope) => Yaml($$"""
        topology:
          mailboxes: both
          hybrid: none
          acceptedDomains: [{name: contoso.com}, {name: fabrikam.com}]
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{scope}}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Fact]
    public void With_standalone_protection_each_accepted_domain_needs_a_way() => Yaml("""
        topology:
          subscription: {|CL1002:eopStandalone|}
          mailboxes: onPremises
          acceptedDomains: [{name: contoso.com}, {name: fabrikam.com}]
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("no outbound connector with connectorType OnPremises covers fabrikam.com (recipientDomains or allAcceptedDomains), so its mail for mailboxes on your servers has no way there");

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1002");
}

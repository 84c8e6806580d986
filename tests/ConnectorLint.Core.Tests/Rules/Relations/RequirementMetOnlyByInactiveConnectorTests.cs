using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class RequirementMetOnlyByInactiveConnectorTests
{
    [Fact]
    public void A_partners_connector_that_is_off() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]
        inboundConnectors:
          - {name: From bank, connectorType: Partner, {|CL3015:enabled: false|}, senderDomains: [contosobank.com], requireTls: true}
        """)
        .Says("'From bank': would serve partner 'Bank', but enabled is false, so mail flows as if it were missing")
        .WithSeverity(Severity.Error)
        .WithRelated("inbound")
        .WithNotes("what needs it")
        .IsAbout("inbound:From bank", "enabled", "partner:Bank/inbound")
        .Helps("Validate the connector, and set enabled: true.");

    [Theory]
    [InlineData("testMode: true")]
    [InlineData("enabled: true, testMode: true")]
    public void A_partners_connector_in_test_mode(string settings) => Yaml($$"""
        topology: {partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true} }]}
        outboundConnectors:
          - {name: To bank, {{settings.Replace("testMode: true", "{|CL3015:testMode: true|}", StringComparison.Ordinal)}}, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """)
        .Says("'To bank': would serve partner 'Bank', but testMode is true, so mail flows as if it were missing")
        .Helps("Validate the connector, and set testMode: false.");

    [Fact]
    public void One_that_is_off_and_in_test_mode_is_off() => Yaml("""
        topology: {partners: [{name: Bank, domains: [contosobank.com], outbound: {requireTls: true}}]}
        outboundConnectors:
          - {name: To bank, testMode: true, {|CL3015:enabled: false|}, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """).Says("'To bank': would serve partner 'Bank', but enabled is false, so mail flows as if it were missing");

    [Theory]
    [InlineData("devices: [{name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.9, ipKind: static}]", "{name: X, connectorType: OnPremises, {|CL3015:enabled: false|}, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.9]}", "device 'Printer'")]
    [InlineData("mailboxes: both", "{name: X, connectorType: OnPremises, {|CL3015:enabled: false|}, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.9]}", "mail from your own servers")]
    [InlineData("services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]", "{name: X, connectorType: OnPremises, {|CL3015:enabled: false|}, senderDomains: [\"*\"], tlsSenderCertificateName: k7.sig.example}", "service 'Sig'")]
    public void What_an_inbound_connector_would_serve(string topology, string connector, string what) => Yaml($$"""
        topology: {{{topology}}}
        inboundConnectors:
          - {{connector}}
        """).Says($"'X': would serve {what}, but enabled is false, so mail flows as if it were missing");

    [Theory]
    [InlineData("mailboxes: both", "allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]", "mail to your own servers")]
    [InlineData("centralizedMailTransport: true", "recipientDomains: [\"*\"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]", "mail to your own servers")]
    [InlineData("mailboxes: onPremises, acceptedDomains: [{name: contoso.com, type: InternalRelay}]", "recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]", "accepted domain contoso.com")]
    [InlineData("services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]", "recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.gate.example]", "service 'Gate'")]
    public void What_an_outbound_connector_would_serve(string topology, string settings, string what) => Yaml($$"""
        topology: {{{topology}}}
        outboundConnectors:
          - {name: X, connectorType: OnPremises, {|CL3015:enabled: false|}, {{settings}}}
        """).Says($"'X': would serve {what}, but enabled is false, so mail flows as if it were missing");

    [Fact]
    public void What_is_only_recommended_is_an_information() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
        inboundConnectors:
          - {name: Only filter, {|CL3015:enabled: false|}, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24]}
        """)
        .Says("'Only filter': would serve service 'Filter', but enabled is false, so mail flows as if it were missing")
        .WithSeverity(Severity.Info)
        .WithRelated("Filter");

    [Fact]
    public void What_is_optional_waits_in_silence() => Yaml("""
        topology: {trustedTenants: [{organizations: [fabrikam.onmicrosoft.com]}], mailboxes: cloud, hybrid: completed}
        inboundConnectors:
          - {name: Trusted, enabled: false, senderDomains: ["*"], trustedOrganizations: [fabrikam.onmicrosoft.com]}
          - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, enabled: false, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        """).IsClean();

    [Fact]
    public void It_replaces_what_is_missing() => RuleTest.Yaml("""
        topology:
          mailboxes: both
          partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}, outbound: {requireTls: true}}]
          devices: [{name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.9, ipKind: static}]
        inboundConnectors:
          - {name: In, connectorType: OnPremises, {|CL3015:enabled: false|}, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {name: Relay, connectorType: OnPremises, {|CL3015:enabled: false|}, senderDomains: ["*"], senderIPAddresses: [203.0.113.9]}
          - {name: From bank, {|CL3015:enabled: false|}, senderDomains: [contosobank.com], requireTls: true}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {|CL3015:testMode: true|}, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: To bank, {|CL3015:enabled: false|}, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """).Only("CL3015", "CL1001", "CL1002", "CL1007", "CL1008", "CL1011").IsAsMarked();

    [Fact]
    public void One_connector_may_be_waited_for_by_several() => Yaml("""
        topology:
          partners: [{name: A, domains: [a.example], inbound: {requireTls: true}}, {name: B, domains: [b.example], inbound: {requireTls: true}}]
        inboundConnectors:
          - {name: From both, {|CL3015,CL3015:enabled: false|}, senderDomains: [a.example, b.example], requireTls: true}
        """).IsAsMarked();

    [Theory]
    [InlineData("enabled: true, senderDomains: [contosobank.com], requireTls: true")]
    [InlineData("enabled: false, senderDomains: [contosobank.com], requireTls: false")]
    [InlineData("enabled: false, senderDomains: [fabrikam.com], requireTls: true")]
    [InlineData("enabled: false, connectorType: OnPremises, senderDomains: [contosobank.com], requireTls: true")]
    [InlineData("enabled: maybe, senderDomains: [contosobank.com], requireTls: true")]
    public void Silent_when_it_is_on_or_would_not_do(string settings) => Yaml($$"""
        topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true} }]}
        inboundConnectors:
          - {name: From bank, {{settings}}}
        """).IsClean();

    [Fact]
    public void Silent_when_another_does_it() => Yaml("""
        topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]}
        inboundConnectors:
          - {name: Old, enabled: false, senderDomains: [contosobank.com], requireTls: true}
          - {name: New, senderDomains: [contosobank.com], requireTls: true}
        """).IsClean();

    [Fact]
    public void Silent_for_a_change_of_which_the_rest_is_not_known() => Yaml("""
        topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]}
        inboundConnectors:
          - {identity: From bank, enabled: false, senderDomains: [contosobank.com], requireTls: true}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3015");
}

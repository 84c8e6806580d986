using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class ManualConnectorBesideHybridTests
{
    private const string Inbound = "{name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: [\"*\"], tlsSenderCertificateName: mail.contoso.com, senderIPAddresses: [203.0.113.0/28]}";
    private const string Outbound = "{name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com, \"*.contoso.com\"], useMXRecord: false, smartHosts: [mail.contoso.com]}";

    [Fact]
    public void An_outbound_connector_for_the_same_domain() => Yaml($$"""
        topology:
          hybrid: completed
        outboundConnectors:
          - {{Outbound}}
          - name: Mine
            connectorType: OnPremises
            recipientDomains: [fabrikam.com, {|CL1004:contoso.com|}]
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """)
        .Says("'Mine': recipientDomains overlaps the hybrid connector 'Outbound to x', which already does what hybrid needs; which of the two takes a message is not documented")
        .WithSeverity(Severity.Warning)
        .WithRelated("Outbound to x");

    [Fact]
    public void An_outbound_connector_to_the_same_host() => Yaml($$"""
        topology: {hybrid: completed}
        outboundConnectors:
          - {{Outbound}}
          - {name: Mine, connectorType: OnPremises, recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [{|CL1004:MAIL.contoso.com|}]}
        """)
        .Says("'Mine': smartHosts overlaps the hybrid connector 'Outbound to x', which already does what hybrid needs; which of the two takes a message is not documented");

    [Fact]
    public void Two_outbound_connectors_for_all_accepted_domains() => Yaml("""
        topology: {hybrid: completed}
        outboundConnectors:
          - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: Mine, connectorType: OnPremises, allAcceptedDomains: {|CL1004:true|}, useMXRecord: false, smartHosts: [old.contoso.com]}
        """).IsAsMarked();

    [Fact]
    public void An_inbound_connector_for_the_same_certificate() => Yaml($$"""
        topology: {hybrid: completed}
        inboundConnectors:
          - {{Inbound}}
          - {name: Mine, connectorType: OnPremises, tlsSenderCertificateName: {|CL1004:Mail.contoso.com|}, senderDomains: ["*"]}
        """)
        .Says("'Mine': tlsSenderCertificateName overlaps the hybrid connector 'Inbound from x', which already does what hybrid needs; which of the two takes a message is not documented")
        .WithRelated("Inbound from x");

    [Fact]
    public void An_inbound_connector_for_overlapping_addresses() => Yaml($$"""
        topology: {hybrid: completed}
        inboundConnectors:
          - {{Inbound}}
          - {name: Mine, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.1, {|CL1004:203.0.113.8/29|}]}
        """).IsAsMarked();

    [Theory]
    [InlineData("hybrid: none")]
    [InlineData("hybrid: minimal")]
    [InlineData("hybrid: ready")]
    [InlineData("mailboxes: both")]
    public void Silent_when_hybrid_is_not_declared_complete(string topology) => Yaml($$"""
        topology: {{{topology}}}
        outboundConnectors:
          - {{Outbound}}
          - {name: Mine, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("{name: Mine, connectorType: OnPremises, recipientDomains: [fabrikam.com, \"*\"], useMXRecord: false, smartHosts: [old.contoso.com]}")]
    [InlineData("{name: Mine, connectorType: Partner, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Mine, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Mine, connectorType: OnPremises, enabled: false, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Mine, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Mine, connectorType: OnPremises, connectorSource: Wizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Mine, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Via gate, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [out.gate.example]}")]
    public void Silent_when_nothing_overlaps_or_it_is_for_something_else(string connector) => Yaml($$"""
        topology: {hybrid: completed, services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]}
        outboundConnectors:
          - {{Outbound}}
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("tlsSenderCertificateName: k7.sig.example")]
    [InlineData("senderIPAddresses: [203.0.113.9]")]
    public void Silent_for_the_identities_of_add_ons_and_devices(string identity) => Yaml($$"""
        topology:
          hybrid: completed
          onPremises: {publicIPs: [203.0.113.1]}
          services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]
          devices: [{name: Printer, method: smtpRelay, ip: 203.0.113.9}]
        inboundConnectors:
          - {{Inbound}}
          - {name: Mine, connectorType: OnPremises, senderDomains: ["*"], {{identity}}}
        """).IsClean();

    [Fact]
    public void Silent_when_there_is_no_active_hybrid_connector_in_that_direction() => Yaml("""
        topology: {hybrid: completed}
        outboundConnectors:
          - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, enabled: false, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: Mine, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Fact]
    public void A_domain_that_could_not_be_read_is_passed_over() => Yaml($$"""
        topology: {hybrid: completed}
        outboundConnectors:
          - {{Outbound}}
          - {name: Mine, connectorType: OnPremises, recipientDomains: ["fabrikam..com", {|CL1004:contoso.com|}], useMXRecord: false, smartHosts: [old.contoso.com]}
        """).IsAsMarked();

    [Fact]
    public void One_for_all_accepted_domains_beside_one_for_named_domains_goes_by_its_host() => Yaml($$"""
        topology: {hybrid: completed}
        outboundConnectors:
          - {{Outbound}}
          - {name: Mine, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [{|CL1004:mail.contoso.com|}]}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1004");
}

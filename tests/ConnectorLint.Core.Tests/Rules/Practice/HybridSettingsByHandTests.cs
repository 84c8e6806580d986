using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class HybridSettingsByHandTests
{
    [Fact]
    public void Headers_are_kept_on_an_inbound_connector() => Yaml("""
        topology:
          hybrid: none
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: contoso.com
            {|CL4009:cloudServicesMailEnabled: true|}
        """)
        .Says("'In': cloudServicesMailEnabled true is the Hybrid Configuration Wizard's to set; by hand it lets headers pass by which outside mail can count as internal")
        .WithSeverity(Severity.Warning)
        .Helps("Run the wizard, or remove the setting.");

    [Fact]
    public void And_on_an_outbound_one() => Yaml("""
        topology: {services: []}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], {|CL4009:cloudServicesMailEnabled: true|}}
        """).Says("'Out': cloudServicesMailEnabled true is the Hybrid Configuration Wizard's to set; by hand it lets headers pass by which outside mail can count as internal");

    [Theory]
    [InlineData("hybrid: completed", "connectorSource: Default")]
    [InlineData("hybrid: minimal", "connectorSource: AdminUI")]
    [InlineData("hybrid: none", "restrictDomainsToCertificate: false")]
    [InlineData("services: []", "restrictDomainsToIPAddresses: true")]
    [InlineData("subscription: eopStandalone", "comment: x")]
    [InlineData("services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]", "connectorSource: Default")]
    [InlineData("services: [{name: S, role: inboundFilter, certificateNames: [contoso.com]}]", "connectorSource: Default")]
    [InlineData("services: [{name: S, certificateNames: [contoso.com]}]", "connectorSource: Default")]
    public void So_inbound(string topology, string settings) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, {{settings}}, {|CL4009:cloudServicesMailEnabled: true|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("hybrid: completed", "connectorSource: Default")]
    [InlineData("hybrid: minimal", "connectorSource: AdminUI")]
    [InlineData("hybrid: none", "isTransportRuleScoped: false")]
    [InlineData("services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]", "connectorSource: Default")]
    [InlineData("services: [{name: S, role: outboundGateway, smartHosts: [mail.contoso.com]}]", "connectorSource: Default")]
    [InlineData("services: [{name: S, smartHosts: [mail.contoso.com]}]", "connectorSource: Default")]
    public void So_outbound(string topology, string settings) => Yaml($$"""
        topology: { {{topology}} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], {{settings}}, {|CL4009:cloudServicesMailEnabled: true|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("hybrid: none, services: [{name: S, role: outboundGateway, certificateNames: [k7.sig.example]}, {name: Sig, role: addOn, certificateNames: [contoso.com]}]")]
    [InlineData("services: [{name: Sig, role: addOn, ips: [198.51.100.0/24]}]")]
    [InlineData("services: [{name: Sig, role: addon2, ips: [198.51.100.0/24]}]")]
    public void Silent_on_an_inbound_connector_of_an_add_on_because_its_page_prescribes_it(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contoso.com, cloudServicesMailEnabled: true}
        """).IsClean();

    [Theory]
    [InlineData("hybrid: none, services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]")]
    [InlineData("services: [{name: Sig, role: addon2, smartHosts: [smtp.sig.example]}]")]
    public void Silent_on_an_outbound_connector_of_an_add_on(string topology) => Yaml($$"""
        topology: { {{topology}} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [smtp.sig.example], cloudServicesMailEnabled: true}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, restrictDomainsToCertificate: true")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, restrictDomainsToCertificate: maybe")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, connectorSource: HybridWizard")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, connectorSource: Migrated")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, connectorSource: Wizard")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, enabled: false")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, enabled: maybe")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: false")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: maybe")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPrem, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: Partner, cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: true")]
    public void Silent_on_an_inbound_connector_of_the_wizard_or_in_an_add_ons_form_or_of_another_type(string settings) => Yaml($$"""
        topology: {hybrid: completed, services: []}
        inboundConnectors:
          - {name: In, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, isTransportRuleScoped: true")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, isTransportRuleScoped: maybe")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, connectorSource: HybridWizard")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, connectorSource: Migrated")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, connectorSource: Wizard")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, enabled: false")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true, testMode: true")]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: false")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: Partner, cloudServicesMailEnabled: true")]
    public void Silent_on_an_outbound_connector_of_the_wizard_or_that_rules_use_or_of_another_type(string settings) => Yaml($$"""
        topology: {hybrid: completed, services: []}
        outboundConnectors:
          - {name: Out, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("topology: {mailboxes: both}")]
    [InlineData("topology: {subscription: exchangeOnline}")]
    [InlineData("topology: {subscription: eop}")]
    [InlineData("topology: {subscription: eopStandalone, services: [text]}")]
    [InlineData("topology: {hybrid: partly}")]
    [InlineData("topology: {services: [text]}")]
    [InlineData("topology: {hybrid: none, services: [text]}")]
    [InlineData("topology: {hybrid: none, services: text}")]
    [InlineData("tenant: contoso")]
    public void Silent_where_it_may_be_an_add_ons_that_is_not_declared(string root) => RuleTest.Yaml($$"""
        connectorlint: 1
        {{root}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, cloudServicesMailEnabled: true}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], cloudServicesMailEnabled: true}
        """).Only("CL4009").IsClean();

    [Fact]
    public void The_wizard_is_named_though_there_is_no_hybrid() => Yaml("""
        topology:
          hybrid: none
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            {|CL4009:connectorSource: HybridWizard|}
            senderDomains: ["*"]
            tlsSenderCertificateName: contoso.com
            cloudServicesMailEnabled: true
        outboundConnectors:
          - {name: Out, connectorType: Partner, {|CL4009:connectorSource: HybridWizard|}, recipientDomains: [contoso.com]}
        """)
        .Says("'In': connectorSource HybridWizard is the Hybrid Configuration Wizard's to set, but hybrid is declared as none; the wizard may change this connector and the way its mail takes")
        .WithSeverity(Severity.Warning)
        .WithRelated("none")
        .Helps("Declare hybrid: completed if the wizard made it, else remove connectorSource.")
        .Says("'Out': connectorSource HybridWizard is the Hybrid Configuration Wizard's to set, but hybrid is declared as none; the wizard may change this connector and the way its mail takes")
        .WithSeverity(Severity.Warning)
        .WithRelated("none");

    [Theory]
    [InlineData("hybrid: none", "connectorSource: Default")]
    [InlineData("hybrid: none", "connectorSource: Wizard")]
    [InlineData("hybrid: none", "connectorSource: HybridWizard, enabled: false")]
    [InlineData("hybrid: completed", "connectorSource: HybridWizard")]
    [InlineData("hybrid: minimal", "connectorSource: HybridWizard")]
    [InlineData("hybrid: partly", "connectorSource: HybridWizard")]
    [InlineData("services: []", "connectorSource: HybridWizard")]
    public void Silent_when_there_may_be_hybrid_or_the_wizard_did_not_make_it(string topology, string settings) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, {{settings}} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
        """).IsClean();

    [Fact]
    public void On_another_type_that_is_said_instead() => RuleTest.Yaml("""
        topology: {hybrid: none}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: ["*"], {|CL2006:cloudServicesMailEnabled: true|}}
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: [contoso.com], {|CL2006:cloudServicesMailEnabled: true|}}
        """).Only("CL2006", "CL4009").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4009");
}

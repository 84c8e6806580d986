using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class EnhancedFilteringOnReturnLegTests
{
    private const string AddOn = "services: [{name: Sig, role: addOn, ips: [198.51.100.7], certificateNames: [k7.sig.example]}]";

    [Fact]
    public void Mail_that_an_add_on_hands_back() => Yaml("""
        topology:
          services:
            - {name: Sig, role: addOn, certificateNames: [k7.sig.example]}
        inboundConnectors:
          - name: From Sig
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: k7.sig.example
            {|CL4027:efSkipLastIP: true|}
            efSkipIPs: [203.0.113.10]
        """)
        .Says("'From Sig': efSkipLastIP (Enhanced Filtering) judges mail that 'Sig' hands back by the wrong hop; it may be marked as spoofed")
        .WithSeverity(Severity.Warning)
        .WithRelated("Sig")
        .Helps("Remove efSkipLastIP and efSkipIPs from this connector.");

    [Fact]
    public void So_by_a_list_and_by_an_address() => Yaml($$"""
        topology: { {{AddOn}} }
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], senderIPAddresses: [198.51.100.7], {|CL4027:efSkipIPs|}: [203.0.113.10]}
        """)
        .Says("'From Sig': efSkipIPs (Enhanced Filtering) judges mail that 'Sig' hands back by the wrong hop; it may be marked as spoofed")
        .WithSeverity(Severity.Warning)
        .WithRelated("Sig");

    [Fact]
    public void The_list_is_named_where_it_is_what_is_known_to_be_on() => Yaml($$"""
        topology: { {{AddOn}} }
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.7], efSkipLastIP: maybe, {|CL4027:efSkipIPs|}: [203.0.113.10]}
        """).IsAsMarked();

    [Fact]
    public void The_two_settings_are_two_findings() => Assert.Equal(2, Yaml($$"""
        topology: { {{AddOn}} }
        inboundConnectors:
          - {name: Sig, connectorType: OnPremises, senderIPAddresses: [198.51.100.7], {|CL4027:efSkipIPs|}: [203.0.113.10]}
          - {name: Sig, connectorType: OnPremises, senderIPAddresses: [198.51.100.7], {|CL4027:efSkipLastIP: true|} }
        """).Findings.Select(finding => finding.Property).Distinct().Count());

    [Theory]
    [InlineData("[{name: contoso.com, mx: exchangeOnline}]")]
    [InlineData("[{name: contoso.com, mx: \"thirdParty:Filter\"}, {name: contoso.onmicrosoft.com}, {name: fabrikam.com, mx: exchangeOnline}]")]
    public void Mail_between_the_halves_of_hybrid(string domains) => Yaml($$"""
        topology: {hybrid: completed, acceptedDomains: {{domains}} }
        inboundConnectors:
          - {name: Inbound from, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, {|CL4027:efSkipLastIP: true|} }
        """)
        .Says("'Inbound from': efSkipLastIP (Enhanced Filtering) judges mail between the two halves of your organization by the wrong hop; it may be marked as spoofed")
        .WithSeverity(Severity.Info)
        .WithRelated()
        .Helps("Remove efSkipLastIP and efSkipIPs from this connector.");

    [Theory]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}, {name: fabrikam.com, mx: onPremises}]", "HybridWizard")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}, {name: fabrikam.com}]", "HybridWizard")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}, {name: fabrikam.com, mx: here}]", "HybridWizard")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}, text]", "HybridWizard")]
    [InlineData("acceptedDomains: [{name: contoso.onmicrosoft.com}]", "HybridWizard")]
    [InlineData("acceptedDomains: []", "HybridWizard")]
    [InlineData("hybrid: completed", "HybridWizard")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]", "Default")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]", "Wizard")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}], services: [{name: Filter, role: inboundFilter, certificateNames: [mail.contoso.com]}]", "Migrated")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}], services: [{name: Some, role: addon2, certificateNames: [mail.contoso.com]}]", "Migrated")]
    public void Silent_when_outside_mail_may_come_by_it_or_it_is_neither_an_add_ons_nor_hybrids(string topology, string source) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, connectorSource: {{source}}, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, efSkipLastIP: true}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: false, efSkipIPs: []")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: maybe")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: true, efTestMode: true")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: true, efTestMode: maybe")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: true, enabled: false")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: true, enabled: maybe")]
    [InlineData("connectorType: Partner, efSkipLastIP: true")]
    [InlineData("connectorType: OnPrem, efSkipLastIP: true")]
    [InlineData("efSkipLastIP: true")]
    public void Silent_when_Enhanced_Filtering_is_not_on_or_the_connector_is_not_active_or_of_another_type(string settings) => Yaml($$"""
        topology: { {{AddOn}} }
        inboundConnectors:
          - {name: From Sig, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example, {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, efSkipLastIP: true}
        """).IsClean();

    [Fact]
    public void With_centralized_transport_that_is_said_instead() => RuleTest.Yaml($$"""
        topology: {centralizedMailTransport: true, {{AddOn}} }
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example, {|CL2022:efSkipLastIP: true|} }
        """).Only("CL2022", "CL4027").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4027");
}

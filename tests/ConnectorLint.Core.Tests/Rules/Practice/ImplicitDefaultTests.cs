using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class ImplicitDefaultTests
{
    [Fact]
    public void RequireTls_on_a_Partner_connector() => Yaml("""
        inboundConnectors:
          - name: {|CL4005:From bank|}
            connectorType: Partner
            senderDomains: [contosobank.com]
            restrictDomainsToIPAddresses: true
            senderIPAddresses: [198.51.100.7]
        """)
        .Says("'From bank': requireTls is not stated, and the documentation contradicts itself on the default; mail without TLS may be refused or let in")
        .WithSeverity(Severity.Info)
        .Helps("State requireTls: true or false.")
        .OffersNoFix();

    [Fact]
    public void The_type_of_an_inbound_connector() => Yaml("""
        inboundConnectors:
          - {name: {|CL4005:In|}, senderDomains: [contosobank.com], requireTls: true}
        """)
        .Says("'In': connectorType is not stated; the default is undocumented and appears to be Partner, which grants no relay")
        .WithSeverity(Severity.Info)
        .Helps("State connectorType: OnPremises for your own servers, Partner for everybody else.")
        .Offers("Add connectorType: Partner, the default", true, new FixIntent(FixKind.SetProperty, "inbound:In", "connectorType", "Partner"));

    [Fact]
    public void The_type_of_an_outbound_connector() => Yaml("""
        outboundConnectors:
          - {name: {|CL4005:Out|}, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
        """)
        .Says("'Out': connectorType is not stated; the default is undocumented and appears to be Partner, by which mail to your own servers would not count as internal")
        .WithSeverity(Severity.Info)
        .Helps("State connectorType: OnPremises for your own servers, Partner for everybody else.")
        .Offers("Add connectorType: Partner, the default", true, new FixIntent(FixKind.SetProperty, "outbound:Out", "connectorType", "Partner"));

    [Fact]
    public void Both() => Yaml("""
        inboundConnectors:
          - {name: {|CL4005,CL4005:In|}, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
        """).IsAsMarked();

    [Theory]
    [InlineData("connectorType: Partner, requireTls: true")]
    [InlineData("connectorType: Partner, requireTls: false")]
    [InlineData("connectorType: Partner, requireTls: maybe")]
    [InlineData("connectorType: Partner, trustedOrganizations: [fabrikam.com]")]
    [InlineData("connectorType: Partner, trustedOrganizations: {a: b}")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("enabled: false")]
    [InlineData("enabled: maybe")]
    [InlineData("connectorSource: HybridWizard")]
    [InlineData("connectorSource: Wizard")]
    public void Silent_on_an_inbound_connector_that_states_it_or_is_not_yours_to_change_or_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderDomains: [contosobank.com], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("enabled: false")]
    [InlineData("testMode: true")]
    [InlineData("testMode: maybe")]
    [InlineData("connectorSource: HybridWizard")]
    [InlineData("connectorSource: Wizard")]
    public void Silent_on_an_outbound_connector_that_states_it_or_is_not_yours_to_change_or_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, recipientDomains: [contosobank.com], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: Partner, treatMessagesAsInternal: true")]
    [InlineData("connectorType: Partner, connectorSource: Default")]
    [InlineData("connectorType: Partner, connectorSource: AdminUI")]
    public void On_a_declared_Partner_connector_requireTls_is_to_be_stated_whatever_else_is_wrong(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: {|CL4005:In|}, senderDomains: [contosobank.com], {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("cloudServicesMailEnabled: false, treatMessagesAsInternal: false")]
    [InlineData("comment: For the bank")]
    public void A_setting_for_OnPremises_that_is_off_says_nothing(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: {|CL4005:In|}, senderDomains: [contosobank.com], requireTls: true, {{settings}} }
        outboundConnectors:
          - {name: {|CL4005:Out|}, recipientDomains: [contosobank.com], allAcceptedDomains: false, routeAllMessagesViaOnPremises: false, senderRewritingEnabled: false, cloudServicesMailEnabled: false}
        """).IsAsMarked();

    [Theory]
    [InlineData("cloudServicesMailEnabled: maybe")]
    [InlineData("treatMessagesAsInternal: maybe")]
    public void Silent_on_an_inbound_connector_with_a_setting_that_may_be_for_OnPremises(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("allAcceptedDomains: maybe")]
    [InlineData("routeAllMessagesViaOnPremises: maybe")]
    [InlineData("senderRewritingEnabled: maybe")]
    [InlineData("cloudServicesMailEnabled: maybe")]
    public void Silent_on_an_outbound_connector_with_a_setting_that_may_be_for_OnPremises(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, recipientDomains: [contoso.com], {{settings}} }
        """).IsClean();

    [Fact]
    public void With_a_setting_for_OnPremises_the_wrong_type_is_said_instead() => RuleTest.Yaml("""
        inboundConnectors:
          - {name: Headers, senderDomains: ["*"], {|CL2006:cloudServicesMailEnabled: true|}}
          - {name: Internal, senderDomains: ["*"], {|CL2009:treatMessagesAsInternal: true|}}
        outboundConnectors:
          - {name: All, {|CL2006:allAcceptedDomains: true|}}
          - {name: Central, {|CL2006:routeAllMessagesViaOnPremises: true|}}
          - {name: Rewriting, {|CL2006:senderRewritingEnabled: true|}}
          - {name: Headers, {|CL2006:cloudServicesMailEnabled: true|}}
        """).Only("CL2006", "CL2009", "CL4005").IsAsMarked();

    [Fact]
    public void That_it_goes_the_wrong_way_is_said_instead() => RuleTest.Yaml("""
        topology:
          partners:
            - {name: Bank, domains: [contosobank.com], outbound: {requireTls: true}}
            - {name: Insurer, domains: [insurer.example], inbound: {requireTls: true}}
        inboundConnectors:
          - {name: {|CL1010:Bank|}, senderDomains: [contosobank.com]}
        outboundConnectors:
          - {name: {|CL1010:Insurer|}, recipientDomains: [insurer.example], tlsSettings: EncryptionOnly}
        """).Only("CL1010", "CL4005").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4005");
}

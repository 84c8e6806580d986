using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class TlsDomainNotPresentedTests
{
    private const string Own = "onPremises: {smtpHosts: [mail.contoso.com], publicIPs: [203.0.113.0/28], certificateNames: [mail.contoso.com, \"*.eu.contoso.com\"]}";

    [Fact]
    public void A_name_that_no_certificate_has() => Yaml("""
        topology:
          onPremises:
            smtpHosts: [mail.contoso.com]
            certificateNames: [mail.contoso.com, contoso.com]
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [Mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: {|CL3021:smtp.contoso.com|} }
        """)
        .Says("'Out': tlsDomain 'smtp.contoso.com' is on no certificate that your servers are declared to present (mail.contoso.com and contoso.com); mail waits with 450 4.7.320 and then bounces")
        .WithSeverity(Severity.Warning)
        .WithRelated("[mail.contoso.com, contoso.com]")
        .WithNotes("what they present")
        .IsAbout("outbound:Out", "tlsDomain")
        .Helps("Set tlsDomain to a name on your servers' certificate.");

    [Theory]
    [InlineData("smartHosts: [other.example, mail.contoso.com]")]
    [InlineData("smartHosts: [203.0.113.10]")]
    [InlineData("smartHosts: [\"b.example:25\", \"[203.0.113.10]\"]")]
    public void One_of_the_hosts_is_yours(string hosts) => Yaml($$"""
        topology: {{{Own}}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, {{hosts}}, tlsSettings: domainValidation, tlsDomain: {|CL3021:"*.contoso.org"|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("smartHosts: [other.example]")]
    [InlineData("smartHosts: [203.0.113.16]")]
    [InlineData("smartHosts: [\"mail.contoso.com:25\"]")]
    [InlineData("smartHosts: {a: b}")]
    [InlineData("useMXRecord: true")]
    public void Silent_when_none_of_the_hosts_is_yours(string hosts) => Yaml($$"""
        topology: {{{Own}}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, {{hosts}}, tlsSettings: DomainValidation, tlsDomain: smtp.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("mail.contoso.com")]
    [InlineData("\"*.contoso.com\"")]
    [InlineData("a.eu.contoso.com")]
    [InlineData("\"smtp..contoso.com\"")]
    [InlineData("[a, b]")]
    [InlineData("null")]
    public void Silent_when_a_certificate_has_the_name_or_it_is_not_known(string name) => Yaml($$"""
        topology: {{{Own}}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: {{name}} }
        """).IsClean();

    [Theory]
    [InlineData("tlsSettings: CertificateValidation, connectorType: OnPremises")]
    [InlineData("tlsSettings: Validation, connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("tlsSettings: DomainValidation, connectorType: Partner")]
    [InlineData("tlsSettings: DomainValidation, connectorType: Mine")]
    [InlineData("tlsSettings: DomainValidation")]
    [InlineData("tlsSettings: DomainValidation, connectorType: OnPremises, enabled: false")]
    [InlineData("tlsSettings: DomainValidation, connectorType: OnPremises, testMode: true")]
    public void Silent_when_the_name_is_not_checked_or_the_connector_is_not_for_your_servers(string settings) => Yaml($$"""
        topology: {{{Own}}}
        outboundConnectors:
          - {name: Out, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], {{settings}}, tlsDomain: smtp.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("onPremises: {smtpHosts: [mail.contoso.com]}")]
    [InlineData("onPremises: {smtpHosts: [mail.contoso.com], certificateNames: []}")]
    [InlineData("onPremises: {smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com, \"smtp..contoso.com\"]}")]
    [InlineData("onPremises: {smtpHosts: [mail.contoso.com], certificateNames: {a: b}}")]
    [InlineData("onPremises: {certificateNames: [mail.contoso.com]}")]
    [InlineData("onPremises: {certificateNames: [mail.contoso.com], publicIPs: [192.0.2.300]}")]
    [InlineData("onPremises: {certificateNames: [mail.contoso.com], publicIPs: {a: b}}")]
    [InlineData("mailboxes: both")]
    public void Silent_when_the_certificates_or_the_hosts_are_not_declared(string topology) => Yaml($$"""
        topology: {{{topology}}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com, 0.0.0.0/24], tlsSettings: DomainValidation, tlsDomain: smtp.contoso.com}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: smtp.contoso.com}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3021");
}

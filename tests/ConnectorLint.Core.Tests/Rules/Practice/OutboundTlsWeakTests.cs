using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class OutboundTlsWeakTests
{
    [Fact]
    public void TlsSettings_is_not_set() => Yaml("""
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            allAcceptedDomains: true
            useMXRecord: false
            {|CL4004:smartHosts|}: [mail.contoso.com, mail2.contoso.com]
            tlsSettings: null
        """)
        .Says("'Out': tlsSettings is not set, so mail goes to mail.contoso.com and mail2.contoso.com in plain text when TLS is not offered")
        .WithSeverity(Severity.Info)
        .Helps("Set tlsSettings: DomainValidation and tlsDomain to the name on the host's certificate.");

    [Fact]
    public void Encryption_alone_lets_anybody_answer() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: ["*"], useMXRecord: false, smartHosts: [203.0.113.10], {|CL4004:tlsSettings: EncryptionOnly|}}
        """)
        .Says("'Out': tlsSettings is EncryptionOnly, so mail goes to whoever answers for 203.0.113.10, whatever its certificate")
        .WithSeverity(Severity.Info);

    [Theory]
    [InlineData("tlsSettings: CertificateValidation, useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mail.contoso.com, useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("useMXRecord: true, smartHosts: [mail.contoso.com]")]
    [InlineData("smartHosts: [mail.contoso.com]")]
    [InlineData("useMXRecord: false")]
    [InlineData("useMXRecord: false, smartHosts: []")]
    [InlineData("useMXRecord: false, smartHosts: [mail.contoso.com], enabled: false")]
    [InlineData("useMXRecord: false, smartHosts: [mail.contoso.com], testMode: true")]
    [InlineData("useMXRecord: false, smartHosts: [mail.contoso.com], connectorSource: HybridWizard")]
    public void Silent_when_it_is_checked_or_no_smart_host_is_used_or_it_is_not_yours_to_change(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("tlsSettings: Encryption, useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("useMXRecord: maybe, smartHosts: [mail.contoso.com]")]
    [InlineData("useMXRecord: false, smartHosts: {a: b}")]
    [InlineData("useMXRecord: false, smartHosts: [mail.contoso.com], enabled: maybe")]
    [InlineData("useMXRecord: false, smartHosts: [mail.contoso.com], connectorSource: Wizard")]
    public void Silent_when_something_could_not_be_understood(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("requireTls: true")]
    [InlineData("requireTls: maybe")]
    [InlineData("certificateDomain: mx.contosobank.com")]
    [InlineData("certificateDomain: {a: b}")]
    public void Silent_when_a_partners_wish_is_declared_because_then_that_is_judged(string wish) => Yaml($$"""
        topology: {partners: [{name: Other, domains: [other.example]}, {name: Bank, domains: [contosobank.com], outbound: { {{wish}} } }]}
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [fabrikam.com, "*.contosobank.com"], useMXRecord: false, smartHosts: [mx.contosobank.com]}
        """).IsClean();

    [Theory]
    [InlineData("recipientDomains: [contosobank.com]", "domains: [contosobank.com]")]
    [InlineData("recipientDomains: [contosobank.com]", "domains: [contosobank.com], outbound: {requireTls: false}")]
    [InlineData("recipientDomains: [fabrikam.com]", "domains: [contosobank.com], outbound: {requireTls: true}")]
    [InlineData("recipientDomains: [\"b..example\"]", "domains: [contosobank.com], outbound: {requireTls: true}")]
    [InlineData("allAcceptedDomains: true", "domains: [contosobank.com], outbound: {requireTls: true}")]
    public void Not_silent_when_the_partner_has_none_or_it_is_another(string scope, string partner) => Yaml($$"""
        topology: {partners: [{name: Bank, {{partner}} }]}
        outboundConnectors:
          - {name: Out, connectorType: Partner, {{scope}}, useMXRecord: false, {|CL4004:smartHosts|}: [mx.contosobank.com]}
        """).IsAsMarked();

    [Fact]
    public void What_a_partner_wishes_is_said_instead() => RuleTest.Yaml("""
        topology: {partners: [{name: Bank, domains: [contosobank.com], {|CL1008:outbound|}: {requireTls: true}}]}
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [mx.contosobank.com]}
        """).Only("CL1008", "CL4004").IsAsMarked();

    [Fact]
    public void That_it_is_unnecessary_is_said_instead() => RuleTest.Yaml("""
        topology: {mailboxes: cloud, onPremises: {server: none}}
        outboundConnectors:
          - {name: {|CL1005:Out|}, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).Only("CL1005", "CL4004").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4004");
}

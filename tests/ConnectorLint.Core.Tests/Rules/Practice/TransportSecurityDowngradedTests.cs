using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class TransportSecurityDowngradedTests
{
    [Fact]
    public void Both_are_switched_off() => Yaml("""
        outboundConnectors:
          - name: To bank
            connectorType: Partner
            recipientDomains: [contosobank.com]
            {|CL4007:smtpDaneMode: None|}
            {|CL4007:mtaStsMode: None|}
        """)
        .Says("'To bank': smtpDaneMode None gives up protection against downgrade and MX redirection, so mail may go in plain text or to the wrong server unnoticed")
        .WithSeverity(Severity.Warning)
        .Helps("Set it to Opportunistic, or remove it, which means the same.")
        .OffersNoFix()
        .Says("'To bank': mtaStsMode None gives up protection against downgrade and MX redirection, so mail may go in plain text or to the wrong server unnoticed")
        .WithSeverity(Severity.Warning);

    [Fact]
    public void With_encryption_alone_not_in_plain_text() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: ["*"], tlsSettings: EncryptionOnly, {|CL4007:mtaStsMode: None|}}
        """)
        .Says("'Out': mtaStsMode None gives up protection against downgrade and MX redirection, so mail may go to the wrong server unnoticed")
        .WithSeverity(Severity.Warning);

    [Theory]
    [InlineData("CertificateValidation", "tlsSettings: CertificateValidation")]
    [InlineData("DomainValidation", "tlsSettings: domainvalidation, tlsDomain: mx.contosobank.com")]
    public void Only_an_information_when_the_certificate_is_checked(string mode, string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: [contosobank.com], {{settings}}, {|CL4007:smtpDaneMode: None|} }
        """)
        .Says($"'Out': smtpDaneMode None gives up protection against downgrade and MX redirection; tlsSettings {mode} still has the other server's certificate checked")
        .WithSeverity(Severity.Info);

    [Fact]
    public void Whether_it_is_checked_must_be_known() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, tlsSettings: Validation, {|CL4007:smtpDaneMode: None|}}
        """)
        .Says("'Out': smtpDaneMode None gives up protection against downgrade and MX redirection, so mail may go in plain text or to the wrong server unnoticed")
        .WithSeverity(Severity.Warning);

    [Theory]
    [InlineData("smtpDaneMode: Opportunistic, mtaStsMode: Opportunistic")]
    [InlineData("smtpDaneMode: Mandatory")]
    [InlineData("smtpDaneMode: null, mtaStsMode: null")]
    [InlineData("smtpDaneMode: Off, mtaStsMode: Mandatory")]
    [InlineData("comment: None")]
    [InlineData("smtpDaneMode: None, mtaStsMode: None, enabled: false")]
    [InlineData("smtpDaneMode: None, mtaStsMode: None, enabled: maybe")]
    [InlineData("smtpDaneMode: None, mtaStsMode: None, testMode: true")]
    public void Silent_when_neither_is_off_or_the_connector_is(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: Partner, recipientDomains: [contosobank.com], {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4007");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class CertificateExpiresTests
{
    private const string In = "inboundConnectors: [{name: In, connectorType: OnPremises, senderDomains: [\"*\"], tlsSenderCertificateName: mail.contoso.com}]";

    [Fact]
    public void Your_servers_certificate_has_expired() => Yaml("""
        topology:
          certificates:
            - name: mail.contoso.com
              notAfter: 2026-11-23
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: {|CL4021:mail.contoso.com|}
        """)
        .Says("'In': tlsSenderCertificateName: the certificate for 'mail.contoso.com' expired on 2026-11-23; mail from there is not recognised (550 5.7.64 to outside recipients)")
        .WithSeverity(Severity.Error)
        .WithRelated("2026-11-23")
        .Helps("Renew the certificate; where its name changes, add the new name first.");

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2026-12-24")]
    public void It_expires_today_or_within_30_days(string day) => Yaml($$"""
        topology: {certificates: [{name: mail.contoso.com, notAfter: {{day}} }]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, tlsSenderCertificateName: {|CL4021:mail.contoso.com|} }
        """)
        .Says($"'In': tlsSenderCertificateName: the certificate for 'mail.contoso.com' expires on {day}; then mail from there is not recognised (550 5.7.64 to outside recipients)")
        .WithSeverity(Severity.Warning)
        .WithRelated(day);

    [Theory]
    [InlineData("2026-12-25")]
    [InlineData("2099-01-31")]
    public void Silent_when_it_is_valid_for_longer(string day) => Yaml($$"""
        topology: {certificates: [{name: mail.contoso.com, notAfter: {{day}} }]}
        {{In}}
        """).IsClean();

    [Fact]
    public void What_is_today_is_given() => Yaml("""
        topology: {certificates: [{name: mail.contoso.com, notAfter: 2030-02-28}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, tlsSenderCertificateName: {|CL4021:mail.contoso.com|}}
        """).AsOf(2030, 3, 1).WithSeverity(Severity.Error);

    [Fact]
    public void Silent_when_it_is_not_given() => Assert.Empty(new Linter(new RuleSelection(["CL4021"])).LintText("tenant.yaml", $$"""
        connectorlint: 1
        topology: {certificates: [{name: mail.contoso.com, notAfter: 2020-01-31}]}
        {{In}}
        """).Findings);

    [Fact]
    public void A_restriction_refuses_a_partners_mail() => Yaml("""
        topology: {certificates: [{name: contosobank.com, notAfter: 2026-01-31}]}
        inboundConnectors:
          - {name: From bank, senderDomains: [contosobank.com], restrictDomainsToCertificate: true, tlsSenderCertificateName: {|CL4021:contosobank.com|}}
        """)
        .Says("'From bank': tlsSenderCertificateName: the certificate for 'contosobank.com' expired on 2026-01-31; mail from there is refused")
        .WithSeverity(Severity.Error);

    [Theory]
    [InlineData("requireTls: true")]
    [InlineData("restrictDomainsToCertificate: maybe")]
    public void Without_one_a_partners_mail_comes_in_otherwise(string settings) => Yaml($$"""
        topology: {certificates: [{name: contosobank.com, notAfter: 2026-12-01}]}
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], {{settings}}, tlsSenderCertificateName: {|CL4021:contosobank.com|} }
        """).Says("'From bank': tlsSenderCertificateName: the certificate for 'contosobank.com' expires on 2026-12-01; then mail from there does not match the connector");

    [Fact]
    public void Mail_to_an_expired_certificate_bounces() => Yaml("""
        topology: {certificates: [{name: mx.contosobank.com, notAfter: 2026-01-31}]}
        outboundConnectors:
          - name: To bank
            connectorType: Partner
            recipientDomains: [contosobank.com]
            tlsSettings: DomainValidation
            tlsDomain: {|CL4021:"*.contosobank.com"|}
        """)
        .Says("'To bank': tlsDomain: the certificate for '*.contosobank.com' expired on 2026-01-31; mail to there waits and then bounces")
        .WithSeverity(Severity.Error)
        .WithRelated("2026-01-31");

    [Fact]
    public void Each_connector_is_named() => Assert.Equal(3, Yaml("""
        topology: {certificates: [{name: mail.contoso.com, notAfter: 2026-12-01}]}
        inboundConnectors:
          - {name: One, connectorType: OnPremises, tlsSenderCertificateName: {|CL4021:mail.contoso.com|}}
          - {name: Two, connectorType: OnPremises, tlsSenderCertificateName: {|CL4021:"*.contoso.com"|}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, tlsSettings: DomainValidation, tlsDomain: {|CL4021:mail.contoso.com|}}
        """).Findings.Select(finding => finding.Fingerprint).Distinct().Count());

    [Theory]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-01-31}, {name: mail.contoso.com, notAfter: 2099-01-31}")]
    [InlineData("{name: \"*.contoso.com\", notAfter: 2099-01-31}, {name: mail.contoso.com, notAfter: 2026-01-31}")]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-01-31}, {name: \"*.contoso.com\"}")]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-01-31}, {name: \"*.contoso.com\", notAfter: soon}")]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-01-31}, text")]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-01-31}, {notAfter: 2099-01-31}")]
    [InlineData("{name: mail.contoso.com}")]
    [InlineData("{name: mail.contoso.com, notAfter: soon}")]
    [InlineData("{name: mail2.contoso.com, notAfter: 2026-01-31}")]
    [InlineData("")]
    public void Silent_when_another_is_valid_longer_or_that_is_not_known(string certificates) => Yaml($$"""
        topology: {certificates: [{{certificates}}]}
        {{In}}
        """).IsClean();

    [Theory]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-01-31}, {name: \"*.contoso.com\", notAfter: 2026-12-01}", "2026-12-01")]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-12-01}, {name: \"*.contoso.com\", notAfter: 2026-01-31}", "2026-12-01")]
    [InlineData("{name: mail.contoso.com, notAfter: 2026-12-01}, {name: \"*.contoso.com\", notAfter: \"2026-12-01\"}", "2026-12-01")]
    public void Of_several_the_one_that_is_valid_longest_is_named_or_the_first(string certificates, string day) => Yaml($$"""
        topology: {certificates: [{{certificates}}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, tlsSenderCertificateName: {|CL4021:mail.contoso.com|} }
        """).WithSeverity(Severity.Warning).WithRelated(day);

    [Theory]
    [InlineData("connectorType: OnPremises, enabled: false, tlsSenderCertificateName: mail.contoso.com")]
    [InlineData("connectorType: OnPremises, enabled: maybe, tlsSenderCertificateName: mail.contoso.com")]
    [InlineData("connectorType: OnPrem, tlsSenderCertificateName: mail.contoso.com")]
    [InlineData("connectorType: OnPremises, tlsSenderCertificateName: [mail.contoso.com]")]
    [InlineData("connectorType: OnPremises, tlsSenderCertificateName: mail contoso.com")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10]")]
    public void Silent_when_no_active_inbound_connector_relies_on_it(string settings) => Yaml($$"""
        topology: {certificates: [{name: mail.contoso.com, notAfter: 2026-01-31}]}
        inboundConnectors:
          - {name: In, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mail.contoso.com, enabled: false")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mail.contoso.com, testMode: true")]
    [InlineData("tlsSettings: CertificateValidation, tlsDomain: mail.contoso.com")]
    [InlineData("tlsSettings: Validation, tlsDomain: mail.contoso.com")]
    [InlineData("tlsDomain: mail.contoso.com")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: [mail.contoso.com]")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mail contoso.com")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mail2.contoso.com")]
    [InlineData("tlsSettings: DomainValidation")]
    public void Silent_when_no_active_outbound_connector_relies_on_it(string settings) => Yaml($$"""
        topology: {certificates: [{name: mail.contoso.com, notAfter: 2026-01-31}]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("topology: {mailboxes: both}")]
    [InlineData("topology: {certificates: text}")]
    [InlineData("tenant: contoso")]
    public void Silent_when_no_certificate_is_declared(string root) => RuleTest.Yaml($$"""
        connectorlint: 1
        {{root}}
        {{In}}
        """).Only("CL4021").IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4021");
}

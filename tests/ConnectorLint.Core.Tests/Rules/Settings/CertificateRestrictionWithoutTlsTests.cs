using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class CertificateRestrictionWithoutTlsTests
{
    [Theory]
    [InlineData("tlsSenderCertificateName: contosobank.com")]
    [InlineData("tlsSenderCertificateName: contosobank.com\n    restrictDomainsToCertificate: true")]
    [InlineData("tlsSenderCertificateName: contosobank.com\n    restrictDomainsToCertificate: false")]
    public void A_certificate_name_and_no_TLS(string settings) => Yaml($$"""
        inboundConnectors:
          - name: From bank
            connectorType: Partner
            senderDomains: [contosobank.com]
            {|CL2011:requireTls: false|}
            {{settings}}
        """)
        .Says("'From bank': tlsSenderCertificateName counts only with requireTls, which is false, so mail from contosobank.com without TLS is not held to the certificate")
        .WithSeverity(Severity.Warning)
        .Helps("Set requireTls: true.")
        .IsAbout("inbound:From bank", "requireTls")
        .OffersNoFix();

    [Fact]
    public void A_certificate_restriction_and_no_TLS() => Yaml("""
        inboundConnectors:
          - {name: In, {|CL2011:requireTls: false|}, senderDomains: ["*"], restrictDomainsToCertificate: true}
        """)
        .Says("'In': restrictDomainsToCertificate counts only with requireTls, which is false, so mail from everybody without TLS is not held to the certificate");

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"inboundConnectors": [{"name": "In", "connectorType": "Partner", "senderDomains": ["contosobank.com"], {|CL2011:"requireTls": false|}, "restrictDomainsToCertificate": true}]}
        """).Only("CL2011").IsAsMarked();

    [Theory]
    [InlineData("connectorType: Partner, requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, requireTls: \"false\", tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, requireTls: false")]
    [InlineData("connectorType: Partner, requireTls: false, restrictDomainsToCertificate: false, tlsSenderCertificateName: \"\"")]
    [InlineData("connectorType: Partner, requireTls: false, restrictDomainsToCertificate: \"true\", tlsSenderCertificateName: [a.example]")]
    [InlineData("connectorType: OnPremises, requireTls: false, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: OnPrem, requireTls: false, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, requireTls: false, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com, enabled: false")]
    public void Silent_with_TLS_without_a_certificate_on_OnPremises_and_when_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: [contosobank.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2011");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class DomainValidationWithoutTlsDomainTests
{
    private const string Message = "'To bank': tlsSettings DomainValidation compares the receiver's certificate with tlsDomain, which is not set; the service refuses the connector and mail goes out without it";

    [Fact]
    public void There_is_no_name_to_compare_with() => Yaml("""
        outboundConnectors:
          - name: To bank
            connectorType: Partner
            recipientDomains: [contosobank.com]
            tlsSettings: {|CL2005:DomainValidation|}
        """)
        .Says(Message)
        .WithSeverity(Severity.Error)
        .Helps("Set tlsDomain to the name on the receiving server's certificate.")
        .IsAbout("outbound:To bank", "tlsDomain")
        .OffersNoFix();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"outboundConnectors": [{"name": "To bank", "tlsSettings": {|CL2005:"domainvalidation"|}, "tlsDomain": null}]}
        """).Only("CL2005").Says(Message);

    [Theory]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("tlsDomain: \"\"")]
    [InlineData("enabled: true, testMode: false")]
    public void Of_either_type_and_with_an_empty_name(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}}, tlsSettings: {|CL2005:DomainValidation|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mail.contosobank.com")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: \"*.contosobank.com\"")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: \"*\"")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: [a.example, b.example]")]
    [InlineData("tlsSettings: DomainValidation, tlsDomains: a.example")]
    [InlineData("tlsSettings: EncryptionOnly")]
    [InlineData("tlsSettings: CertificateValidation")]
    [InlineData("tlsSettings: Validation")]
    [InlineData("tlsSettings: null")]
    [InlineData("tlsSettings: DomainValidation, enabled: false")]
    [InlineData("tlsSettings: DomainValidation, testMode: true")]
    public void Silent_when_a_name_may_be_meant_none_is_needed_or_it_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: To bank, {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_where_an_entry_only_says_what_to_change() => Yaml("""
        outboundConnectors:
          - {identity: To bank, enabled: true, testMode: false, tlsSettings: DomainValidation}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2005");
}

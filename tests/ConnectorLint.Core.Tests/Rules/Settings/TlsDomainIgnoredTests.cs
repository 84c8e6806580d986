using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class TlsDomainIgnoredTests
{
    [Theory]
    [InlineData("EncryptionOnly")]
    [InlineData("CertificateValidation")]
    public void Other_settings_do_not_compare_it(string setting) => Yaml($$"""
        outboundConnectors:
          - name: To bank
            connectorType: Partner
            recipientDomains: [contosobank.com]
            tlsSettings: {{setting}}
            {|CL2004:tlsDomain: "*.contosobank.com"|}
        """)
        .Says($"'To bank': tlsDomain is compared only with tlsSettings DomainValidation, and tlsSettings is {setting}; mail goes to any server, whatever its certificate's name")
        .WithSeverity(Severity.Warning)
        .WithRelated(setting)
        .WithNotes("the setting that counts")
        .Helps("Set tlsSettings: DomainValidation, or remove tlsDomain.")
        .IsAbout("outbound:To bank", "tlsDomain")
        .OffersNoFix();

    [Theory]
    [InlineData("")]
    [InlineData("tlsSettings: null, ")]
    [InlineData("tlsSettings: \"\", ")]
    public void Nor_does_opportunistic_TLS(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}}{|CL2004:tlsDomain: mail.contoso.com|} }
        """)
        .Says("'Out': tlsDomain is compared only with tlsSettings DomainValidation, and tlsSettings is not set; mail goes to any server, whatever its certificate's name")
        .WithRelated();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"outboundConnectors": [{"name": "Out", "tlsSettings": "encryptiononly", {|CL2004:"tlsDomain": "mail.contoso.com"|}}]}
        """)
        .Only("CL2004")
        .Says("'Out': tlsDomain is compared only with tlsSettings DomainValidation, and tlsSettings is EncryptionOnly; mail goes to any server, whatever its certificate's name");

    [Theory]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mail.contoso.com")]
    [InlineData("tlsSettings: Domain, tlsDomain: mail.contoso.com")]
    [InlineData("tlsSettings: [EncryptionOnly], tlsDomain: mail.contoso.com")]
    [InlineData("tlsSettings: EncryptionOnly")]
    [InlineData("tlsSettings: EncryptionOnly, tlsDomain: \"\"")]
    [InlineData("tlsSettings: EncryptionOnly, tlsDomain: null")]
    [InlineData("tlsSettings: EncryptionOnly, tlsDomain: {a: b}")]
    [InlineData("tlsSettings: EncryptionOnly, tlsDomain: mail.*.contoso.com")]
    [InlineData("tlsSettings: EncryptionOnly, tlsDomain: mail.contoso.com, enabled: false")]
    [InlineData("tlsSettings: EncryptionOnly, tlsDomain: mail.contoso.com, testMode: true")]
    public void Silent_when_it_is_compared_not_known_or_the_connector_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2004");
}

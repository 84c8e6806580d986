using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class ConnectorWithoutEffectTests
{
    [Fact]
    public void An_outbound_one_by_MX_without_TLS_settings() => Yaml("""
        outboundConnectors:
          - name: {|CL1006:To Fabrikam|}
            connectorType: Partner
            recipientDomains: [fabrikam.com, "*.fabrikam.com"]
            useMXRecord: true
        """)
        .Says("'To Fabrikam': restricts nothing, so mail to its recipientDomains goes out just as it would without the connector")
        .WithSeverity(Severity.Warning)
        .Helps("Set tlsSettings (CertificateValidation or DomainValidation with tlsDomain), smtpDaneMode: Mandatory, or smartHosts with useMXRecord: false, or remove the connector.");

    [Fact]
    public void An_inbound_one_that_asks_for_nothing() => Yaml("""
        inboundConnectors:
          - name: {|CL1006:From Fabrikam|}
            connectorType: Partner
            senderDomains: [fabrikam.com]
            requireTls: false
            restrictDomainsToIPAddresses: false
        """)
        .Says("'From Fabrikam': restricts nothing, so mail from its senderDomains comes in just as it would without the connector")
        .WithSeverity(Severity.Warning)
        .Helps("Set requireTls: true, restrictDomainsToCertificate or restrictDomainsToIPAddresses with their values, or remove the connector.");

    [Theory]
    [InlineData("")]
    [InlineData("connectorType: Partner, ")]
    [InlineData("smtpDaneMode: Opportunistic, mtaStsMode: Opportunistic, ")]
    [InlineData("tlsSettings: null, smartHosts: [], ")]
    [InlineData("isTransportRuleScoped: false, enabled: true, ")]
    [InlineData("allAcceptedDomains: false, routeAllMessagesViaOnPremises: false, ")]
    public void The_defaults_written_out_are_no_effect(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: {|CL1006:Out|}, {{settings}}recipientDomains: [fabrikam.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("connectorType: OnPremises, recipientDomains: [fabrikam.com]")]
    [InlineData("connectorType: Partners, recipientDomains: [fabrikam.com]")]
    [InlineData("enabled: false, recipientDomains: [fabrikam.com]")]
    [InlineData("testMode: true, recipientDomains: [fabrikam.com]")]
    [InlineData("isTransportRuleScoped: true")]
    [InlineData("recipientDomains: [fabrikam.com], tlsSettings: EncryptionOnly")]
    [InlineData("recipientDomains: [fabrikam.com], tlsSettings: Encryption")]
    [InlineData("recipientDomains: [fabrikam.com], tlsSetting: EncryptionOnly")]
    [InlineData("recipientDomains: [fabrikam.com], smtpDaneMode: Mandatory")]
    [InlineData("recipientDomains: [fabrikam.com], smtpDaneMode: None")]
    [InlineData("recipientDomains: [fabrikam.com], mtaStsMode: None")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [mx.fabrikam.com]")]
    [InlineData("recipientDomains: [fabrikam.com], smartHosts: [mx.fabrikam.com]")]
    [InlineData("recipientDomains: [\"fabrikam..com\"]")]
    [InlineData("allAcceptedDomains: true")]
    public void Silent_when_an_outbound_one_does_something_or_may(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("{name: Gate, recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.gate.example]}")]
    [InlineData("{name: Central, connectorType: OnPremises, recipientDomains: [\"*\"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Wider, recipientDomains: [\"*.fabrikam.com\"], tlsSettings: EncryptionOnly}")]
    [InlineData("{name: Other, recipientDomains: [\"fabrikam..com\"]}")]
    [InlineData("text")]
    public void Silent_when_it_is_an_exception_from_another_or_may_be(string other) => Yaml($$"""
        outboundConnectors:
          - {name: Direct, recipientDomains: [fabrikam.com], useMXRecord: true}
          - {{other}}
        """).IsClean();

    [Fact]
    public void An_inactive_gateway_has_no_exceptions() => Yaml("""
        outboundConnectors:
          - {name: {|CL1006:Direct|}, recipientDomains: [fabrikam.com], useMXRecord: true}
          - {name: Gate, enabled: false, recipientDomains: ["*"], useMXRecord: false, smartHosts: [out.gate.example]}
        """).IsAsMarked();

    [Fact]
    public void One_for_everything_has_an_effect_only_beside_others()
    {
        Yaml("""
            outboundConnectors:
              - {name: {|CL1006:All|}, recipientDomains: ["*"], useMXRecord: true}
            """).IsAsMarked();
        Yaml("""
            outboundConnectors:
              - {name: All, recipientDomains: ["*"], useMXRecord: true}
              - {name: To bank, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}
            """).IsClean();
    }

    [Theory]
    [InlineData("")]
    [InlineData("requireTls: true")]
    [InlineData("requireTls: no")]
    [InlineData("requireTls: false, connectorType: OnPremises")]
    [InlineData("requireTls: false, enabled: false")]
    [InlineData("requireTls: false, efSkipLastIP: true")]
    [InlineData("requireTls: false, efSkipIPs: [198.51.100.7]")]
    [InlineData("requireTls: false, efSkipLastIp: maybe")]
    [InlineData("requireTls: false, senderIPAddresses: [198.51.100.7]")]
    [InlineData("requireTls: false, tlsSenderCertificateName: fabrikam.com")]
    [InlineData("requireTls: false, trustedOrganizations: [fabrikam.onmicrosoft.com]")]
    [InlineData("requireTls: false, restrictDomainsToCertificate: true")]
    [InlineData("requireTls: false, restrictDomainToCertificate: true")]
    public void Silent_when_an_inbound_one_does_something_or_may(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderDomains: [fabrikam.com]{{(settings.Length > 0 ? ", " : "")}}{{settings}}}
        """).IsClean();

    [Fact]
    public void That_it_goes_the_wrong_way_is_said_instead() => RuleTest.Yaml("""
        topology:
          partners: [{name: Bank, domains: [bank.example], inbound: {requireTls: true}}]
        outboundConnectors:
          - {name: {|CL1010:To bank|}, connectorType: Partner, recipientDomains: [bank.example], useMXRecord: true}
        """).Only("CL1006", "CL1010").IsAsMarked();

    [Fact]
    public void One_covered_domain_of_two_is_an_effect() => Yaml("""
        outboundConnectors:
          - {name: Direct, recipientDomains: [fabrikam.com, bank.example], useMXRecord: true}
          - {name: To bank, recipientDomains: ["*.bank.example"], tlsSettings: EncryptionOnly}
        """).IsClean();

    [Fact]
    public void A_connector_for_other_domains_gives_it_no_effect() => Yaml("""
        outboundConnectors:
          - {name: {|CL1006:Direct|}, recipientDomains: [fabrikam.com], useMXRecord: true}
          - {name: To bank, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1006");
}

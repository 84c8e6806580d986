using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidEnumValueTests
{
    [Fact]
    public void The_allowed_values_are_named() => Yaml("""
        outboundConnectors:
          - {name: A, tlsSettings: {|CL0003:Strict|}}
        """)
        .Says("'A': tlsSettings 'Strict' is not one of EncryptionOnly, CertificateValidation, DomainValidation, so the service refuses the connector")
        .Helps("Choose one of the allowed values.");

    [Fact]
    public void The_nearest_value_is_suggested() => Yaml("""
        inboundConnectors:
          - {name: A, connectorType: {|CL0003:OnPremise|}}
        """)
        .Says("'A': connectorType 'OnPremise' is not one of OnPremises, Partner, so the service refuses the connector")
        .Helps("Did you mean OnPremises?");

    [Fact]
    public void MTA_STS_has_no_Mandatory() => Yaml("""
        outboundConnectors:
          - {name: A, mtaStsMode: {|CL0003:mandatory|}}
        """)
        .Says("'A': mtaStsMode 'mandatory' is not one of Opportunistic, None, so the service refuses the connector")
        .Helps("Only smtpDaneMode has Mandatory; MTA-STS follows the receiver's own policy, so choose Opportunistic.");

    [Fact]
    public void Each_of_the_five_is_judged() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: {|CL0003:x|}, connectorSource: {|CL0003:x|}, tlsSettings: {|CL0003:x|}, smtpDaneMode: {|CL0003:x|}, mtaStsMode: {|CL0003:x|}}
        """).IsAsMarked();

    [Fact]
    public void Silent_in_any_case_and_on_what_exports_print() => Yaml("""
        inboundConnectors:
          - {name: A, connectorType: ONPREMISES, connectorSource: AdminUI}
        outboundConnectors:
          - {name: B, connectorType: partner, connectorSource: hybridwizard, tlsSettings: null, smtpDaneMode: Mandatory, mtaStsMode: none}
          - {name: C, tlsSettings: ""}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0003");
}

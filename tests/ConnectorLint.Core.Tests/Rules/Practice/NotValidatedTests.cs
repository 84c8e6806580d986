using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class NotValidatedTests
{
    [Fact]
    public void It_was_never_validated() => Yaml("""
        outboundConnectors:
          - name: To bank
            connectorType: Partner
            recipientDomains: [contosobank.com]
            tlsSettings: CertificateValidation
            {|CL4013:isValidated: false|}
        """)
        .Says("'To bank': isValidated is false, so whether mail gets through this connector is not known")
        .WithSeverity(Severity.Info)
        .Helps("Run Validate-OutboundConnector, then record it with Set-OutboundConnector -IsValidated (the test does not).");

    [Fact]
    public void So_in_an_export() => RuleTest.Json("""
        {"outboundConnectors": [{"name": "Out", "connectorType": "OnPremises", "connectorSource": "AdminUI", "enabled": true, "testMode": false, {|CL4013:"isValidated": false|}}]}
        """).Only("CL4013").IsAsMarked();

    [Theory]
    [InlineData("comment: New")]
    [InlineData("isValidated: true")]
    [InlineData("isValidated: maybe")]
    [InlineData("isValidated: null")]
    [InlineData("isValidated: false, enabled: false")]
    [InlineData("isValidated: false, enabled: maybe")]
    [InlineData("isValidated: false, testMode: true")]
    [InlineData("isValidated: false, connectorSource: HybridWizard")]
    [InlineData("isValidated: false, connectorSource: Wizard")]
    public void Silent_when_it_is_not_said_or_the_connector_is_not_active_or_not_yours_to_change(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], {{settings}} }
        """).IsClean();

    [Fact]
    public void That_it_is_unnecessary_is_said_instead() => RuleTest.Yaml("""
        topology: {mailboxes: cloud, onPremises: {server: none}}
        outboundConnectors:
          - {name: {|CL1005:Out|}, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], isValidated: false}
        """).Only("CL1005", "CL4013").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4013");
}

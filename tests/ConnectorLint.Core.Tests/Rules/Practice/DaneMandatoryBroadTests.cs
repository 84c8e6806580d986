using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class DaneMandatoryBroadTests
{
    [Fact]
    public void For_all_recipients() => Yaml("""
        outboundConnectors:
          - name: Strict
            connectorType: Partner
            recipientDomains: [contosobank.com, "*"]
            {|CL4008:smtpDaneMode: Mandatory|}
        """)
        .Says("'Strict': smtpDaneMode Mandatory for all recipients (\"*\"): mail to every domain without DANE is dropped after 24 hours")
        .WithSeverity(Severity.Warning)
        .Helps("Use a connector for the domains that are known to support DANE.");

    [Fact]
    public void For_all_accepted_domains() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], allAcceptedDomains: true, {|CL4008:smtpDaneMode: Mandatory|}}
        """).Says("'Out': smtpDaneMode Mandatory for all accepted domains: mail to every domain without DANE is dropped after 24 hours");

    [Fact]
    public void For_both_the_wider_is_named() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], allAcceptedDomains: true, {|CL4008:smtpDaneMode: Mandatory|}}
        """).Says("'Out': smtpDaneMode Mandatory for all recipients (\"*\"): mail to every domain without DANE is dropped after 24 hours");

    [Theory]
    [InlineData("recipientDomains: [contosobank.com, \"*.contosobank.com\"]")]
    [InlineData("recipientDomains: [\"*.\"]")]
    [InlineData("allAcceptedDomains: false")]
    [InlineData("allAcceptedDomains: maybe")]
    [InlineData("isTransportRuleScoped: true")]
    public void Silent_for_the_domains_that_somebody_listed(string scope) => Yaml($$"""
        outboundConnectors:
          - {name: Strict, connectorType: Partner, {{scope}}, smtpDaneMode: Mandatory}
        """).IsClean();

    [Theory]
    [InlineData("smtpDaneMode: Opportunistic")]
    [InlineData("smtpDaneMode: None")]
    [InlineData("smtpDaneMode: Always")]
    [InlineData("comment: Mandatory")]
    [InlineData("smtpDaneMode: Mandatory, enabled: false")]
    [InlineData("smtpDaneMode: Mandatory, testMode: true")]
    [InlineData("smtpDaneMode: Mandatory, testMode: maybe")]
    public void Silent_when_DANE_is_not_mandatory_or_the_connector_is_not_active(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Strict, connectorType: OnPremises, recipientDomains: ["*"], allAcceptedDomains: true, {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4008");
}

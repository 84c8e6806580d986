using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class CentralizedConnectorScopedTests
{
    [Fact]
    public void Limited_to_some_domains() => Yaml("""
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            recipientDomains: {|CL2021:[contoso.com, "*.fabrikam.com"]|}
            routeAllMessagesViaOnPremises: true
        """)
        .Says("'Out': routeAllMessagesViaOnPremises must not be limited by recipientDomains without \"*\"; mail to the internet bounces with a loop error (5.4.6 / 5.4.14)")
        .WithSeverity(Severity.Error)
        .WithRelated("routeAllMessagesViaOnPremises: true")
        .WithNotes("it is to take all mail")
        .Helps("Set recipientDomains: [\"*\"] and nothing else, or rerun the Hybrid Configuration Wizard.")
        .IsAbout("outbound:Out", "routeAllMessagesViaOnPremises")
        .OffersNoFix();

    [Theory]
    [InlineData("allAcceptedDomains")]
    [InlineData("isTransportRuleScoped")]
    public void Limited_to_other_mail(string scope) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, {|CL2021:{{scope}}: true|} }
        """)
        .Says($"'Out': routeAllMessagesViaOnPremises must not be limited by {scope}; mail to the internet bounces with a loop error (5.4.6 / 5.4.14)")
        .WithSeverity(Severity.Error)
        .WithRelated("routeAllMessagesViaOnPremises: true");

    [Fact]
    public void Several_limits_are_said_once_in_JSON() => RuleTest.Json("""
        {"outboundConnectors": [
          {"name": "A", "connectorType": "OnPremises", "routeAllMessagesViaOnPremises": true, "recipientDomains": ["contoso.com"], "isTransportRuleScoped": true, {|CL2021:"allAcceptedDomains": true|} },
          {"name": "B", "connectorType": "OnPremises", "routeAllMessagesViaOnPremises": true, "recipientDomains": ["contoso.com"], {|CL2021:"isTransportRuleScoped": true|} },
          {"name": "C", "connectorType": "OnPremises", "routeAllMessagesViaOnPremises": true, "recipientDomains": {|CL2021:"contoso.com"|} }
        ]}
        """).Only("CL2021").IsAsMarked();

    [Theory]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("recipientDomains: [contoso.com, \"*\"]")]
    [InlineData("recipientDomains: [\"*\", \"c..com\"]")]
    [InlineData("recipientDomains: [contoso.com, \"**\"]")]
    [InlineData("recipientDomains: {a: b}")]
    [InlineData("recipientDomains: []")]
    [InlineData("allAcceptedDomains: false, isTransportRuleScoped: false")]
    [InlineData("recipientDomains: [\"*\"], allAcceptedDomains: \"true\", isTransportRuleScoped: \"true\"")]
    [InlineData("recipientDomains: [contoso.com], enabled: false")]
    [InlineData("recipientDomains: [contoso.com], testMode: true")]
    public void Silent_when_it_takes_all_mail_when_that_is_not_known_or_it_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, routeAllMessagesViaOnPremises: true, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: false")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: \"true\"")]
    [InlineData("connectorType: OnPrem, routeAllMessagesViaOnPremises: true")]
    public void Silent_when_it_is_not_centralized_or_its_type_is_not_known(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}}, recipientDomains: [contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner")]
    [InlineData("enabled: true")]
    public void On_Partner_it_is_the_type_that_is_wrong(string settings) => RuleTest.Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}}, recipientDomains: [contoso.com], {|CL2006:routeAllMessagesViaOnPremises: true|} }
        """).Only("CL2006", "CL2021").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2021");
}

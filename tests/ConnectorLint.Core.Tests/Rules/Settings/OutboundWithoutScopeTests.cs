using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class OutboundWithoutScopeTests
{
    private const string Message = "'Out': neither recipientDomains, allAcceptedDomains nor isTransportRuleScoped is set, so no mail takes this connector";

    [Fact]
    public void For_no_mail_at_all() => Yaml("""
        outboundConnectors:
          - name: {|CL2007:Out|}
            connectorType: OnPremises
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """)
        .Says(Message)
        .WithSeverity(Severity.Error)
        .Helps("List recipientDomains, or set allAcceptedDomains: true (for your own servers) or isTransportRuleScoped: true (for a transport rule).")
        .IsAbout("outbound:Out", "recipientDomains")
        .OffersNoFix();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"outboundConnectors": [{"name": {|CL2007:"Out"|}, "connectorType": "Partner", "recipientDomains": [], "allAcceptedDomains": false, "isTransportRuleScoped": false}]}
        """).Only("CL2007").Says(Message);

    [Theory]
    [InlineData("recipientDomains: null")]
    [InlineData("recipientDomains: [\"\"]")]
    [InlineData("allAcceptedDomains: false, isTransportRuleScoped: null")]
    [InlineData("connectorType: OnPrem")]
    public void Empty_is_not_set(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: {|CL2007:Out|}, {{settings}} }
        """).IsAsMarked();

    [Fact]
    public void It_wins_over_a_centralized_connector_that_is_limited() => RuleTest.Yaml("""
        outboundConnectors:
          - {name: {|CL2007:Out|}, connectorType: OnPremises, routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).Only("CL2007", "CL2021").IsAsMarked();

    [Theory]
    [InlineData("recipientDomains: [contoso.com]")]
    [InlineData("recipientDomains: \"*\"")]
    [InlineData("recipientDomains: [\"c..com\"]")]
    [InlineData("recipientDomains: {a: b}")]
    [InlineData("recipientDomain: [contoso.com]")]
    [InlineData("allAcceptedDomains: true")]
    [InlineData("allAcceptedDomains: \"true\"")]
    [InlineData("isTransportRuleScoped: true")]
    [InlineData("isTransportRuleScoped: \"true\"")]
    [InlineData("enabled: false")]
    [InlineData("testMode: true")]
    public void Silent_when_it_is_for_some_mail_may_be_or_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_where_an_entry_only_says_what_to_change() => Yaml("""
        outboundConnectors:
          - {identity: Out, enabled: true, testMode: false, allAcceptedDomains: false, isTransportRuleScoped: false}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2007");
}

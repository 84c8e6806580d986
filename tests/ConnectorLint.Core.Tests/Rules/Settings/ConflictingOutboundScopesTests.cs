using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class ConflictingOutboundScopesTests
{
    private const string Undocumented = "whether mail that no rule routes takes the connector is not documented";

    [Fact]
    public void All_accepted_domains_and_the_internet() => Yaml("""
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            allAcceptedDomains: true
            recipientDomains:
              - contoso.com
              - {|CL2008:"*"|}
              - "*"
        """)
        .Says("'Out': allAcceptedDomains and recipientDomains are alternatives in the admin center; \"*\" makes mail to the internet take this connector, too")
        .WithSeverity(Severity.Warning)
        .Helps("Keep one of isTransportRuleScoped, allAcceptedDomains and recipientDomains.")
        .IsAbout("outbound:Out", "recipientDomains")
        .OffersNoFix();

    [Fact]
    public void All_accepted_domains_and_some_others() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, {|CL2008:recipientDomains|}: [fabrikam.com, "*.tailspintoys.com"]}
        """)
        .Says("'Out': allAcceptedDomains and recipientDomains are alternatives in the admin center; mail to fabrikam.com and *.tailspintoys.com takes this connector as well as mail to your accepted domains")
        .WithSeverity(Severity.Info)
        .IsAbout("outbound:Out", "recipientDomains");

    [Fact]
    public void A_transport_rule_and_all_accepted_domains() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, {|CL2008:allAcceptedDomains: true|} }
        """)
        .Says($"'Out': isTransportRuleScoped and allAcceptedDomains are alternatives in the admin center; {Undocumented}")
        .WithSeverity(Severity.Warning)
        .IsAbout("outbound:Out", "allAcceptedDomains");

    [Theory]
    [InlineData("[contoso.com]")]
    [InlineData("contoso.com")]
    [InlineData("[\"*\", contoso.com]")]
    [InlineData("[\"*.contoso.com\"]")]
    [InlineData("[\"*\", \"*\"]")]
    public void A_transport_rule_and_some_domains(string domains) => Yaml($$"""
        outboundConnectors:
          - {name: Out, isTransportRuleScoped: true, {|CL2008:recipientDomains|}: {{domains}} }
        """)
        .Says($"'Out': isTransportRuleScoped and recipientDomains are alternatives in the admin center; {Undocumented}")
        .WithSeverity(Severity.Warning)
        .IsAbout("outbound:Out", "recipientDomains");

    [Theory]
    [InlineData("recipientDomains: [contoso.com]")]
    [InlineData("recipientDomains: [\"*\"]")]
    public void All_three_are_said_once(string domains) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, isTransportRuleScoped: true, {|CL2008:allAcceptedDomains: true|}, {{domains}} }
        """).IsAsMarked();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"outboundConnectors": [
          {"name": "A", "allAcceptedDomains": true, "recipientDomains": [{|CL2008:"*"|}]},
          {"name": "B", "allAcceptedDomains": true, {|CL2008:"recipientDomains"|}: ["contoso.com"]},
          {"name": "C", "isTransportRuleScoped": true, {|CL2008:"allAcceptedDomains": true|} }
        ]}
        """).Only("CL2008").IsAsMarked();

    [Theory]
    [InlineData("isTransportRuleScoped: true")]
    [InlineData("isTransportRuleScoped: true, recipientDomains: [\"*\"]")]
    [InlineData("isTransportRuleScoped: true, recipientDomains: []")]
    [InlineData("isTransportRuleScoped: true, recipientDomains: [\"c..com\", contoso.com]")]
    [InlineData("isTransportRuleScoped: true, recipientDomains: {a: b}, allAcceptedDomains: false")]
    [InlineData("isTransportRuleScoped: true, allAcceptedDomains: \"true\"")]
    [InlineData("isTransportRuleScoped: \"true\", recipientDomains: [contoso.com]")]
    [InlineData("isTransportRuleScoped: false, recipientDomains: [contoso.com]")]
    [InlineData("allAcceptedDomains: true")]
    [InlineData("allAcceptedDomains: true, recipientDomains: []")]
    [InlineData("allAcceptedDomains: true, recipientDomains: {a: b}")]
    [InlineData("allAcceptedDomains: true, recipientDomains: [\"c..com\", \"*\"]")]
    [InlineData("allAcceptedDomains: false, recipientDomains: [\"*\"]")]
    [InlineData("allAcceptedDomains: \"true\", recipientDomains: [\"*\"]")]
    [InlineData("recipientDomains: [contoso.com, \"*\"]")]
    [InlineData("allAcceptedDomains: true, recipientDomains: [\"*\"], enabled: false")]
    [InlineData("allAcceptedDomains: true, recipientDomains: [\"*\"], testMode: true")]
    [InlineData("isTransportRuleScoped: true, allAcceptedDomains: true, enabled: false")]
    public void Silent_for_one_choice_for_what_is_not_known_and_when_it_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}} }
        """).IsClean();

    [Fact]
    public void It_wins_over_accidental_centralization() => RuleTest.Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, recipientDomains: [{|CL2008:"*"|}], useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: Other, connectorType: OnPremises, recipientDomains: [{|CL4026:"*"|}], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).Only("CL2008", "CL4026").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2008");
}

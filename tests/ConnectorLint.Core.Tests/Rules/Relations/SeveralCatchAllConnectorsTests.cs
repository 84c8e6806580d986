using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class SeveralCatchAllConnectorsTests
{
    [Fact]
    public void Two_for_all_accepted_domains() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, connectorType: OnPremises, {|CL3007:allAcceptedDomains: true|}, useMXRecord: false, smartHosts: [b.contoso.com]}
        """)
        .Says("'B': allAcceptedDomains is also set on 'A'; which one takes a message is not documented")
        .WithSeverity(Severity.Warning)
        .WithRelated("A")
        .WithNotes("another one")
        .IsAbout("outbound:B", "allAcceptedDomains")
        .Helps("Leave one of them; several smart hosts can stand on it.");

    [Fact]
    public void Two_for_everything() => Yaml("""
        outboundConnectors:
          - {name: A, recipientDomains: ["*"], useMXRecord: false, smartHosts: [a.example]}
          - {name: B, recipientDomains: [fabrikam.com, "b..example", {|CL3007:"*"|}], useMXRecord: false, smartHosts: [b.example]}
        """)
        .Says("'B': recipientDomains \"*\" is also set on 'A'; which one takes a message is not documented")
        .IsAbout("outbound:B", "recipientDomains")
        .WithSeverity(Severity.Warning);

    [Fact]
    public void Two_that_route_all_messages_to_your_servers() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, connectorType: OnPremises, recipientDomains: ["*"], {|CL3007:routeAllMessagesViaOnPremises: true|}, useMXRecord: false, smartHosts: [b.contoso.com]}
        """)
        .Says("'B': routeAllMessagesViaOnPremises is also set on 'A'; which one takes a message is not documented")
        .IsAbout("outbound:B", "routeAllMessagesViaOnPremises")
        .WithSeverity(Severity.Error);

    [Theory]
    [InlineData("HybridWizard", "HybridWizard", Severity.Warning)]
    [InlineData("HybridWizard", "Default", Severity.Error)]
    [InlineData("Default", "HybridWizard", Severity.Error)]
    public void Several_forests_have_one_each(string one, string two, Severity severity) => Yaml($$"""
        outboundConnectors:
          - {name: A, connectorType: OnPremises, connectorSource: {{one}}, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, connectorType: OnPremises, connectorSource: {{two}}, recipientDomains: ["*"], {|CL3007:routeAllMessagesViaOnPremises: true|}, useMXRecord: false, smartHosts: [b.contoso.com]}
        """).WithSeverity(severity);

    [Fact]
    public void A_centralized_one_beside_another_for_everything() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, recipientDomains: [{|CL3007:"*"|}], useMXRecord: false, smartHosts: [out.gate.example]}
        """)
        .Says("'B': recipientDomains \"*\" is also set on 'A'; which one takes a message is not documented")
        .WithSeverity(Severity.Warning);

    [Fact]
    public void Two_centralized_ones_and_another_for_everything() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, connectorType: OnPremises, recipientDomains: ["*"], {|CL3007:routeAllMessagesViaOnPremises: true|}, useMXRecord: false, smartHosts: [b.contoso.com]}
          - {name: C, recipientDomains: [{|CL3007:"*"|}], useMXRecord: false, smartHosts: [out.gate.example]}
        """)
        .Says("'C': recipientDomains \"*\" is also set on 'A' and 'B'; which one takes a message is not documented");

    [Fact]
    public void All_kinds_at_once() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: OnPremises, allAcceptedDomains: true, recipientDomains: ["*"], useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, connectorType: OnPremises, {|CL3007:allAcceptedDomains: true|}, recipientDomains: [{|CL3007:"*"|}], useMXRecord: false, smartHosts: [b.contoso.com]}
        """).IsAsMarked();

    [Fact]
    public void The_last_of_many_stands_for_them() => Yaml("""
        outboundConnectors:
          - {name: A, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.example]}
          - {name: B, allAcceptedDomains: true, useMXRecord: false, smartHosts: [b.example]}
          - {name: C, allAcceptedDomains: true, useMXRecord: false, smartHosts: [c.example]}
          - {name: D, allAcceptedDomains: true, useMXRecord: false, smartHosts: [d.example]}
          - {name: E, allAcceptedDomains: true, useMXRecord: false, smartHosts: [e.example]}
          - {name: F, allAcceptedDomains: true, useMXRecord: false, smartHosts: [f.example]}
          - {name: G, {|CL3007:allAcceptedDomains: true|}, useMXRecord: false, smartHosts: [g.example]}
        """)
        .Says("'G': allAcceptedDomains is also set on 'A', 'B' and 4 more; which one takes a message is not documented")
        .WithRelated("A", "B", "C", "D", "E");

    [Theory]
    [InlineData("allAcceptedDomains: true", "allAcceptedDomains: false")]
    [InlineData("allAcceptedDomains: true", "allAcceptedDomains: maybe")]
    [InlineData("allAcceptedDomains: true", "allAcceptedDomains: true, enabled: false")]
    [InlineData("allAcceptedDomains: true", "allAcceptedDomains: true, testMode: true")]
    [InlineData("allAcceptedDomains: true", "allAcceptedDomains: true, isTransportRuleScoped: true")]
    [InlineData("allAcceptedDomains: true", "recipientDomains: [\"*\"]")]
    [InlineData("recipientDomains: [\"*\"]", "recipientDomains: [\"*.com\"]")]
    [InlineData("recipientDomains: [\"*\"]", "recipientDomains: [\"*\"], isTransportRuleScoped: true")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true", "connectorType: OnPremises, routeAllMessagesViaOnPremises: false")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true, isTransportRuleScoped: true")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true, enabled: false")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true, recipientDomains: [\"*\"]", "connectorType: OnPremises, allAcceptedDomains: true")]
    public void Silent_when_only_one_is_for_all_mail_of_a_kind(string one, string two) => Yaml($$"""
        outboundConnectors:
          - {name: A, {{one}}, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, {{two}}, useMXRecord: false, smartHosts: [b.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("allAcceptedDomains: true")]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("connectorType: OnPremises, recipientDomains: [\"*\"], routeAllMessagesViaOnPremises: true")]
    public void That_they_are_duplicates_is_said_instead(string settings) => RuleTest.Yaml($$"""
        outboundConnectors:
          - {name: A, {{settings}}, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: {|CL3001:B|}, {{settings}}, useMXRecord: false, smartHosts: [a.contoso.com]}
        """).Only("CL3007", "CL3001").IsAsMarked();

    [Theory]
    [InlineData("{|CL1004:true|}, {{scope}}, useMXRecord: false, smartHosts: [old.contoso.com]")]
    [InlineData("true, {{scope}}, useMXRecord: false, smartHosts: [{|CL1004:mail.contoso.com|}]")]
    public void That_one_stands_beside_hybrid_is_said_instead(string rest)
    {
        var first = rest.StartsWith("true", StringComparison.Ordinal);
        var property = first ? "routeAllMessagesViaOnPremises" : "allAcceptedDomains";
        RuleTest.Yaml($$"""
            topology: {hybrid: completed}
            outboundConnectors:
              - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, {{property}}: true, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
              - {name: Mine, connectorType: OnPremises, {{property}}: {{rest.Replace("{{scope}}", "recipientDomains: [fabrikam.com]", StringComparison.Ordinal)}}}
            """).Only("CL3007", "CL1004").IsAsMarked();
    }

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3007");
}

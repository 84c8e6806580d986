using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class CentralizedWithoutInboundTests
{
    private const string Marked = "outboundConnectors: [{name: Out, connectorType: OnPremises, recipientDomains: [\"*\"], {|CL3019:routeAllMessagesViaOnPremises: true|}, useMXRecord: false, smartHosts: [mail.contoso.com]}]";
    private const string Out = "outboundConnectors: [{name: Out, connectorType: OnPremises, recipientDomains: [\"*\"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}]";

    [Fact]
    public void No_way_back() => Yaml($$"""
        inboundConnectors: []
        {{Marked}}
        """)
        .Says("'Out': routeAllMessagesViaOnPremises needs an inbound OnPremises connector for the way back; there is none, so mail loops or is refused")
        .WithSeverity(Severity.Error)
        .IsAbout("outbound:Out", "routeAllMessagesViaOnPremises")
        .Helps("Add an inbound connector with connectorType OnPremises, known by the certificate of your servers.");

    [Theory]
    [InlineData("connectorType: Partner")]
    [InlineData("requireTls: true")]
    [InlineData("connectorType: OnPremises, enabled: false")]
    [InlineData("connectorType: OnPremises, associatedAcceptedDomains: [contoso.com]")]
    public void Those_there_are_no_way_back(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        {{Marked}}
        """).IsAsMarked();

    [Theory]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, enabled: true")]
    [InlineData("connectorType: OnPremises, enabled: maybe")]
    [InlineData("connectorType: Mine")]
    [InlineData("connectorType: OnPremises, associatedAcceptedDomains: {a: b}")]
    public void Silent_when_there_is_one_or_may_be(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: Other, senderDomains: ["*"]}
          - {name: In, {{settings}}, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        {{Out}}
        """).IsClean();

    [Fact]
    public void Silent_when_the_inbound_connectors_are_not_declared_or_not_all_known()
    {
        Yaml(Out).IsClean();
        Yaml("inboundConnectors: [text]\n" + Out).IsClean();
    }

    [Fact]
    public void With_a_topology_a_missing_list_is_empty() => Yaml("topology: {mailboxes: cloud}\n" + Marked).IsAsMarked();

    [Theory]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: false")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: maybe")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: Partner, routeAllMessagesViaOnPremises: true")]
    [InlineData("routeAllMessagesViaOnPremises: true")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true, enabled: false")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true, testMode: true")]
    public void Silent_when_nothing_is_centralized(string settings) => Yaml($$"""
        inboundConnectors: []
        outboundConnectors: [{name: Out, {{settings}}, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}]
        """).IsClean();

    [Theory]
    [InlineData("{|CL1001:both|}")]
    [InlineData("{|CL1001:both|}, hybrid: minimal")]
    public void That_the_connector_is_missing_is_said_instead(string mailboxes) => RuleTest.Yaml($$"""
        topology: {mailboxes: {{mailboxes}} }
        inboundConnectors: []
        {{Out}}
        """).Only("CL3019", "CL1001").IsAsMarked();

    [Fact]
    public void That_it_is_off_is_said_instead() => RuleTest.Yaml($$"""
        topology: {mailboxes: both}
        inboundConnectors: [{name: In, connectorType: OnPremises, {|CL3015:enabled: false|}, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}]
        {{Out}}
        """).Only("CL3019", "CL1001", "CL3015").IsAsMarked();

    [Fact]
    public void Where_the_need_is_optional_it_is_said_here() => RuleTest.Yaml($$"""
        topology: {mailboxes: cloud, hybrid: completed}
        inboundConnectors: []
        {{Marked}}
        """).Only("CL3019", "CL1001", "CL1003", "CL3015").IsAsMarked();

    [Fact]
    public void A_need_that_is_met_by_one_for_some_domains_is_no_way_back() => Yaml($$"""
        topology: {mailboxes: both}
        inboundConnectors: [{name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, associatedAcceptedDomains: [contoso.com]}]
        {{Marked}}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3019");
}

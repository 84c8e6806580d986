using ConnectorLint.Engine;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

public class WaitingConnectorsTests
{
    [Theory]
    [InlineData("enabled: false", Fulfilment.Inactive)]
    [InlineData("enabled: true", Fulfilment.Met)]
    [InlineData("enabled: maybe", Fulfilment.Unknown)]
    [InlineData("enabled: false, requireTls: false", Fulfilment.Unmet)]
    public void A_need_waits_for_an_inbound_connector_that_is_off(string settings, Fulfilment fulfilment)
    {
        var need = Needs($$"""
            topology: {partners: [{name: Bank, domains: [bank.example], inbound: {requireTls: true} }]}
            inboundConnectors: [{name: From bank, senderDomains: [bank.example], {{settings}}}]
            """).Find("partner:Bank/inbound")!;

        Assert.Equal(fulfilment, need.Fulfilment);
        Assert.Equal(fulfilment == Fulfilment.Inactive ? "From bank" : null, need.Waiting?.Name);
    }

    [Theory]
    [InlineData("enabled: false", Fulfilment.Inactive)]
    [InlineData("testMode: true", Fulfilment.Inactive)]
    [InlineData("enabled: false, testMode: true", Fulfilment.Inactive)]
    [InlineData("enabled: true, testMode: false", Fulfilment.Met)]
    [InlineData("enabled: false, tlsSettings: null", Fulfilment.Unmet)]
    public void Or_for_an_outbound_one(string settings, Fulfilment fulfilment)
    {
        var tls = settings.Contains("tlsSettings", StringComparison.Ordinal) ? "" : "tlsSettings: EncryptionOnly, ";
        var need = Needs($$"""
            topology: {partners: [{name: Bank, domains: [bank.example], outbound: {requireTls: true} }]}
            outboundConnectors: [{name: To bank, recipientDomains: [bank.example], {{tls}}{{settings}}}]
            """).Find("partner:Bank/outbound")!;

        Assert.Equal(fulfilment, need.Fulfilment);
        Assert.Equal(fulfilment == Fulfilment.Inactive ? "To bank" : null, need.Waiting?.Name);
    }

    [Fact]
    public void Nothing_is_to_be_created_then_but_turned_on()
    {
        var need = Needs("""
            topology: {mailboxes: both, onPremises: {publicIPs: [203.0.113.10]}}
            inboundConnectors: [{name: In, connectorType: OnPremises, enabled: false, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}]
            """).Find("onPremises/inbound")!;

        Assert.Null(need.Proposal);
        Assert.Empty(need.MissingFacts);
        Assert.Equal("turn on 'In'", need.Change);
    }

    [Fact]
    public void Facts_that_are_missing_are_not_asked_for_then()
    {
        var need = Needs("""
            topology: {mailboxes: both}
            inboundConnectors: [{name: In, connectorType: OnPremises, enabled: false, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}]
            """).Find("onPremises/inbound")!;

        Assert.Empty(need.MissingFacts);
    }

    [Fact]
    public void Needs_are_told_apart_and_the_connector_is_the_one_that_is_declared()
    {
        var needs = Needs("""
            topology:
              partners:
                - {name: Met, domains: [met.example], inbound: {requireTls: true}}
                - {name: Unmet, domains: [unmet.example], inbound: {requireTls: true}}
                - {name: Waits, domains: [waits.example], inbound: {requireTls: true}}
            inboundConnectors:
              - {name: One, senderDomains: [met.example], requireTls: true}
              - {name: Two, enabled: false, senderDomains: [waits.example, met.example], requireTls: true}
              - {name: Three, enabled: false, senderDomains: [waits.example], requireTls: true}
            """);

        Assert.Equal(
            ["partner:Met/inbound Met ", "partner:Unmet/inbound Unmet ", "partner:Waits/inbound Inactive Two"],
            needs.Where(need => need.Id.StartsWith("partner:", StringComparison.Ordinal) && need.Id.EndsWith("/inbound", StringComparison.Ordinal)).Select(need => $"{need.Id} {need.Fulfilment} {need.Waiting?.Name}"));
        Assert.Same(needs.Scenarios!.Tenant.InboundConnectors[1], needs.Find("partner:Waits/inbound")!.Waiting);
        Assert.True(needs.IsWaiting(needs.Scenarios.Tenant.InboundConnectors[1]));
        Assert.False(needs.IsWaiting(needs.Scenarios.Tenant.InboundConnectors[2]));
    }

    [Fact]
    public void A_connector_without_a_name_keeps_its_number() => Assert.Equal("turn on '#2'", Needs("""
        topology: {partners: [{name: Bank, domains: [bank.example], outbound: {requireTls: true}}]}
        outboundConnectors:
          - {name: Other, recipientDomains: [other.example]}
          - {enabled: false, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}
        """).Find("partner:Bank/outbound")!.Change);

    [Theory]
    [InlineData("inbound", "{identity: X, enabled: false, senderDomains: [bank.example], requireTls: true}")]
    [InlineData("outbound", "{identity: X, enabled: false, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}")]
    public void Of_a_change_the_rest_is_not_known(string direction, string connector) => Assert.Equal(Fulfilment.Unmet, Needs($$"""
        topology: {partners: [{name: Bank, domains: [bank.example], {{direction}}: {requireTls: true} }]}
        {{direction}}Connectors: [{{connector}}]
        """).Find($"partner:Bank/{direction}")!.Fulfilment);

    [Theory]
    [InlineData("inbound", "{name: X, enabled: false, senderDomains: [bank.example], requireTls: true}")]
    [InlineData("outbound", "{name: X, enabled: false, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}")]
    public void Nothing_waits_where_not_all_was_read(string direction, string connector) => Assert.Equal(Fulfilment.Unknown, Needs($$"""
        topology: {partners: [{name: Bank, domains: [bank.example], {{direction}}: {requireTls: true} }]}
        {{direction}}Connectors: [{{connector}}, text]
        """).Find($"partner:Bank/{direction}")!.Fulfilment);

    private static NeedList Needs(string text) => new Linter().LintText("a.yaml", "connectorlint: 1\n" + text).Context.Needs;
}

using ConnectorLint.Engine;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

/// <summary>Each scenario of scenarios.md beyond the vendor's table: the topology that selects it and the needs that come of it.</summary>
public class ScenarioTests
{
    [Theory]
    [InlineData("{mailboxes: both, hybrid: completed}", "onPremises/inbound S2a Required; onPremises/outbound S2a Required")]
    [InlineData("{mailboxes: cloud, hybrid: completed}", "onPremises/inbound S2d Optional; onPremises/outbound S2d Optional; cloud/inbound S0 Unnecessary; cloud/outbound S0 Unnecessary")]
    [InlineData("{mailboxes: both, hybrid: minimal}", "onPremises/inbound S2b Recommended; onPremises/outbound S2b Recommended")]
    [InlineData("{mailboxes: both, onPremises: {server: nonMicrosoft}}", "onPremises/inbound S2c Required; onPremises/outbound S2c Required")]
    [InlineData("{mailboxes: both, onPremises: {server: exchange2007OrEarlier}}", "onPremises/inbound S2c Required; onPremises/outbound S2c Required")]
    [InlineData("{mailboxes: both, acceptedDomains: [{name: contoso.com, mx: onPremises}]}", "onPremises/inbound S2b Recommended; onPremises/outbound S2b Recommended")]
    [InlineData("{mailboxes: both, onPremises: {relaysToInternet: true}, acceptedDomains: [{name: contoso.com, mx: onPremises}]}", "onPremises/inbound S2b Required; onPremises/outbound S2b Required")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}", "onPremises/inbound S2b Required; onPremises/outbound S2b Required")]
    [InlineData("{mailboxes: cloud, onPremises: {server: nonMicrosoft, relaysToInternet: true}}", "onPremises/inbound S5 Required")]
    [InlineData("{onPremises: {relaysForeignSenders: true}}", "onPremises/inbound S5 Required; onPremises/relay S5 Required")]
    [InlineData("{mailboxes: cloud, hybrid: completed, onPremises: {relaysToInternet: true}}", "onPremises/inbound S5 Required; onPremises/outbound S2d Optional")]
    [InlineData("{onPremises: {relaysForeignSenders: true, relaysToInternet: false}}", "")]
    [InlineData("{centralizedMailTransport: true}", "onPremises/centralized S6 Required")]
    [InlineData("{centralizedMailTransport: false}", "")]
    [InlineData("{acceptedDomains: [{name: contoso.com, mx: \"thirdParty:F\"}], services: [{name: F, role: inboundFilter}]}", "service:F/inbound S8 Recommended")]
    [InlineData("{acceptedDomains: [{name: contoso.com, mx: \"thirdParty:F\"}, {name: b.example, mx: exchangeOnline}], services: [{name: F, role: inboundFilter}]}", "service:F/inbound S8 Optional")]
    [InlineData("{services: [{name: F, role: inboundNonFiltering}]}", "service:F/inbound S8b Optional")]
    [InlineData("{services: [{name: G, role: outboundGateway, smartHosts: [out.g.example]}]}", "service:G/outbound S9 Required")]
    [InlineData("{centralizedMailTransport: true, services: [{name: G, role: outboundGateway, smartHosts: [out.g.example]}]}", "onPremises/centralized S6 Required; service:G/outbound S9 Optional")]
    [InlineData("{services: [{name: A, role: addOn, smartHosts: [a.example], certificateNames: [k.a.example]}]}", "service:A/outbound S10 Required; service:A/rule S10 Required; service:A/inbound S10 Required")]
    [InlineData("{services: [{name: A, role: addOn}]}", "service:A/outbound S10 Optional; service:A/rule S10 Optional; service:A/inbound S10 Optional")]
    [InlineData("{transportRules: [{name: R, routeMessageOutboundConnector: To site}]}", "rule:R/outbound S10b Required")]
    [InlineData("{transportRules: [{name: R, enabled: false, routeMessageOutboundConnector: To site}]}", "")]
    [InlineData("{trustedTenants: [{organizations: [fabrikam.onmicrosoft.com]}]}", "trustedTenant:fabrikam.onmicrosoft.com/inbound S11 Optional")]
    [InlineData("{mailboxes: both, hybrid: completed, acceptedDomains: [{name: contoso.com, type: InternalRelay}]}", "onPremises/inbound S2a Required; onPremises/outbound S2a Required; domain:contoso.com/outbound S12 Required")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: contoso.com, type: InternalRelay, mx: onPremises}]}", "domain:contoso.com/outbound S12 Recommended")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: contoso.com, type: InternalRelay, recipients: cloud}]}", "")]
    [InlineData("{acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}", "domain:contoso.com/subdomains S13 Required")]
    [InlineData("{devices: [{name: d, method: smtpRelay, recipients: internal, ip: 198.51.100.7}]}", "device:d/inbound S14 Recommended")]
    [InlineData("{devices: [{name: d, method: directSend, ip: 198.51.100.7}]}", "device:d/inbound S14 Forbidden")]
    [InlineData("{rejectDirectSend: true, devices: [{name: d, method: directSend, ip: 198.51.100.7}]}", "device:d/inbound S14 Required")]
    [InlineData("{rejectDirectSend: true, devices: [{name: d, method: directSend}]}", "device:d/inbound S14 Optional")]
    [InlineData("{devices: [{name: d, method: clientSubmission}, {name: e, method: highVolumeEmail}, {name: f, method: ownServer}]}", "device:d/inbound S14 Unnecessary; device:e/inbound S14 Unnecessary; device:f/inbound S14 Unnecessary")]
    public void The_topology_selects_its_scenarios(string topology, string expected)
    {
        var needs = new Linter().LintText("tenant.yaml", "connectorlint: 1\ntopology: " + topology).Context.Needs;

        Assert.Equal(expected, string.Join("; ", needs.Select(n => $"{n.Id} {n.Scenario} {n.Verdict}")));
    }

    [Fact]
    public void Scenarios_that_ask_for_the_same_connector_are_told_with_it()
    {
        var needs = new Linter().LintText("tenant.yaml", """
            connectorlint: 1
            topology:
              mailboxes: both
              onPremises: {relaysToInternet: true}
              acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
            """).Context.Needs;

        Assert.Equal(["S4", "S5"], needs.Find("onPremises/inbound")!.Also.Select(n => n.Scenario));
        Assert.Equal(["S4"], needs.Find("onPremises/outbound")!.Also.Select(n => n.Scenario));
    }

    [Fact]
    public void A_connector_that_is_declared_already_is_named()
    {
        var needs = new Linter().LintText("tenant.yaml", """
            connectorlint: 1
            topology: {mailboxes: both}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """).Context.Needs;

        Assert.Equal((Fulfilment.Met, "In"), (needs.Find("onPremises/inbound")!.Fulfilment, Assert.Single(needs.Find("onPremises/inbound")!.MetBy).Name));
        Assert.Equal(Fulfilment.Unmet, needs.Find("onPremises/outbound")!.Fulfilment);
    }

    [Fact]
    public void Where_a_fact_is_missing_it_is_named_and_no_value_is_invented()
    {
        var needs = new Linter().LintText("tenant.yaml", "connectorlint: 1\ntopology: {mailboxes: both}").Context.Needs;

        Assert.All(needs, need => Assert.Null(need.Proposal));
        Assert.Equal(["onPremises.certificateNames or onPremises.publicIPs"], needs.Find("onPremises/inbound")!.MissingFacts);
        Assert.Equal(["onPremises.smtpHosts"], needs.Find("onPremises/outbound")!.MissingFacts);
    }
}

using ConnectorLint.Engine;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

/// <summary>What the need for a connector says that a transport rule names, and who is at its two ends.</summary>
public class ConditionalRoutingTests
{
    private const string Rule = "topology: {transportRules: [{name: R, routeMessageOutboundConnector: To site}]}";

    [Fact]
    public void The_connector_that_is_there_meets_it()
    {
        var need = Find("rule:R/outbound", Rule + "\noutboundConnectors: [{name: To site, connectorType: OnPremises, isTransportRuleScoped: true}]");

        Assert.Equal((Fulfilment.Met, "To site"), (need.Fulfilment, Assert.Single(need.MetBy).Name));
        Assert.Equal((Party.Office365, Party.YourServer), (need.From, need.To));
        Assert.Null(need.Change);
    }

    [Fact]
    public void A_Partner_connector_leads_to_a_partner() =>
        Assert.Equal(Party.PartnerOrganization, Find("rule:R/outbound", Rule + "\noutboundConnectors: [{name: To site, connectorType: Partner, isTransportRuleScoped: true}]").To);

    [Fact]
    public void One_that_is_not_there_is_to_be_made()
    {
        var need = Find("rule:R/outbound", Rule);

        Assert.Equal((Fulfilment.Unmet, 0), (need.Fulfilment, need.MetBy.Count));
        Assert.Equal("create 'To site' as its site demands, or correct the name in the rule; no topology fact says where it leads", need.Change);
    }

    [Fact]
    public void One_that_is_off_does_not_meet_it() =>
        Assert.Empty(Find("rule:R/outbound", Rule + "\noutboundConnectors: [{name: To site, enabled: false, isTransportRuleScoped: true}]").MetBy);

    [Theory]
    [InlineData("outbound", Party.Office365, Party.YourServer)]
    [InlineData("rule", Party.Office365, Party.YourServer)]
    [InlineData("inbound", Party.YourServer, Party.Office365)]
    public void An_add_on_stands_where_your_server_would(string part, Party from, Party to)
    {
        var need = Find($"service:Sig/{part}", "topology: {services: [{name: Sig, role: addOn, smartHosts: [a.example], certificateNames: [k.a.example]}]}");

        Assert.Equal((from, to), (need.From, need.To));
    }

    private static Need Find(string id, string text) => new Linter().LintText("tenant.yaml", "connectorlint: 1\n" + text).Context.Needs.Find(id)!;
}

using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

/// <summary>The four rows of the vendor's table "Do I need to create a connector?", both directions each, word for word.</summary>
public class VendorTableTests
{
    private const string YourServer = "Your organization's email server";
    private const string Office365 = "Office 365";
    private const string Partner = "Partner organization";

    [Fact]
    public void Standalone_EOP_needs_both() => Rows("topology: {subscription: eopStandalone}")
        .Equal(("S1", Verdict.Required, Direction.Inbound, YourServer, Office365), ("S1", Verdict.Required, Direction.Outbound, Office365, YourServer));

    [Fact]
    public void Mailboxes_in_both_places_need_both() => Rows("topology: {subscription: exchangeOnline, mailboxes: both}")
        .Equal(("S2b", Verdict.Required, Direction.Inbound, YourServer, Office365), ("S2b", Verdict.Required, Direction.Outbound, Office365, YourServer));

    [Fact]
    public void Printers_may_have_one_connector_only() => Rows("topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: nonMicrosoft}, devices: [{name: printer}]}")
        .Equal(("S14", Verdict.Optional, Direction.Inbound, YourServer, Office365));

    [Fact]
    public void Partners_may_have_one_each_way() => Rows("topology: {subscription: exchangeOnline, partners: [{name: Bank, domains: [bank.example]}]}")
        .Equal(("S3", Verdict.Optional, Direction.Inbound, Partner, Office365), ("S3", Verdict.Optional, Direction.Outbound, Office365, Partner));

    [Fact]
    public void What_is_optional_becomes_required_when_the_topology_demands_what_only_a_connector_can_do() => Rows("""
        topology:
          devices: [{name: printer, method: smtpRelay, recipients: external, ip: 198.51.100.7}]
          partners: [{name: Bank, domains: [bank.example], inbound: {requireTls: true}, outbound: {requireTls: true}}]
        """)
        .Equal(
            ("S3", Verdict.Required, Direction.Inbound, Partner, Office365),
            ("S3", Verdict.Required, Direction.Outbound, Office365, Partner),
            ("S14", Verdict.Required, Direction.Inbound, YourServer, Office365));

    [Fact]
    public void All_mailboxes_in_the_cloud_and_nothing_else_needs_none() => Rows("topology: {mailboxes: cloud, onPremises: {server: none}}")
        .Equal(("S0", Verdict.Unnecessary, Direction.Inbound, "none", "none"), ("S0", Verdict.Unnecessary, Direction.Outbound, "none", "none"));

    private static Table Rows(string text) => new(new Linter().LintText("tenant.yaml", "connectorlint: 1\n" + text).Context.Needs);

    private sealed class Table(IReadOnlyList<Need> needs)
    {
        public void Equal(params (string Scenario, Verdict Verdict, Direction Direction, string From, string To)[] rows) =>
            Assert.Equal(rows, needs.Select(n => (n.Scenario, n.Verdict, n.Direction, n.From.Text(), n.To.Text())));
    }
}

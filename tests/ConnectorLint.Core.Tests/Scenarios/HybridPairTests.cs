using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

public class HybridPairTests
{
    private const string One = "2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d11";
    private const string Two = "2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d22";

    [Theory]
    [InlineData("Inbound from x", "Outbound to x", "Inbound from x + Outbound to x")]
    [InlineData("Inbound from " + One, "Outbound to " + One, "Inbound from " + One + " + Outbound to " + One)]
    [InlineData(One, "To 2F7E9F3F-8D3F-4A0E-9B65-0A1F6C2B7D11", One + " + To 2F7E9F3F-8D3F-4A0E-9B65-0A1F6C2B7D11")]
    [InlineData("Inbound from " + One + "|Inbound from " + Two, "Outbound to " + Two + "|Outbound to " + One, "Inbound from " + One + " + Outbound to " + One + "; Inbound from " + Two + " + Outbound to " + Two)]
    [InlineData("Inbound from " + One + "|Mine", "Outbound to " + One + "|Mine", "Inbound from " + One + " + Outbound to " + One)]
    [InlineData("Inbound from " + One, "Outbound to " + One + "|Again to " + One, "Inbound from " + One + " + Outbound to " + One)]
    [InlineData("Inbound from " + One, "Outbound to " + Two, "")]
    [InlineData("Inbound from " + One, "Outbound to x", "")]
    [InlineData("Inbound from x", "Outbound to " + One, "")]
    [InlineData("A|B", "C", "")]
    [InlineData("A", "B|C", "")]
    [InlineData("A", "", "")]
    [InlineData("", "A", "")]
    [InlineData("", "", "")]
    [InlineData("From (2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d1)", "To x", "From (2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d1) + To x")]
    public void Names_that_end_in_the_same_GUID_or_the_only_one_of_each_direction(string inbound, string outbound, string pairs) =>
        Assert.Equal(pairs, Pairs(Tenant(inbound, outbound, "connectorSource: HybridWizard")));

    [Theory]
    [InlineData("connectorSource: Default")]
    [InlineData("connectorSource: Wizard")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorSource: HybridWizard, enabled: false")]
    [InlineData("connectorSource: HybridWizard, enabled: maybe")]
    public void Only_active_connectors_of_the_wizard(string settings)
    {
        Assert.Equal("", Pairs(Tenant("A", "B", settings)));
        Assert.Equal("C + D", Pairs(Tenant("A", "B", settings, "  - {name: C, connectorSource: HybridWizard}\n", "  - {name: D, connectorSource: HybridWizard}\n")));
    }

    [Theory]
    [InlineData("Inbound from " + One, "Outbound to " + Two, Direction.Outbound, "Inbound from " + One)]
    [InlineData("Inbound from " + One, "Outbound to " + Two, Direction.Inbound, "Outbound to " + Two)]
    [InlineData("Inbound from " + One + "|Inbound from " + Two, "Outbound to " + Two, Direction.Outbound, "Inbound from " + One)]
    [InlineData("Inbound from " + One + "|Inbound from " + Two, "Outbound to " + Two, Direction.Inbound, "")]
    [InlineData("Inbound from " + One, "Outbound to x", Direction.Outbound, "")]
    [InlineData("Inbound from x", "Outbound to " + Two, Direction.Outbound, "")]
    [InlineData("Inbound from x", "Outbound to " + Two, Direction.Inbound, "")]
    public void Halves_without_the_other(string inbound, string outbound, Direction missing, string halves) =>
        Assert.Equal(halves, string.Join("; ", HybridPair.Halves(Tenant(inbound, outbound, "connectorSource: HybridWizard"), missing).Select(half => half.Name)));

    [Theory]
    [InlineData("connectorSource: Default", "")]
    [InlineData("connectorSource: HybridWizard, enabled: false", "")]
    [InlineData("connectorSource: HybridWizard", "Inbound from " + One)]
    public void Only_active_ones_of_the_wizard_are_halves(string settings, string halves) => Assert.Equal(
        halves, string.Join("; ", HybridPair.Halves(Tenant("Inbound from " + One, "", settings, "", $"  - {{name: Outbound to {Two}}}\n"), Direction.Outbound).Select(half => half.Name)));

    [Theory]
    [InlineData("enabled: false", "Inbound from " + One)]
    [InlineData("enabled: maybe", "")]
    [InlineData("enabled: true", "")]
    public void Another_half_that_is_off_is_none(string settings, string halves) => Assert.Equal(
        halves,
        string.Join("; ", HybridPair.Halves(Tenant("Inbound from " + One, "", "connectorSource: HybridWizard", "", $"  - {{name: To {Two}}}\n  - {{name: To {One}, {settings}}}\n"), Direction.Outbound).Select(half => half.Name)));

    private static string Pairs(TenantModel tenant) => string.Join("; ", HybridPair.Of(tenant).Select(pair => $"{pair.Inbound.Name} + {pair.Outbound.Name}"));

    private static TenantModel Tenant(string inbound, string outbound, string settings, string moreInbound = "", string moreOutbound = "") => new Linter().LintText(
        "a.yaml", "connectorlint: 1\ninboundConnectors:\n" + List(inbound, settings) + moreInbound + "outboundConnectors:\n" + List(outbound, settings) + moreOutbound).Tenant;

    private static string List(string names, string settings) =>
        string.Concat(names.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => $"  - {{name: {name}, {settings}}}\n"));
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class SenderCidrTooWideTests
{
    [Fact]
    public void A_wide_block_is_marked_and_split() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: [203.0.113.1, {|CL0009:198.51.100.7/23|}]}
        """)
        .Says("'A': senderIPAddresses '198.51.100.7/23' is wider than /24; the service accepts /24 to /32, so it refuses the connector")
        .Helps("List only the addresses that the servers send from, in blocks from /24 to /32.")
        .Offers(
            "Split into 2 blocks of /24", true,
            new FixIntent(FixKind.ReplaceItem, "inbound:A", "senderIPAddresses", "[\"198.51.100.0/24\",\"198.51.101.0/24\"]", "198.51.100.7/23"));

    [Fact]
    public void Sixteen_blocks_are_the_most_that_are_written_out()
    {
        var fix = Assert.Single(Yaml("inboundConnectors: [{name: A, senderIPAddresses: [{|CL0009:198.51.0.0/20|}]}]").Findings[0].Fixes);
        Assert.Equal("Split into 16 blocks of /24", fix.Title);
        Assert.StartsWith("[\"198.51.0.0/24\",\"198.51.1.0/24\",", fix.Intent.Value, StringComparison.Ordinal);
        Assert.EndsWith(",\"198.51.15.0/24\"]", fix.Intent.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("198.51.0.0/19")]
    [InlineData("0.0.0.0/0")]
    public void Beyond_that_nothing_is_offered(string block) => Yaml($$"""
        inboundConnectors: [{name: A, senderIPAddresses: [{|CL0009:{{block}}|}]}]
        """).OffersNoFix();

    [Fact]
    public void Silent_on_blocks_from_24_on_and_on_other_lists() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: [203.0.113.0/24, 198.51.100.7, "2001:db8::/20", 10.0.0.0-10.9.0.0, 300.0.0.0/8], efSkipIPs: [198.51.0.0/16]}
        outboundConnectors:
          - {name: B, smartHosts: [198.51.0.0/16]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0009");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidIPValueTests
{
    [Fact]
    public void IPv6_is_refused_with_its_reason() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: [{|CL0008:"2001:db8::1"|}]}
        """)
        .Says("'A': senderIPAddresses '2001:db8::1' is not valid (IPv6 is not supported), so the service refuses the connector")
        .Helps("List the IPv4 addresses that the servers send from, or identify them by tlsSenderCertificateName.")
        .OffersNoFix();

    [Fact]
    public void A_range_becomes_its_blocks_by_a_safe_fix() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: [{|CL0008:203.0.113.1-203.0.113.6|}]}
        """)
        .Says("'A': senderIPAddresses '203.0.113.1-203.0.113.6' is not valid (ranges are not taken here, only addresses and CIDR blocks), so the service refuses the connector")
        .Helps("List the same addresses as 203.0.113.1, 203.0.113.2/31, 203.0.113.4/31, 203.0.113.6.")
        .Offers(
            "Replace the range by 4 items", true,
            new FixIntent(FixKind.ReplaceItem, "inbound:A", "senderIPAddresses", "[\"203.0.113.1\",\"203.0.113.2/31\",\"203.0.113.4/31\",\"203.0.113.6\"]", "203.0.113.1-203.0.113.6"));

    [Fact]
    public void A_range_that_is_one_block_becomes_that_block() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: {|CL0008:203.0.113.0 - 203.0.113.255|}}
        """)
        .Offers("Replace the range by 203.0.113.0/24", true, new FixIntent(FixKind.ReplaceItem, "inbound:A", "senderIPAddresses", "[\"203.0.113.0/24\"]", "203.0.113.0 - 203.0.113.255"));

    [Fact]
    public void A_huge_range_is_not_taken_apart() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: [{|CL0008:0.0.0.0-255.255.255.255|}]}
        """)
        .Helps("List public IPv4 addresses, or CIDR blocks from /24 to /32.")
        .OffersNoFix();

    [Theory]
    [InlineData("203.0.113", "is not an IPv4 address, which has four numbers from 0 to 255")]
    [InlineData("203.0.113.256", "is not an IPv4 address, which has four numbers from 0 to 255")]
    [InlineData("203.0.113.01", "is not an IPv4 address, which has four numbers from 0 to 255")]
    [InlineData("mail.contoso.com", "is not an IPv4 address")]
    [InlineData("203.0.113.0/33", "has a mask that is not a number from 0 to 32")]
    [InlineData("203.0.113.0/255.255.255.0", "has a mask that is not a number from 0 to 32")]
    [InlineData("203.0.113.9-203.0.113.1", "starts above its end")]
    [InlineData("203.0.113.9-", "is not a range of two IPv4 addresses")]
    [InlineData("203.0.113.1, 203.0.113.2", "holds several values in one text")]
    [InlineData("203.0.113.1:25", "has a port")]
    [InlineData("https://203.0.113.1", "has a scheme")]
    [InlineData("ann@contoso.com", "is an email address")]
    public void The_reason_is_named(string text, string reason) => Yaml($$"""
        inboundConnectors:
          - {name: A, senderIPAddresses: [{|CL0008:"{{text}}"|}, 203.0.113.1]}
        """)
        .Says($"'A': senderIPAddresses '{text}' is not valid (it {reason}), so the service refuses the connector")
        .OffersNoFix();

    [Fact]
    public void Enhanced_Filtering_takes_ranges_but_not_anything() => Yaml("""
        inboundConnectors:
          - {name: A, efSkipIPs: [203.0.113.1-203.0.113.9, 198.51.100.0/20, {|CL0008:203.0.113.9-203.0.113.1|}, {|CL0008:mail.contoso.com|}, {|CL0008:"203.0.113.1:25"|}, {|CL0008:"host:a:b"|}, {|CL0008:"FACE:G::"|}]}
        """)
        .Says("'A': efSkipIPs '203.0.113.9-203.0.113.1' is not valid (it starts above its end), so the service refuses the connector")
        .Helps("List IPv4 addresses, ranges of two addresses, or CIDR blocks.");

    [Fact]
    public void Silent_on_IPv6_in_the_skip_list_where_the_pages_are_silent() => Yaml("""
        inboundConnectors:
          - {name: A, efSkipIPs: ["2001:db8::1", "2001:db8::/32", "2001:db8::1-2001:db8::9", "2001:DB8::af", "2001:DB8::AF0/300"]}
        """).IsClean();

    [Fact]
    public void Silent_on_addresses_and_blocks_also_with_host_bits() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: [203.0.113.1, 203.0.113.0/24, 203.0.113.77/25, 198.51.100.7/32]}
          - {name: B, senderIPAddresses: 203.0.113.1}
          - {name: C, senderIPAddresses: [198.51.100.0/8]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0008");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class EfUnsupportedAddressTests
{
    [Fact]
    public void A_private_address_can_go() => Yaml("""
        inboundConnectors:
          - name: F
            connectorType: Partner
            senderDomains: ["*"]
            efSkipIPs:
              - 198.51.100.7
              - {|CL2017:10.0.0.5|}
        """)
        .Says("'F': efSkipIPs '10.0.0.5' is a private address, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .WithSeverity(Severity.Error)
        .Helps("Remove the entry; private hops are skipped by themselves.")
        .IsAbout("inbound:F", "efSkipIPs", "10.0.0.5")
        .Offers("Remove 10.0.0.5 from efSkipIPs", true, new FixIntent(FixKind.RemoveItem, "inbound:F", "efSkipIPs", "10.0.0.5"));

    [Theory]
    [InlineData("10.0.0.0", true)]
    [InlineData("10.255.255.255", true)]
    [InlineData("9.255.255.255", false)]
    [InlineData("11.0.0.0", false)]
    [InlineData("172.16.0.0", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("172.15.255.255", false)]
    [InlineData("172.32.0.0", false)]
    [InlineData("192.168.0.0", true)]
    [InlineData("192.168.255.255", true)]
    [InlineData("192.167.255.255", false)]
    [InlineData("192.169.0.0", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    public void Private_is_what_the_page_says(string address, bool isFound)
    {
        var marked = isFound ? "{|CL2017:" + address + "|}" : address;
        Yaml($"inboundConnectors: [{{name: F, efSkipIPs: [{marked}]}}]").IsAsMarked();
    }

    [Theory]
    [InlineData("10.1.0.5/16", "10.1.0.0/16")]
    [InlineData("192.168.0.1-192.168.0.9", "192.168.0.1-192.168.0.9")]
    public void A_block_or_range_can_go_when_it_is_private_as_a_whole(string range, string value) => Yaml($$"""
        inboundConnectors:
          - {name: F, efSkipIPs: [{|CL2017:{{range}}|}, 198.51.100.7]}
        """)
        .Says($"'F': efSkipIPs '{range}' holds private addresses, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .WithSeverity(Severity.Error)
        .IsAbout("inbound:F", "efSkipIPs", value)
        .Offers($"Remove {range} from efSkipIPs", true, new FixIntent(FixKind.RemoveItem, "inbound:F", "efSkipIPs", range));

    [Theory]
    [InlineData("9.255.255.0-10.0.0.5")]
    [InlineData("192.0.0.0/8")]
    public void Nothing_is_offered_when_it_holds_public_addresses_too(string range) => Yaml($$"""
        inboundConnectors:
          - {name: F, efSkipIPs: [{|CL2017:{{range}}|}, 198.51.100.7]}
        """)
        .Says($"'F': efSkipIPs '{range}' holds private addresses, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .WithSeverity(Severity.Error)
        .OffersNoFix();

    [Theory]
    [InlineData("[{|CL2017:10.0.0.5|}]")]
    [InlineData("{|CL2017:10.0.0.5|}")]
    [InlineData("[{|CL2017:10.0.0.5|}, {|CL2017:192.168.0.7|}]")]
    [InlineData("[{|CL2017:10.0.0.5|}, 300.0.0.1]")]
    public void Nothing_is_offered_when_no_other_entry_remains(string list) => Yaml($$"""
        inboundConnectors:
          - {name: F, efSkipIPs: {{list}} }
        """)
        .Says("'F': efSkipIPs '10.0.0.5' is a private address, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .OffersNoFix();

    [Fact]
    public void Both_private_entries_can_go_when_another_remains() => Yaml("""
        inboundConnectors:
          - {name: F, efSkipIPs: [{|CL2017:10.0.0.5|}, 198.51.100.7, {|CL2017:192.168.0.7|}]}
        """)
        .Says("'F': efSkipIPs '192.168.0.7' is a private address, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .Offers("Remove 192.168.0.7 from efSkipIPs", true, new FixIntent(FixKind.RemoveItem, "inbound:F", "efSkipIPs", "192.168.0.7"))
        .Says("'F': efSkipIPs '10.0.0.5' is a private address, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .Offers("Remove 10.0.0.5 from efSkipIPs", true, new FixIntent(FixKind.RemoveItem, "inbound:F", "efSkipIPs", "10.0.0.5"));

    [Theory]
    [InlineData("40.92.1.2", "is an address of Microsoft 365", "40.92.1.2")]
    [InlineData("40.107.0.7/24", "holds addresses of Microsoft 365", "40.107.0.0/24")]
    [InlineData("52.99.0.0-52.100.0.0", "holds addresses of Microsoft 365", "52.99.0.0-52.100.0.0")]
    [InlineData("104.47.127.255", "is an address of Microsoft 365", "104.47.127.255")]
    public void An_address_of_Microsoft_365_is_a_warning(string address, string what, string value) => Yaml($$"""
        inboundConnectors:
          - {name: F, efSkipIPs: [198.51.100.7, {|CL2017:{{address}}|}]}
        """)
        .Says($"'F': efSkipIPs '{address}' {what}, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .WithSeverity(Severity.Warning)
        .Helps("Remove the entry; list only the hops that hand mail over to Microsoft 365.")
        .IsAbout("inbound:F", "efSkipIPs", value)
        .OffersNoFix();

    [Fact]
    public void What_is_both_is_said_once_as_an_error() => Yaml("""
        inboundConnectors:
          - {name: F, efSkipIPs: [{|CL2017:10.0.0.0-52.100.0.0|}]}
        """).WithSeverity(Severity.Error);

    [Fact]
    public void In_JSON_and_on_OnPremises() => RuleTest.Json("""
        {"inboundConnectors": [{"name": "F", "connectorType": "OnPremises", "efSkipIPs": [{|CL2017:"10.0.0.5"|}, {|CL2017:"40.92.0.1"|}]}]}
        """)
        .Only("CL2017")
        .Says("'F': efSkipIPs '10.0.0.5' is a private address, which Enhanced Filtering does not support; mail may be judged by the wrong hop")
        .Offers("Remove 10.0.0.5 from efSkipIPs", true, new FixIntent(FixKind.RemoveItem, "inbound:F", "efSkipIPs", "10.0.0.5"));

    [Theory]
    [InlineData("efSkipIPs: [198.51.100.7, 203.0.113.0/24, 192.0.2.1-192.0.2.9]")]
    [InlineData("efSkipIPs: [\"2001:db8::1\", \"fd00::1\"]")]
    [InlineData("efSkipIPs: [10.0.0, 10.0.0.0/33]")]
    [InlineData("efSkipIPs: []")]
    [InlineData("efSkipIPs: {a: b}")]
    [InlineData("efSkipLastIP: true")]
    [InlineData("senderIPAddresses: [10.0.0.5, 40.92.0.1]")]
    [InlineData("efSkipIPs: [198.51.100.7, 10.0.0.5, 40.92.0.1], enabled: false")]
    public void Silent_on_public_addresses_other_lists_and_when_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: F, {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2017");
}

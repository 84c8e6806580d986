using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class PrivateAddressTests
{
    private const string Help = "Use the public address behind which the server stands (after NAT).";

    [Fact]
    public void Mail_never_comes_from_there() => Yaml("""
        inboundConnectors:
          - name: Printers
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses:
              - 203.0.113.10
              - {|CL2018:192.168.0.10/24|}
        """)
        .Says("'Printers': senderIPAddresses '192.168.0.10/24' is not a public address; the service never sees it, so mail from there does not match this connector")
        .WithSeverity(Severity.Error)
        .Helps(Help)
        .IsAbout("inbound:Printers", "senderIPAddresses", "192.168.0.0/24")
        .OffersNoFix();

    [Fact]
    public void Mail_cannot_go_there() => Yaml("""
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            useMXRecord: false
            smartHosts:
              - mail.contoso.com
              - {|CL2018:"[10.0.0.5]"|}
        """)
        .Says("'Out': smartHosts '[10.0.0.5]' is not a public address; the service cannot reach it, so mail waits and then bounces")
        .WithSeverity(Severity.Error)
        .Helps(Help)
        .IsAbout("outbound:Out", "smartHosts", "10.0.0.5")
        .OffersNoFix();

    [Fact]
    public void In_JSON_and_of_any_type() => RuleTest.Json("""
        {
          "inboundConnectors": [{"name": "A", "connectorType": "Partner", "senderIPAddresses": {|CL2018:"10.0.0.5"|} }],
          "outboundConnectors": [{"name": "B", "smartHosts": [{|CL2018:"10.0.0.0/24"|}, {|CL2018:"127.0.0.1"|}]}]
        }
        """).Only("CL2018").IsAsMarked();

    [Theory]
    [InlineData("10.0.0.0", "9.255.255.255")]
    [InlineData("10.255.255.255", "11.0.0.0")]
    [InlineData("172.16.0.0", "172.15.255.255")]
    [InlineData("172.31.255.255", "172.32.0.0")]
    [InlineData("192.168.0.0", "192.167.255.255")]
    [InlineData("192.168.255.255", "192.169.0.0")]
    [InlineData("127.0.0.0", "126.255.255.255")]
    [InlineData("127.255.255.255", "128.0.0.0")]
    [InlineData("169.254.0.0", "169.253.255.255")]
    [InlineData("169.254.255.255", "169.255.0.0")]
    [InlineData("100.64.0.0", "100.63.255.255")]
    [InlineData("100.127.255.255", "100.128.0.0")]
    [InlineData("0.255.255.255", "1.0.0.0")]
    public void What_is_not_public_begins_and_ends_here(string inside, string outside) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderIPAddresses: [{{outside}}, {|CL2018:{{inside}}|}]}
        outboundConnectors:
          - {name: Out, smartHosts: [{{outside}}, {|CL2018:{{inside}}|}]}
        """).IsAsMarked();

    [Theory]
    [InlineData("senderIPAddresses: [198.51.100.7, 203.0.113.0/24, 192.0.2.1]")]
    [InlineData("senderIPAddresses: [\"fd00::1\", 10.0.0, 10.0.0.0/33]")]
    [InlineData("senderIPAddresses: [192.0.0.0/8]")]
    [InlineData("senderIPAddresses: {a: b}")]
    [InlineData("efSkipIPs: [10.0.0.5]")]
    [InlineData("senderIPAddresses: [10.0.0.5], enabled: false")]
    public void Silent_on_public_addresses_and_when_it_is_off_inbound(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("smartHosts: [mail.contoso.com, 203.0.113.10, \"[203.0.113.11]\"]")]
    [InlineData("smartHosts: [\"[fd00::1]\", 10.0.0, 10.0.0.5:25, \"[10.0.0.0/24]\"]")]
    [InlineData("smartHosts: {a: b}")]
    [InlineData("useMXRecord: true")]
    [InlineData("smartHosts: [10.0.0.5], enabled: false")]
    [InlineData("smartHosts: [10.0.0.5], testMode: true")]
    public void Silent_on_public_hosts_and_when_it_is_off_outbound(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2018");
}

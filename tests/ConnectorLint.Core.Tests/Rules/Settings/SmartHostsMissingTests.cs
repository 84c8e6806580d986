using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class SmartHostsMissingTests
{
    private const string Message = "'Out': useMXRecord is false and smartHosts is empty, so the service refuses the connector and its mail goes out by MX";

    [Fact]
    public void No_host_to_go_to() => Yaml("""
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            allAcceptedDomains: true
            {|CL2001:useMXRecord: false|}
        """)
        .Says(Message)
        .WithSeverity(Severity.Error)
        .Helps("List the hosts that take the mail in smartHosts, or set useMXRecord: true.")
        .IsAbout("outbound:Out", "smartHosts")
        .OffersNoFix();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"outboundConnectors": [{"name": "Out", "recipientDomains": ["contosobank.com"], {|CL2001:"useMXRecord": false|}}]}
        """).Only("CL2001").Says(Message);

    [Theory]
    [InlineData("smartHosts: []")]
    [InlineData("smartHosts: [null]")]
    [InlineData("smartHosts: null")]
    [InlineData("smartHosts: \"\"")]
    public void Nothing_is_no_host(string hosts) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {|CL2001:useMXRecord: false|}, {{hosts}}}
        """).IsAsMarked();

    [Theory]
    [InlineData("enabled: false")]
    [InlineData("testMode: true")]
    [InlineData("connectorType: Partner")]
    [InlineData("connectorType: OnPrem")]
    public void Of_any_connector_for_the_service_refuses_it_though_it_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}}, {|CL2001:useMXRecord: false|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("useMXRecord: false, smartHosts: mail.contoso.com")]
    [InlineData("useMXRecord: false, smartHosts: [\"smtp://mail.contoso.com\"]")]
    [InlineData("useMXRecord: false, smartHosts: {a: b}")]
    [InlineData("useMXRecord: false, smartHost: [mail.contoso.com]")]
    [InlineData("useMXRecord: true")]
    [InlineData("recipientDomains: [contosobank.com]")]
    [InlineData("useMXRecord: null")]
    [InlineData("useMXRecord: \"$false\"")]
    [InlineData("useMXRecord: no")]
    public void Silent_when_a_host_may_be_meant_or_mail_follows_MX(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_where_an_entry_only_says_what_to_change() => Yaml("""
        outboundConnectors:
          - {identity: Out, useMXRecord: false}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2001");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class SmartHostsWithMxRoutingTests
{
    [Fact]
    public void MX_by_default() => Yaml("""
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            allAcceptedDomains: true
            smartHosts: {|CL2002:[mail.contoso.com, 203.0.113.10]|}
        """)
        .Says("'Out': smartHosts is set, but useMXRecord is not set (the default is true), so mail follows the MX record instead of going to mail.contoso.com and 203.0.113.10")
        .WithSeverity(Severity.Error)
        .Helps("Set useMXRecord: false, or remove smartHosts.")
        .IsAbout("outbound:Out", "useMXRecord")
        .WithRelated()
        .OffersNoFix();

    [Fact]
    public void MX_as_set() => Yaml("""
        outboundConnectors:
          - {name: To bank, connectorType: Partner, {|CL2002:useMXRecord: true|}, recipientDomains: [contosobank.com], smartHosts: [a.contosobank.com, b.contosobank.com, c.contosobank.com, d.contosobank.com]}
        """)
        .Says("'To bank': smartHosts is set, but useMXRecord is true, so mail follows the MX record instead of going to a.contosobank.com, b.contosobank.com and 2 more")
        .WithRelated("[a.contosobank.com, b.contosobank.com, c.contosobank.com, d.contosobank.com]")
        .WithNotes("the hosts that are not used");

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"outboundConnectors": [
          {"name": "A", {|CL2002:"useMXRecord": true|}, "smartHosts": ["mail.contoso.com"]},
          {"name": "B", "useMXRecord": null, "smartHosts": {|CL2002:["mail.contoso.com"]|} }
        ]}
        """).Only("CL2002").IsAsMarked();

    [Fact]
    public void Also_when_a_host_is_not_valid_for_the_valid_ones_are_not_used_either() => Yaml("""
        outboundConnectors:
          - {name: Out, smartHosts: {|CL2002:[mail.contoso.com, "smtp://b.contoso.com"]|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("useMXRecord: true")]
    [InlineData("useMXRecord: true, smartHosts: []")]
    [InlineData("useMXRecord: true, smartHosts: {a: b}")]
    [InlineData("useMXRecord: \"true\", smartHosts: [mail.contoso.com]")]
    [InlineData("useMXRecords: false, smartHosts: [mail.contoso.com]")]
    [InlineData("smartHosts: [mail.contoso.com], enabled: false")]
    [InlineData("smartHosts: [mail.contoso.com], testMode: true")]
    [InlineData("smartHosts: [mail.contoso.com], enabled: \"yes\"")]
    public void Silent_when_hosts_are_used_not_known_or_the_connector_is_off(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_where_an_entry_only_says_what_to_change() => Yaml("""
        outboundConnectors:
          - {identity: Out, enabled: true, testMode: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Fact]
    public void It_wins_over_OnPremises_routed_by_MX() => RuleTest.Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, smartHosts: {|CL2002:[mail.contoso.com]|} }
        """).Only("CL2002", "CL2003").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2002");
}

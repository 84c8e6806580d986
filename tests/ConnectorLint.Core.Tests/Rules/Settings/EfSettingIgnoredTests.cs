using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class EfSettingIgnoredTests
{
    private const string Help = "Choose one mode: efSkipLastIP: true, or efSkipLastIP: false with efSkipIPs; efUsers limits either of them.";

    [Fact]
    public void A_list_that_is_not_used() => Yaml("""
        inboundConnectors:
          - name: F
            connectorType: Partner
            senderDomains: ["*"]
            efSkipLastIP: true
            {|CL2016:efSkipIPs|}: [198.51.100.7, 192.0.2.9]
        """)
        .Says("'F': efSkipIPs is ignored because efSkipLastIP is true; mail is judged by the hop before the last one, whatever the list says")
        .WithSeverity(Severity.Warning)
        .WithRelated("efSkipLastIP: true")
        .WithNotes("the setting that counts")
        .Helps(Help)
        .IsAbout("inbound:F", "efSkipIPs")
        .OffersNoFix();

    [Theory]
    [InlineData("comment: none", "efSkipLastIP is not true and efSkipIPs is empty")]
    [InlineData("efSkipLastIP: false, efSkipIPs: []", "efSkipLastIP is not true and efSkipIPs is empty")]
    [InlineData("efSkipLastIP: true, efTestMode: true", "efTestMode is true")]
    [InlineData("efSkipIPs: [192.0.2.9], efTestMode: true", "efTestMode is true")]
    public void Recipients_of_a_filtering_that_is_off(string settings, string reason) => Yaml($$"""
        inboundConnectors:
          - {name: F, {{settings}}, {|CL2016:efUsers|}: [ann@contoso.com]}
        """)
        .Says($"'F': efUsers is ignored because Enhanced Filtering is off ({reason}), so mail to these recipients is judged by the last hop like all other mail")
        .WithSeverity(Severity.Warning)
        .Helps(Help)
        .IsAbout("inbound:F", "efUsers")
        .OffersNoFix();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"inboundConnectors": [
          {"name": "A", "connectorType": "OnPremises", {|CL2016:"efSkipIPs"|}: "192.0.2.9", "efSkipLastIP": true, "efUsers": ["ann@contoso.com"]},
          {"name": "B", "connectorType": "OnPremises", {|CL2016:"efUsers"|}: ["ann@contoso.com"]}
        ]}
        """).Only("CL2016").IsAsMarked();

    [Fact]
    public void Both_on_one_connector() => Yaml("""
        inboundConnectors:
          - {name: F, efTestMode: true, efSkipLastIP: true, {|CL2016:efSkipIPs|}: [192.0.2.9], {|CL2016:efUsers|}: [ann@contoso.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("efSkipLastIP: true")]
    [InlineData("efSkipLastIP: true, efUsers: [ann@contoso.com]")]
    [InlineData("efSkipLastIP: true, efSkipIPs: []")]
    [InlineData("efSkipLastIP: true, efSkipIPs: [192.0.2.9, 300.0.0.1]")]
    [InlineData("efSkipLastIP: true, efSkipIPs: {a: b}")]
    [InlineData("efSkipLastIP: false, efSkipIPs: [192.0.2.9], efUsers: [ann@contoso.com]")]
    [InlineData("efSkipLastIP: \"true\", efSkipIPs: [192.0.2.9]")]
    [InlineData("efSkipIPs: [192.0.2.9]")]
    [InlineData("efSkipIPs: {a: b}, efUsers: [ann@contoso.com]")]
    [InlineData("efSkipLastIP: \"true\", efUsers: [ann@contoso.com]")]
    [InlineData("efSkipLastIP: true, efTestMode: \"true\", efUsers: [ann@contoso.com]")]
    [InlineData("efUsers: []")]
    [InlineData("efUsers: [ann@contoso.com, contoso.com]")]
    [InlineData("efUsers: {a: b}")]
    [InlineData("efSkipLastIP: true, efSkipIPs: [192.0.2.9], enabled: false")]
    [InlineData("efUsers: [ann@contoso.com], enabled: false")]
    public void Silent_when_the_setting_counts_is_not_known_or_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: F, connectorType: Partner, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2016");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class SmartHostLoopsBackTests
{
    private const string Domains = "topology: {acceptedDomains: [{name: contoso.com}, {name: sub.fabrikam.com}, {name: litware.onmicrosoft.com}]}";

    [Fact]
    public void The_MX_host_of_an_accepted_domain() => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            allAcceptedDomains: true
            useMXRecord: false
            smartHosts:
              - mail.contoso.com
              - {|CL2019:Contoso-com.mail.protection.outlook.com|}
        """)
        .Says("'Out': smartHosts 'Contoso-com.mail.protection.outlook.com' is Exchange Online itself, so the mail comes back to it and loops (5.4.6 / 5.4.14)")
        .WithSeverity(Severity.Error)
        .Helps("List your own server's public host.")
        .IsAbout("outbound:Out", "smartHosts", "contoso-com.mail.protection.outlook.com")
        .OffersNoFix();

    [Theory]
    [InlineData("contoso-com.mail.protection.office365.us")]
    [InlineData("contoso-com.mail.protection.partner.outlook.cn")]
    [InlineData("contoso-com.a-v1.mx.microsoft")]
    [InlineData("sub-fabrikam-com.mail.protection.outlook.com")]
    [InlineData("litware.mail.protection.outlook.com")]
    [InlineData("litware-onmicrosoft-com.mail.protection.outlook.com")]
    [InlineData("smtp.office365.com")]
    [InlineData("SMTP.office365.com")]
    [InlineData("smtp.office365.us")]
    [InlineData("smtp.partner.outlook.cn")]
    public void Whatever_it_is_called(string host) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: Out, smartHosts: [{|CL2019:{{host}}|}]}
        """).IsAsMarked();

    [Fact]
    public void A_submission_host_needs_no_topology_in_JSON() => RuleTest.Json("""
        {"outboundConnectors": [{"name": "Out", "smartHosts": [{|CL2019:"smtp.office365.com"|}, "contoso-com.mail.protection.outlook.com"]}]}
        """).Only("CL2019").IsAsMarked();

    [Theory]
    [InlineData("smartHosts: [tailspintoys-com.mail.protection.outlook.com]")]
    [InlineData("smartHosts: [fabrikam-com.mail.protection.outlook.com]")]
    [InlineData("smartHosts: [contoso.mail.protection.outlook.com]")]
    [InlineData("smartHosts: [contoso-com.contoso.com]")]
    [InlineData("smartHosts: [mail.protection.outlook.com]")]
    [InlineData("smartHosts: [outlook.office365.com]")]
    [InlineData("smartHosts: [mail.smtp.office365.com]")]
    [InlineData("smartHosts: [203.0.113.10]")]
    [InlineData("smartHosts: [\"smtp.office365.com:587\"]")]
    [InlineData("smartHosts: [\"[smtp.office365.com]\"]")]
    [InlineData("smartHosts: {a: smtp.office365.com}")]
    [InlineData("useMXRecord: true")]
    [InlineData("smartHosts: [smtp.office365.com], enabled: false")]
    [InlineData("smartHosts: [smtp.office365.com], testMode: true")]
    public void Silent_on_other_tenants_and_other_hosts_and_when_it_is_off(string settings) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2019");
}

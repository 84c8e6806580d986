using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class PartnerIpListNotEnforcedTests
{
    private const string Message = "'From bank': senderIPAddresses is not enforced, because restrictDomainsToIPAddresses is not true; mail from contosobank.com and *.bank.example is taken from any address";

    [Fact]
    public void The_list_keeps_nobody_out() => Yaml("""
        inboundConnectors:
          - name: From bank
            connectorType: Partner
            senderDomains: [contosobank.com, "*.bank.example"]
            requireTls: true
            {|CL2013:senderIPAddresses|}: [198.51.100.7]
        """)
        .Says(Message)
        .WithSeverity(Severity.Warning)
        .Helps("Set restrictDomainsToIPAddresses: true, or remove senderIPAddresses.")
        .IsAbout("inbound:From bank", "senderIPAddresses")
        .OffersNoFix();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"inboundConnectors": [{"name": "From bank", "senderDomains": ["contosobank.com", "*.bank.example"], {|CL2013:"senderIPAddresses"|}: "198.51.100.7"}]}
        """).Only("CL2013").Says(Message);

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: false")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("efSkipLastIP: false")]
    [InlineData("efSkipLastIP: true, efTestMode: true")]
    [InlineData("enabled: true")]
    public void Other_settings_do_not_enforce_it(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: From bank, {{settings}}, senderDomains: [contosobank.com], {|CL2013:senderIPAddresses|}: [198.51.100.7]}
        """).IsAsMarked();

    [Theory]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("enabled: false")]
    [InlineData("restrictDomainsToIPAddresses: true")]
    [InlineData("restrictDomainsToIPAddresses: \"true\"")]
    [InlineData("efSkipLastIP: true")]
    [InlineData("efSkipLastIP: \"true\"")]
    [InlineData("efSkipIPs: [198.51.100.7]")]
    public void Silent_on_OnPremises_when_it_is_enforced_or_for_Enhanced_Filtering(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: From bank, {{settings}}, senderDomains: [contosobank.com], senderIPAddresses: [198.51.100.7]}
        """).IsClean();

    [Theory]
    [InlineData("senderDomains: [\"*\"], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [contosobank.com, \"*\"], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [contosobank.com, \"c..com\"], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: {a: b}, senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [contosobank.com], senderIPAddresses: [198.51.100.7, 300.0.0.1]")]
    [InlineData("senderDomains: [contosobank.com], senderIPAddresses: {a: b}")]
    [InlineData("senderDomains: [contosobank.com], senderIPAddresses: []")]
    [InlineData("senderDomains: [contosobank.com]")]
    public void Silent_for_all_senders_for_what_is_not_known_and_without_a_list(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: From bank, connectorType: Partner, {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2013");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class RestrictIpOnOnpremisesTests
{
    private const string Message = "'In': restrictDomainsToIPAddresses works only on Partner connectors, so this one does not keep other senders out";

    [Fact]
    public void The_flag_does_nothing_and_can_go() => Yaml("""
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses: [203.0.113.10]
            {|CL2012:restrictDomainsToIPAddresses: true|}
        """)
        .Says(Message)
        .WithSeverity(Severity.Warning)
        .Helps("Remove the flag. To keep others out, add a Partner connector with senderDomains [\"*\"], the same addresses and restrictDomainsToIPAddresses: true; the two coexist.")
        .IsAbout("inbound:In", "restrictDomainsToIPAddresses")
        .Offers("Remove restrictDomainsToIPAddresses", true, new FixIntent(FixKind.RemoveProperty, "inbound:In", "restrictDomainsToIPAddresses"));

    [Fact]
    public void In_JSON_and_without_addresses() => RuleTest.Json("""
        {"inboundConnectors": [{"name": "In", "connectorType": "onpremises", "senderDomains": ["*"], {|CL2012:"restrictDomainsToIPAddresses": true|} }]}
        """).Only("CL2012").Says(Message);

    [Theory]
    [InlineData("connectorType: OnPremises, restrictDomainsToIPAddresses: false")]
    [InlineData("connectorType: OnPremises, restrictDomainsToIPAddresses: \"true\"")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: sig.example")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: true")]
    [InlineData("restrictDomainsToIPAddresses: true")]
    [InlineData("connectorType: OnPrem, restrictDomainsToIPAddresses: true")]
    [InlineData("connectorType: OnPremises, restrictDomainsToIPAddresses: true, enabled: false")]
    public void Silent_on_Partner_for_what_add_ons_need_and_when_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2012");
}

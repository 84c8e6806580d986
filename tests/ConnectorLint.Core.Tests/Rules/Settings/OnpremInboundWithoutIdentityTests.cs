using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class OnpremInboundWithoutIdentityTests
{
    private const string Message = "'In': neither tlsSenderCertificateName nor senderIPAddresses is set, so no server can match it and what your servers send comes in as anybody's mail";

    [Fact]
    public void No_server_can_be_known() => Yaml("""
        inboundConnectors:
          - name: {|CL2014:In|}
            connectorType: OnPremises
            senderDomains: [contoso.com]
        """)
        .Says(Message)
        .WithSeverity(Severity.Error)
        .Helps("Set tlsSenderCertificateName (recommended) or senderIPAddresses to what your servers present.")
        .IsAbout("inbound:In", "tlsSenderCertificateName")
        .OffersNoFix();

    [Fact]
    public void In_JSON() => RuleTest.Json("""
        {"inboundConnectors": [{"connectorType": "OnPremises", "name": {|CL2014:"In"|}, "senderIPAddresses": [], "tlsSenderCertificateName": "", "trustedOrganizations": null}]}
        """).Only("CL2014").Says(Message);

    [Theory]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [300.0.0.1]")]
    [InlineData("connectorType: OnPremises, senderIPAddress: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises, tlsSenderCertificateName: contoso.com")]
    [InlineData("connectorType: OnPremises, tlsSenderCertificateName: [a.example]")]
    [InlineData("connectorType: OnPremises, trustedOrganizations: [fabrikam.onmicrosoft.com]")]
    [InlineData("connectorType: OnPremises, trustedOrganizations: {a: b}")]
    [InlineData("connectorType: Partner")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("requireTls: true")]
    [InlineData("connectorType: OnPremises, enabled: false")]
    public void Silent_with_an_identity_on_Partner_and_when_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"]}
        """).IsClean();

    [Fact]
    public void Silent_where_an_entry_only_says_what_to_change() => Yaml("""
        inboundConnectors:
          - {identity: In, connectorType: OnPremises, enabled: true}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2014");
}

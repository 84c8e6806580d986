using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class TrustedOrganizationsMixedTests
{
    [Theory]
    [InlineData("senderIPAddresses", "{|CL2015:senderIPAddresses|}: [203.0.113.10]")]
    [InlineData("tlsSenderCertificateName", "{|CL2015:tlsSenderCertificateName: mail.fabrikam.com|}")]
    [InlineData("restrictDomainsToIPAddresses", "{|CL2015:restrictDomainsToIPAddresses: true|}")]
    [InlineData("restrictDomainsToCertificate", "{|CL2015:restrictDomainsToCertificate: true|}")]
    public void The_other_settings_have_no_effect(string property, string setting) => Yaml($$"""
        inboundConnectors:
          - name: In
            senderDomains: ["*"]
            trustedOrganizations: [fabrikam.onmicrosoft.com]
            {{setting}}
        """)
        .Says($"'In': with trustedOrganizations no other parameters are used, so {property} has no effect on which mail this connector takes")
        .WithSeverity(Severity.Warning)
        .WithRelated("[fabrikam.onmicrosoft.com]")
        .WithNotes("the organizations are here")
        .Helps("Split it in two connectors: one with trustedOrganizations alone.")
        .IsAbout("inbound:In", property)
        .OffersNoFix();

    [Fact]
    public void Each_of_them_in_JSON() => RuleTest.Json("""
        {"inboundConnectors": [{
          "name": "In", "connectorType": "OnPremises", "trustedOrganizations": "fabrikam.onmicrosoft.com",
          {|CL2015:"senderIPAddresses"|}: ["203.0.113.10"], {|CL2015:"tlsSenderCertificateName": "mail.fabrikam.com"|},
          {|CL2015:"restrictDomainsToIPAddresses": true|}, {|CL2015:"restrictDomainsToCertificate": true|}
        }]}
        """).Only("CL2015").IsAsMarked();

    [Theory]
    [InlineData("trustedOrganizations: [fabrikam.onmicrosoft.com]")]
    [InlineData("trustedOrganizations: [fabrikam.onmicrosoft.com], requireTls: true, cloudServicesMailEnabled: true")]
    [InlineData("trustedOrganizations: [fabrikam.onmicrosoft.com], senderIPAddresses: [], tlsSenderCertificateName: \"\", restrictDomainsToIPAddresses: false, restrictDomainsToCertificate: false")]
    [InlineData("trustedOrganizations: [fabrikam.onmicrosoft.com], senderIPAddresses: {a: b}, tlsSenderCertificateName: [a.example], restrictDomainsToIPAddresses: \"true\", restrictDomainsToCertificate: \"true\"")]
    [InlineData("trustedOrganizations: [fabrikam.onmicrosoft.com], senderIPAddresses: [203.0.113.10, 300.0.0.1]")]
    [InlineData("trustedOrganizations: [fabrikam.onmicrosoft.com], tlsSenderCertificateName: \"*\"")]
    [InlineData("trustedOrganizations: [], senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: a.example, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true")]
    [InlineData("trustedOrganizations: {a: b}, senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: a.example, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true")]
    [InlineData("senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: a.example")]
    [InlineData("enabled: false, trustedOrganizations: [fabrikam.onmicrosoft.com], senderIPAddresses: [203.0.113.10], restrictDomainsToCertificate: true")]
    public void Silent_when_they_stand_alone_are_not_known_or_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2015");
}

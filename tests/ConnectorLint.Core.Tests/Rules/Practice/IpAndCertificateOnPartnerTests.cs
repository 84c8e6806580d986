using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class IpAndCertificateOnPartnerTests
{
    [Fact]
    public void It_restricts_to_both() => Yaml("""
        inboundConnectors:
          - name: {|CL4019:From bank|}
            connectorType: Partner
            senderDomains: [contosobank.com]
            requireTls: true
            restrictDomainsToIPAddresses: true
            senderIPAddresses: [198.51.100.7]
            restrictDomainsToCertificate: true
            tlsSenderCertificateName: contosobank.com
        """)
        .Says("'From bank': senderIPAddresses and tlsSenderCertificateName on one Partner connector; separate connectors are advised, and whether a message must meet both is not documented")
        .WithSeverity(Severity.Info)
        .Helps("Use two connectors, one for each; then either one admits.");

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToCertificate: true, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToCertificate: true, restrictDomainsToIPAddresses: maybe, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contosobank.com")]
    public void So_with_both_restrictions_or_one_and_both_values(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: {|CL4019:From bank|}, senderDomains: [contosobank.com], {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToCertificate: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("connectorType: Partner, requireTls: true, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: false, restrictDomainsToCertificate: maybe, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: maybe, restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: maybe, senderIPAddresses: [198.51.100.7]")]
    [InlineData("connectorType: Partner, restrictDomainsToCertificate: true, senderIPAddresses: {a: b}, tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partner, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: [contosobank.com]")]
    [InlineData("connectorType: OnPremises, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: contosobank.com")]
    [InlineData("connectorType: Partners, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true")]
    [InlineData("connectorType: Partner, enabled: false, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true")]
    [InlineData("connectorType: Partner, enabled: maybe, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true")]
    public void Silent_when_they_do_not_meet_or_it_is_not_an_active_Partner_connector(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: From bank, senderDomains: [contosobank.com], {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4019");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class ThirdPartyMxNotLockedDownTests
{
    private const string Behind = "acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}, {name: contoso.onmicrosoft.com}], services: [{name: Filter, role: inboundFilter, certificateNames: [\"*.filter.example\"]}]";

    [Fact]
    public void Nothing_refuses_mail_that_goes_past_the_service() => Yaml("""
        topology:
          acceptedDomains:
            - {name: contoso.com, mx: {|CL1018:"thirdParty:Acme Filter"|}}
            - {name: fabrikam.com, mx: "thirdParty:Acme Filter"}
            - {name: contoso.onmicrosoft.com}
          services:
            - {name: Acme Filter, role: inboundFilter, ips: [198.51.100.0/24]}
        inboundConnectors: []
        """)
        .Says("MX points at Acme Filter, but no inbound Partner connector with senderDomains \"*\" refuses mail from elsewhere, so senders can deliver straight to Exchange Online and past Acme Filter")
        .WithSeverity(Severity.Warning)
        .Helps("""
            Add to inboundConnectors:
            - {name: Only Acme Filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24], efSkipLastIP: true}
            """);

    [Fact]
    public void A_domain_that_was_accepted_for_an_add_ons_certificate_gets_no_mail() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: {|CL1018:thirdParty:Filter|}}, {name: k7.sig.example}]
          services: [{name: Filter, role: inboundFilter}, {name: Sig, role: addOn, certificateNames: [k7.sig.example]}]
        """).IsAsMarked();

    [Fact]
    public void A_certificate_is_preferred() => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: {|CL1018:thirdParty:Filter|} }]
          services: [{name: Filter, role: inboundFilter, certificateNames: ["*.filter.example"], ips: [198.51.100.0/24]}]
        """)
        .Helps("""
            Add to inboundConnectors:
            - {name: Only Filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: "*.filter.example", efSkipLastIP: true}
            """);

    [Theory]
    [InlineData("senderDomains: [\"*\"], requireTls: true, tlsSenderCertificateName: \"*.filter.example\"")]
    [InlineData("senderDomains: [fabrikam.com], restrictDomainsToCertificate: true, tlsSenderCertificateName: \"*.filter.example\"")]
    [InlineData("senderDomains: [\"*\"], enabled: false, restrictDomainsToCertificate: true, tlsSenderCertificateName: \"*.filter.example\"")]
    [InlineData("connectorType: OnPremises, senderDomains: [\"*\"], restrictDomainsToCertificate: true, tlsSenderCertificateName: \"*.filter.example\"")]
    public void Connectors_that_do_not_restrict_all_senders_do_not_lock_down(string settings) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: {|CL1018:thirdParty:Filter|} }]
          services: [{name: Filter, role: inboundFilter}]
        inboundConnectors:
          - {name: In, {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: \"*.filter.example\"")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24]")]
    [InlineData("restrictDomainsToCertificate: perhaps, tlsSenderCertificateName: \"*.filter.example\"")]
    [InlineData("restrictDomainToCertificate: true, tlsSenderCertificateName: \"*.filter.example\"")]
    public void Silent_when_one_does_or_may(string settings) => Yaml($$"""
        topology: { {{Behind}} }
        inboundConnectors:
          - {name: Only filter, connectorType: Partner, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("{name: Only filter, connectorType: Partners, senderDomains: [\"*\"]}")]
    [InlineData("{name: Only filter, senderDomain: [\"*\"], restrictDomainsToCertificate: true}")]
    [InlineData("{name: Only filter, enabled: maybe, senderDomains: [\"*\"], restrictDomainsToCertificate: true}")]
    [InlineData("text")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: { {{Behind}} }
        inboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("{name: contoso.com}")]
    [InlineData("{name: contoso.com, mx: exchangeOnline}")]
    [InlineData("{name: contoso.com, mx: onPremises}")]
    [InlineData("{name: contoso.com, mx: filter}")]
    [InlineData("{name: contoso.onmicrosoft.com, mx: thirdParty:Filter}")]
    [InlineData("{name: contoso.com, mx: thirdParty:Filter}, {name: fabrikam.com, mx: exchangeOnline}")]
    [InlineData("{name: contoso.com, mx: thirdParty:Filter}, {name: fabrikam.com}")]
    [InlineData("{name: contoso.com, mx: thirdParty:Filter}, text")]
    public void Silent_when_some_mail_comes_another_way_or_may(string domains) => Yaml($$"""
        topology:
          acceptedDomains: [{{domains}}]
          services: [{name: Filter, role: inboundFilter}]
        """).IsClean();

    [Fact]
    public void Without_a_connector_Enhanced_Filtering_is_not_missed_too() => RuleTest.Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: {|CL1018:thirdParty:Filter|}}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
        inboundConnectors: []
        """).Only("CL1018", "CL1019").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1018");
}

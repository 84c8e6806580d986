using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class SharedIdentityOnpremAndPartnerTests
{
    [Fact]
    public void A_partners_address_on_an_OnPremises_connector() => Yaml("""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, 198.51.100.7]}
          - {name: Bank, connectorType: Partner, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7, {|CL3003:198.51.100.1/24|}]}
        """)
        .Says("'Bank': senderIPAddresses '198.51.100.1/24' is also on OnPremises connector 'In', which is tried first; the partner restrictions do not apply to it and the source may relay")
        .WithSeverity(Severity.Warning)
        .WithRelated("In")
        .WithNotes("the OnPremises connector")
        .IsAbout("inbound:Bank", "senderIPAddresses", "198.51.100.0/24")
        .Helps("Take the partner's address or certificate off the OnPremises connector.");

    [Theory]
    [InlineData("mail.contosobank.com", "Mail.contosobank.com")]
    [InlineData("mail.contosobank.com", "\"*.contosobank.com\"")]
    [InlineData("\"*.contosobank.com\"", "mail.contosobank.com")]
    public void A_partners_certificate_on_an_OnPremises_connector(string name, string onPremises) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {{onPremises}} }
          - {name: Bank, senderDomains: [contosobank.com], restrictDomainsToCertificate: true, tlsSenderCertificateName: {|CL3003:{{name}}|} }
        """)
        .Says($"'Bank': tlsSenderCertificateName '{name.Trim('"')}' is also on OnPremises connector 'In', which is tried first; the partner restrictions do not apply to it and the source may relay");

    [Fact]
    public void Both_at_once() => Yaml("""
        inboundConnectors:
          - {name: Bank, senderDomains: [contosobank.com], tlsSenderCertificateName: {|CL3003:mail.contosobank.com|}, senderIPAddresses: [{|CL3003:198.51.100.7|}, {|CL3003:198.51.100.8|}]}
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contosobank.com, senderIPAddresses: [198.51.100.0/24]}
        """).IsAsMarked();

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: true, senderDomains: [\"*\"]")]
    [InlineData("restrictDomainsToCertificate: true, senderDomains: [contosobank.com, \"*\"]")]
    [InlineData("restrictDomainsToIPAddresses: maybe, senderDomains: [\"*\"]")]
    [InlineData("restrictDomainsToCertificate: maybe, senderDomains: [\"*\"]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderDomains: {a: b}")]
    [InlineData("restrictDomainsToIPAddresses: true, senderDomains: [\"**\"]")]
    public void A_lock_down_beside_it_is_what_the_vendor_recommends(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: mail.contoso.com}
          - {name: Nobody else, connectorType: Partner, {{settings}}, senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: mail.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("senderDomains: [\"*\"]")]
    [InlineData("senderDomains: [\"*\"], restrictDomainsToIPAddresses: false")]
    [InlineData("senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true")]
    [InlineData("senderDomains: [contosobank.com], restrictDomainsToIPAddresses: maybe")]
    [InlineData("senderDomains: {a: b}")]
    public void Other_partner_connectors_are_none(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {name: P, connectorType: Partner, {{settings}}, senderIPAddresses: [{|CL3003:203.0.113.10|}]}
        """).IsAsMarked();

    [Theory]
    [InlineData("enabled: false", "enabled: true")]
    [InlineData("enabled: maybe", "enabled: true")]
    [InlineData("connectorType: OnPremises", "enabled: true")]
    [InlineData("connectorType: Partners", "enabled: true")]
    [InlineData("enabled: true", "enabled: false")]
    [InlineData("enabled: true", "enabled: maybe")]
    public void Silent_when_one_is_not_active_or_their_types_are_the_same(string partner, string onPremises) => Yaml($$"""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: mail.contoso.com, {{onPremises}}}
          - {name: P, {{partner}}, senderDomains: [contosobank.com], senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: mail.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner", "senderIPAddresses: [203.0.113.10]")]
    [InlineData("enabled: true", "senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: Mine", "senderIPAddresses: [203.0.113.10]")]
    [InlineData("connectorType: OnPremises", "senderIPAddresses: [203.0.113.11], tlsSenderCertificateName: other.contoso.com")]
    [InlineData("connectorType: OnPremises", "senderIPAddresses: [203.0.113.300], tlsSenderCertificateName: \"mail..contoso.com\"")]
    public void Silent_when_nothing_is_shared_or_both_are_Partner(string type, string identity) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{type}}, senderDomains: ["*"], {{identity}}}
          - {name: P, senderDomains: [contosobank.com], senderIPAddresses: [203.0.113.10, 203.0.113.300], tlsSenderCertificateName: mail.contoso.com}
          - {name: Q, senderDomains: [fabrikam.com], tlsSenderCertificateName: "mail..contoso.com"}
          - {name: R, senderDomains: [tailspintoys.com]}
          - {name: Everything, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [0.0.0.0]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3003");
}

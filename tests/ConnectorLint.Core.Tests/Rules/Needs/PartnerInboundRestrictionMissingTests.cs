using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class PartnerInboundRestrictionMissingTests
{
    [Fact]
    public void Nothing_demands_TLS() => Yaml("""
        topology:
          partners:
            - name: Bank
              domains: [contosobank.com, bank.example]
              {|CL1007:inbound|}: {requireTls: true}
        inboundConnectors:
          - name: Bank's mail
            connectorType: Partner
            senderDomains: ["*.contosobank.com"]
            requireTls: true
        """)
        .Says("partner 'Bank': mail from bank.example is accepted without TLS, because no inbound Partner connector sets requireTls for it")
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to inboundConnectors:
            - {name: From Bank, connectorType: Partner, senderDomains: [contosobank.com, bank.example], requireTls: true}
            """);

    [Fact]
    public void The_connector_that_takes_the_mail_is_named() => Yaml("""
        topology:
          partners:
            - {name: Bank, domains: [contosobank.com], {|CL1007:inbound|}: {certificateName: "*.contosobank.com"}}
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
        """)
        .Says("partner 'Bank': mail from contosobank.com is accepted without the certificate *.contosobank.com, because 'From bank' does not set restrictDomainsToCertificate")
        .Helps("Set restrictDomainsToCertificate on 'From bank' to what the topology names.")
        .WithRelated("From bank");

    [Fact]
    public void A_wider_list_of_addresses_is_no_restriction_to_the_partners() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1007:inbound|}: {ips: [192.0.2.0/25]}}]
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/24]}
        """)
        .Says("partner 'Bank': mail from contosobank.com is accepted without one of the partner's addresses, because 'From bank' takes other addresses too (senderIPAddresses)")
        .Helps("Set senderIPAddresses on 'From bank' to what the topology names.");

    [Fact]
    public void Another_certificate_than_the_partners_is_no_restriction_to_it() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1007:inbound|}: {certificateName: contosobank.com}}]
        inboundConnectors:
          - {name: From bank, senderDomains: [contosobank.com], restrictDomainsToCertificate: true, tlsSenderCertificateName: other.example}
        """)
        .Says("partner 'Bank': mail from contosobank.com is accepted without the certificate contosobank.com, because 'From bank' takes another certificate (tlsSenderCertificateName)");

    [Fact]
    public void Plain_text_that_is_let_in_is_said_so() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1007:inbound|}: {requireTls: true}}]
        inboundConnectors:
          - {name: From bank, senderDomains: [contosobank.com], requireTls: false}
        """)
        .Says("partner 'Bank': mail from contosobank.com is accepted without TLS, because 'From bank' sets requireTls to false")
        .Helps("Set requireTls on 'From bank' to what the topology names.");

    [Theory]
    [InlineData("requireTls: true", "senderDomains: [contosobank.com], requireTls: false")]
    [InlineData("requireTls: true", "connectorType: OnPremises, senderDomains: [contosobank.com], requireTls: true")]
    [InlineData("requireTls: true", "senderDomains: [www.contosobank.com], requireTls: true")]
    [InlineData("requireTls: true", "senderDomains: [\"*\"], requireTls: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("certificateName: mail.contosobank.com", "senderDomains: [contosobank.com], tlsSenderCertificateName: mail.contosobank.com")]
    [InlineData("certificateName: mail.contosobank.com", "senderDomains: [contosobank.com], restrictDomainsToCertificate: true, tlsSenderCertificateName: mail.other.example")]
    [InlineData("ips: [192.0.2.0/25]", "senderDomains: [contosobank.com], senderIPAddresses: [192.0.2.0/25]")]
    public void The_wish_is_not_met(string wish, string settings) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1007:inbound|}: {{{wish}}} }]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
        inboundConnectors:
          - {name: In, {{settings}}}
        """).IsAsMarked();

    [Theory]
    [InlineData("requireTls: true", "senderDomains: [contosobank.com]")]
    [InlineData("requireTls: true", "senderDomains: [\"*\"], requireTls: true")]
    [InlineData("requireTls: true", "senderDomains: [\"*\"], requireTls: true, senderIPAddresses: [192.0.2.0/25]")]
    [InlineData("certificateName: mail.contosobank.com", "senderDomains: [contosobank.com], restrictDomainsToCertificate: true, tlsSenderCertificateName: \"*.contosobank.com\"")]
    [InlineData("ips: [192.0.2.0/25]", "senderDomains: [\"*.contosobank.com\"], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/26, 192.0.2.64/26]")]
    [InlineData("requireTls: false", "senderDomains: [other.example]")]
    public void Silent_when_the_wish_is_met_or_none(string wish, string settings) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], inbound: {{{wish}}} }]
        inboundConnectors:
          - {name: In, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("{name: In, connectorType: Partners, senderDomains: [contosobank.com]}")]
    [InlineData("{name: In, senderDomain: [contosobank.com]}")]
    [InlineData("{name: In, senderDomains: [\"contosobank..com\"]}")]
    [InlineData("{name: In, senderDomains: [contosobank.com], requireTls: maybe, restrictDomainsToIPAddresses: perhaps, senderIPAddresses: [192.0.2.1]}")]
    [InlineData("{name: In, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.900]}")]
    [InlineData("text")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true, ips: [192.0.2.1]} }]
        inboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("{name: Bank}")]
    [InlineData("{name: Bank, domains: [contosobank.com]}")]
    [InlineData("{name: Bank, inbound: {requireTls: true}}")]
    [InlineData("{name: Bank, domains: [\"contosobank..com\"], inbound: {requireTls: true}}")]
    [InlineData("{name: Bank, domains: [contosobank.com], inbound: {requireTls: really}}")]
    [InlineData("{name: Bank, domains: [contosobank.com], inbound: {certificateName: not a name}}")]
    [InlineData("{name: Bank, domains: [contosobank.com], inbound: {ips: [not an address]}}")]
    [InlineData("{name: Bank, domains: [contosobank.com], outbound: {requireTls: true}}")]
    public void Silent_when_no_wish_or_no_domain_is_declared_or_could_be_read(string partner) => Yaml($$"""
        topology:
          partners: [{{partner}}]
        inboundConnectors: []
        """).IsClean();

    [Fact]
    public void Silent_when_every_MX_is_elsewhere_because_the_restriction_belongs_in_front() => Yaml("""
        topology:
          acceptedDomains:
            - {name: contoso.com, mx: onPremises}
            - {name: fabrikam.com, mx: "thirdParty:Filter"}
            - {name: contoso.onmicrosoft.com, mx: exchangeOnline}
          services: [{name: Filter, role: inboundFilter}]
          partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]
        """).IsClean();

    [Theory]
    [InlineData("{name: contoso.com, mx: onPremises}, {name: fabrikam.com}")]
    [InlineData("{name: contoso.com, mx: onPremises}, {name: fabrikam.com, mx: exchangeOnline}")]
    [InlineData("{name: contoso.onmicrosoft.com, mx: onPremises}")]
    public void Not_silent_when_some_mail_comes_straight_to_Exchange_Online_or_may(string domains) => Yaml($$"""
        topology:
          acceptedDomains: [{{domains}}]
          partners: [{name: Bank, domains: [contosobank.com], {|CL1007:inbound|}: {requireTls: true} }]
        """).IsAsMarked();

    [Fact]
    public void That_a_connector_goes_the_wrong_way_is_said_instead() => RuleTest.Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]
        outboundConnectors:
          - {name: {|CL1010:Bank|}, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
        """).Only("CL1007", "CL1010").IsAsMarked();

    [Fact]
    public void Part_of_the_partners_addresses_is_refused() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], {|CL1007:inbound|}: {ips: [192.0.2.0/25, 198.51.100.7]} }]
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/25]}
        """)
        .Says("partner 'Bank': mail from contosobank.com that comes from 198.51.100.7 is refused, because senderIPAddresses of 'In' does not hold all of the partner's addresses")
        .WithSeverity(Severity.Warning)
        .WithRelated("In")
        .Helps("Add 198.51.100.7 to senderIPAddresses of 'In', or take it from the partner's ips.");

    [Fact]
    public void Several_connectors_may_share_the_partners_addresses() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], inbound: {ips: [192.0.2.0/25, 198.51.100.7]} }]
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/25]}
          - {name: In too, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1007");
}

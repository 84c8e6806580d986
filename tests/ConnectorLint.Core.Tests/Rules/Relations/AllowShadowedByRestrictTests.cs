using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class AllowShadowedByRestrictTests
{
    [Fact]
    public void A_lock_down_overrules_a_connector_by_sender_domain() => Yaml("""
        inboundConnectors:
          - {name: Only filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24]}
          - {name: Let bank in, connectorType: Partner, senderDomains: [{|CL3004:contosobank.com|}], requireTls: true}
        """)
        .Says("'Let bank in': senderDomains 'contosobank.com' is also covered by 'Only filter', which restricts and takes precedence; mail from there is refused unless it meets restrictDomainsToIPAddresses")
        .WithSeverity(Severity.Error)
        .WithRelated("Only filter")
        .WithNotes("the restricting connector")
        .IsAbout("inbound:Let bank in", "senderDomains", "contosobank.com")
        .Helps("Give this connector addresses or a certificate of its own with the restriction, or narrow the other.");

    [Theory]
    [InlineData("restrictDomainsToCertificate: true", "restrictDomainsToCertificate")]
    [InlineData("restrictDomainsToIPAddresses: true", "restrictDomainsToIPAddresses")]
    [InlineData("restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true", "restrictDomainsToIPAddresses and restrictDomainsToCertificate")]
    [InlineData("restrictDomainsToIPAddresses: false, restrictDomainsToCertificate: true", "restrictDomainsToCertificate")]
    public void The_restriction_is_named(string restriction, string named) => Yaml($$"""
        inboundConnectors:
          - {name: Only, senderDomains: [contosobank.com], {{restriction}}, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: mail.contosobank.com}
          - {name: Bank, senderDomains: [{|CL3004:contosobank.com|}]}
        """).Says($"'Bank': senderDomains 'contosobank.com' is also covered by 'Only', which restricts and takes precedence; mail from there is refused unless it meets {named}");

    [Theory]
    [InlineData("contosobank.com", "ContosoBank.com")]
    [InlineData("eu.contosobank.com", "\"*.contosobank.com\"")]
    [InlineData("contosobank.com", "\"*.contosobank.com\"")]
    [InlineData("\"*.contosobank.com\"", "\"*.contosobank.com\"")]
    [InlineData("\"*.eu.contosobank.com\"", "\"*.contosobank.com\"")]
    [InlineData("\"*.contosobank.com\"", "\"*\"")]
    [InlineData("\"*\"", "\"*\"")]
    public void What_covers_a_sender_domain(string domain, string restricting) => Yaml($$"""
        inboundConnectors:
          - {name: Bank, senderDomains: [{|CL3004:{{domain}}|}]}
          - {name: Only, senderDomains: [{{restricting}}], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
        """).IsAsMarked();

    [Theory]
    [InlineData("\"*.contosobank.com\"", "contosobank.com")]
    [InlineData("\"*.contosobank.com\"", "\"*.eu.contosobank.com\"")]
    [InlineData("\"*\"", "\"*.contosobank.com\"")]
    [InlineData("contosobank.com", "eu.contosobank.com")]
    [InlineData("contosobank.com", "\"*.eu.contosobank.com\"")]
    [InlineData("contosobank.com", "fabrikam.com")]
    [InlineData("\"contosobank..com\"", "\"*\"")]
    [InlineData("contosobank.com", "\"contosobank..com\"")]
    public void What_does_not(string domain, string restricting) => Yaml($$"""
        inboundConnectors:
          - {name: Bank, senderDomains: [{{domain}}]}
          - {name: Only, senderDomains: [{{restricting}}], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
        """).IsClean();

    [Fact]
    public void A_wildcard_is_compared_with_each_that_lists_its_domain() => Yaml("""
        inboundConnectors:
          - {name: Bank, senderDomains: [{|CL3004:"*.bank.co.uk"|}]}
          - {name: Narrow, senderDomains: [bank.co.uk], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
          - {name: Wide, senderDomains: [bank.co.uk, "*.co.uk"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.8]}
        """).WithRelated("Wide");

    [Theory]
    [InlineData("senderIPAddresses: [192.0.2.7]")]
    [InlineData("senderIPAddresses: {a: b}")]
    [InlineData("tlsSenderCertificateName: mail.contosobank.com")]
    [InlineData("tlsSenderCertificateName: [a, b]")]
    [InlineData("trustedOrganizations: [contosobank.onmicrosoft.com]")]
    [InlineData("associatedAcceptedDomains: [contoso.com]")]
    [InlineData("restrictDomainsToCertificate: true")]
    [InlineData("restrictDomainsToIPAddresses: true")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: Partners")]
    [InlineData("enabled: false")]
    [InlineData("enabled: maybe")]
    public void Silent_when_it_is_not_known_by_sender_domain_only(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: Only, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
          - {name: Bank, senderDomains: [contosobank.com], {{settings}}}
        """).IsClean();

    [Fact]
    public void Silent_when_the_sender_domains_are_not_known() => Yaml("""
        inboundConnectors:
          - {name: Only, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
          - {name: Bank, senderDomains: {a: b}}
          - {name: None}
        """).IsClean();

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: false")]
    [InlineData("restrictDomainsToIPAddresses: maybe")]
    [InlineData("restrictDomainsToIPAddresses: true, enabled: false")]
    [InlineData("restrictDomainsToIPAddresses: true, enabled: maybe")]
    [InlineData("restrictDomainsToIPAddresses: true, connectorType: OnPremises")]
    [InlineData("restrictDomainsToIPAddresses: true, associatedAcceptedDomains: [contoso.com]")]
    [InlineData("restrictDomainsToIPAddresses: true, associatedAcceptedDomains: {a: b}")]
    public void Silent_when_the_other_does_not_restrict_all_the_mail(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: Other, senderDomains: ["*", contosobank.com], {{settings}}, senderIPAddresses: [198.51.100.7]}
          - {name: Bank, senderDomains: [contosobank.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3004");
}

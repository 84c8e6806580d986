using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class RestrictionWithoutValueTests
{
    [Fact]
    public void No_addresses_to_restrict_to() => Yaml("""
        inboundConnectors:
          - name: From bank
            connectorType: Partner
            senderDomains: [contosobank.com, bank.example]
            {|CL2010:restrictDomainsToIPAddresses: true|}
        """)
        .Says("'From bank': restrictDomainsToIPAddresses is true but senderIPAddresses is empty, so all mail from contosobank.com and bank.example is refused")
        .WithSeverity(Severity.Error)
        .Helps("Set senderIPAddresses, or remove restrictDomainsToIPAddresses.")
        .IsAbout("inbound:From bank", "restrictDomainsToIPAddresses")
        .OffersNoFix();

    [Theory]
    [InlineData("connectorType: Partner")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("enabled: true")]
    public void No_certificate_to_restrict_to_on_any_type(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: [contosobank.com], {|CL2010:restrictDomainsToCertificate: true|} }
        """)
        .Says("'In': restrictDomainsToCertificate is true but tlsSenderCertificateName is empty, so all mail from contosobank.com is refused")
        .WithSeverity(Severity.Error)
        .Helps("Set tlsSenderCertificateName, or remove restrictDomainsToCertificate.")
        .IsAbout("inbound:In", "restrictDomainsToCertificate")
        .OffersNoFix();

    [Theory]
    [InlineData("senderDomains: [contosobank.com, \"*\"]", "everybody")]
    [InlineData("senderDomains: [a.example, b.example, c.example, d.example]", "a.example, b.example and 2 more")]
    [InlineData("senderDomains: {a: b}", "its senders")]
    [InlineData("comment: none", "its senders")]
    public void The_message_says_whose_mail_is_refused(string settings, string senders) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, {|CL2010:restrictDomainsToIPAddresses: true|} }
        """).Says($"'In': restrictDomainsToIPAddresses is true but senderIPAddresses is empty, so all mail from {senders} is refused");

    [Fact]
    public void Both_in_JSON() => RuleTest.Json("""
        {"inboundConnectors": [{
          "name": "In", "senderDomains": ["contosobank.com"], "senderIPAddresses": [], "tlsSenderCertificateName": "",
          {|CL2010:"restrictDomainsToIPAddresses": true|}, {|CL2010:"restrictDomainsToCertificate": true|}
        }]}
        """).Only("CL2010").IsAsMarked();

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [300.0.0.1]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: {a: b}")]
    [InlineData("restrictDomainsToIPAddresses: false")]
    [InlineData("restrictDomainsToIPAddresses: \"true\"")]
    [InlineData("connectorType: OnPremises, restrictDomainsToIPAddresses: true")]
    [InlineData("connectorType: OnPrem, restrictDomainsToIPAddresses: true")]
    [InlineData("restrictDomainsToIPAddresses: true, enabled: false")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: contosobank.com")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: \"*\"")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: [a.example]")]
    [InlineData("restrictDomainsToCertificate: false")]
    [InlineData("restrictDomainsToCertificate: \"true\"")]
    [InlineData("restrictDomainsToCertificate: true, enabled: false")]
    [InlineData("requireTls: true")]
    public void Silent_when_there_may_be_a_value_no_restriction_or_it_is_off(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderDomains: [contosobank.com], {{settings}} }
        """).IsClean();

    [Fact]
    public void Silent_where_an_entry_only_says_what_to_change() => Yaml("""
        inboundConnectors:
          - {identity: In, connectorType: Partner, enabled: true, restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2010");
}

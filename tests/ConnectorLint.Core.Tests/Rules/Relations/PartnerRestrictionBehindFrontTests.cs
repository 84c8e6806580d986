using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class PartnerRestrictionBehindFrontTests
{
    private const string Filter = "acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}], services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24], certificateNames: [mx.filter.example]}]";

    [Fact]
    public void A_partners_addresses_behind_a_filter() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com, bank.example], {|CL3020:restrictDomainsToIPAddresses: true|}, senderIPAddresses: [192.0.2.7, 192.0.2.9]}
        """)
        .Says("'From bank': mail from contosobank.com and bank.example arrives through Filter, never from 192.0.2.7 and 192.0.2.9; restrictDomainsToIPAddresses refuses all of it")
        .WithSeverity(Severity.Error)
        .WithRelated("\"thirdParty:Filter\"")
        .WithNotes("MX points there")
        .IsAbout("inbound:From bank", "restrictDomainsToIPAddresses")
        .Helps("Enforce the restriction at the system in front, or remove the connector.");

    [Fact]
    public void A_partners_certificate_behind_your_own_servers() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: onPremises}]
          onPremises: {certificateNames: [mail.contoso.com]}
        inboundConnectors:
          - {name: From bank, senderDomains: [contosobank.com], {|CL3020:restrictDomainsToCertificate: true|}, tlsSenderCertificateName: mail.contosobank.com}
        """)
        .Says("'From bank': mail from contosobank.com arrives through your own servers, never from mail.contosobank.com; restrictDomainsToCertificate refuses all of it")
        .WithRelated("onPremises")
        .IsAbout("inbound:From bank", "restrictDomainsToCertificate");

    [Fact]
    public void Several_systems_in_front() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: onPremises}, {name: fabrikam.com, mx: "thirdParty:filter"}, {name: contoso.org, mx: "thirdParty:Filter"}, {name: contoso.onmicrosoft.com}]
          onPremises: {publicIPs: [203.0.113.10]}
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
        inboundConnectors:
          - {name: From bank, senderDomains: [contosobank.com], {|CL3020:restrictDomainsToIPAddresses: true|}, senderIPAddresses: [192.0.2.7]}
          - {name: One, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7, 203.0.113.10]}
          - {name: Other, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.128/25]}
        """)
        .Says("'From bank': mail from contosobank.com arrives through your own servers, never from 192.0.2.7; restrictDomainsToIPAddresses refuses all of it");

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7, 198.51.0.0/16]")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: mx.filter.example")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: \"*.filter.example\"")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], restrictDomainsToCertificate: true, tlsSenderCertificateName: mx.filter.example")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], restrictDomainsToCertificate: true, tlsSenderCertificateName: mail.bank.example")]
    public void Silent_when_what_is_in_front_is_let_in(string settings) => Yaml($$"""
        topology: {{{Filter}}}
        inboundConnectors:
          - {name: From bank, senderDomains: [bank.example], {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("{|CL3020:restrictDomainsToIPAddresses: true|}, senderIPAddresses: [192.0.2.7], tlsSenderCertificateName: mx.filter.example")]
    [InlineData("{|CL3020:restrictDomainsToCertificate: true|}, senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: mail.bank.example")]
    [InlineData("{|CL3020:restrictDomainsToIPAddresses: true|}, senderIPAddresses: [192.0.2.7], restrictDomainsToCertificate: true, tlsSenderCertificateName: mail.bank.example")]
    [InlineData("{|CL3020:restrictDomainsToIPAddresses: true|}, senderIPAddresses: [192.0.2.7], restrictDomainsToCertificate: true")]
    [InlineData("restrictDomainsToIPAddresses: true, {|CL3020:restrictDomainsToCertificate: true|}, tlsSenderCertificateName: mail.bank.example")]
    public void Only_what_is_restricted_counts(string settings) => Yaml($$"""
        topology: {{{Filter}}}
        inboundConnectors:
          - {name: From bank, senderDomains: [bank.example], {{settings}}}
        """).IsAsMarked();

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [\"*\"]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example, \"*\"]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [\"bank..example\"]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: {a: b}")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7, 198.51.100.300], senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: {a: b}, senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: \"mail..example\", senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: [a, b], senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToCertificate: true, senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToIPAddresses: false, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToIPAddresses: maybe, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example]")]
    [InlineData("requireTls: true, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example], connectorType: OnPremises")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example], enabled: false")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example], enabled: maybe")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example], associatedAcceptedDomains: [contoso.com]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], senderDomains: [bank.example], associatedAcceptedDomains: {a: b}")]
    public void Silent_for_a_lock_down_and_what_restricts_nothing_or_may_not(string settings) => Yaml($$"""
        topology: {{{Filter}}}
        inboundConnectors:
          - {name: From bank, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}, {name: fabrikam.com, mx: exchangeOnline}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}, {name: fabrikam.com}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}, {name: fabrikam.com, mx: somewhere}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}, {name: fabrikam.com, mx: \"thirdParty:Other\"}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}, {name: fabrikam.com, mx: onPremises}]")]
    [InlineData("acceptedDomains: [{name: contoso.onmicrosoft.com, mx: \"thirdParty:Filter\"}]")]
    [InlineData("acceptedDomains: []")]
    [InlineData("mailboxes: cloud")]
    public void Silent_when_some_mail_comes_straight_or_what_is_in_front_is_not_declared(string domains) => Yaml($$"""
        topology: {{{domains}}, services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]}
        inboundConnectors:
          - {name: From bank, senderDomains: [bank.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7]}
        """).IsClean();

    [Theory]
    [InlineData("smartHosts: [mx.filter.example]")]
    [InlineData("ips: []")]
    [InlineData("ips: [198.51.100.300]")]
    [InlineData("ips: {a: b}")]
    [InlineData("certificateNames: [mx.filter.example]")]
    public void Silent_when_the_addresses_of_what_is_in_front_are_not_declared(string identity) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}, {name: fabrikam.com, mx: "thirdParty:Known"}]
          services: [{name: Filter, role: inboundFilter, {{identity}}}, {name: Known, role: inboundFilter, ips: [203.0.113.0/24]}]
        inboundConnectors:
          - {name: From bank, senderDomains: [bank.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7]}
        """).IsClean();

    [Theory]
    [InlineData("ips: [198.51.100.0/24]", "partners: []", true)]
    [InlineData("certificateNames: []", "partners: []", true)]
    [InlineData("certificateNames: [\"mx..filter.example\"]", "partners: []", true)]
    [InlineData("certificateNames: {a: b}", "partners: []", true)]
    [InlineData("ips: [198.51.100.0/24]", "devices: [{name: App, certificateName: mail.bank.example}]", true)]
    [InlineData("ips: [198.51.100.0/24]", "partners: [{name: Bank, domains: [bank.example], inbound: {certificateName: mail.bank.example}}]", false)]
    public void A_certificate_is_judged_where_that_of_what_is_in_front_is_declared_or_it_is_a_partners(string identity, string more, bool isSilent) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}]
          services: [{name: Filter, role: inboundFilter, {{identity}}}]
          {{more}}
        inboundConnectors:
          - {name: From bank, senderDomains: [bank.example], {{(isSilent ? "restrictDomainsToCertificate: true" : "{|CL3020:restrictDomainsToCertificate: true|}")}}, tlsSenderCertificateName: mail.bank.example}
        """).IsAsMarked();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors:
          - {name: From bank, senderDomains: [bank.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3020");
}

using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class UndeclaredSourceTests
{
    [Fact]
    public void An_address_that_nothing_declared_has() => Yaml("""
        topology:
          mailboxes: both
          onPremises: {publicIPs: [203.0.113.10]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, {|CL1025:198.51.100.99|}, {|CL1025:198.51.100.0/28|}]}
        """)
        .Says("'In': senderIPAddresses '198.51.100.99' belongs to nothing that is declared; whoever sends from there can send as you")
        .WithSeverity(Severity.Warning)
        .WithRelated()
        .IsAbout("inbound:In", "senderIPAddresses", "198.51.100.99")
        .Helps("Declare the source (your servers, a device, a service, a partner), or remove the value.");

    [Fact]
    public void A_certificate_that_nothing_declared_has() => Yaml("""
        topology: {onPremises: {certificateNames: [mail.contoso.com]}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1025:Mail.fabrikam.com|}, senderIPAddresses: [198.51.100.99]}
        """)
        .Says("'In': tlsSenderCertificateName 'Mail.fabrikam.com' belongs to nothing that is declared; whoever presents it can send as you")
        .IsAbout("inbound:In", "tlsSenderCertificateName", "Mail.fabrikam.com");

    [Fact]
    public void Both_where_both_are_declared() => Yaml("""
        topology: {onPremises: {certificateNames: [mail.contoso.com], publicIPs: [203.0.113.10]}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1025:mail.fabrikam.com|}, senderIPAddresses: [{|CL1025:198.51.100.99|}]}
        """).IsAsMarked();

    [Theory]
    [InlineData("senderIPAddresses: [203.0.113.10]")]
    [InlineData("senderIPAddresses: [203.0.113.0/24]")]
    [InlineData("senderIPAddresses: [198.51.100.1, 198.51.100.2, 198.51.100.3]")]
    [InlineData("senderIPAddresses: [10.0.0.1, 192.168.0.0/24]")]
    [InlineData("senderIPAddresses: [198.51.100.300]")]
    [InlineData("senderIPAddresses: {a: b}")]
    [InlineData("tlsSenderCertificateName: mail.contoso.com")]
    [InlineData("tlsSenderCertificateName: \"*.contoso.com\"")]
    [InlineData("tlsSenderCertificateName: k7.sig.example")]
    [InlineData("tlsSenderCertificateName: app.contoso.org")]
    [InlineData("tlsSenderCertificateName: mail.bank.example")]
    [InlineData("tlsSenderCertificateName: \"mail..fabrikam.com\"")]
    [InlineData("tlsSenderCertificateName: [a, b]")]
    public void Silent_when_the_source_is_declared_or_not_known(string identity) => Yaml($$"""
        topology:
          onPremises: {publicIPs: [203.0.113.10], certificateNames: [mail.contoso.com]}
          services: [{name: Sig, role: addOn, ips: [198.51.100.1], certificateNames: [k7.sig.example]}]
          devices: [{name: Printer, method: smtpRelay, ip: 198.51.100.2}, {name: App, method: smtpRelay, certificateName: app.contoso.org}]
          partners: [{name: Bank, domains: [bank.example], inbound: {ips: [198.51.100.3], certificateName: mail.bank.example} }]
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {{identity}}}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner")]
    [InlineData("connectorType: Mine")]
    [InlineData("enabled: true")]
    [InlineData("connectorType: OnPremises, enabled: false")]
    [InlineData("connectorType: OnPremises, enabled: maybe")]
    public void Silent_for_a_partners_connector_and_one_that_is_off(string settings) => Yaml($$"""
        topology: {onPremises: {publicIPs: [203.0.113.10], certificateNames: [mail.contoso.com]} }
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"], senderIPAddresses: [198.51.100.99], tlsSenderCertificateName: mail.fabrikam.com}
        """).IsClean();

    [Theory]
    [InlineData("onPremises: {server: exchange2010OrLater}")]
    [InlineData("onPremises: {publicIPs: [], certificateNames: []}")]
    [InlineData("onPremises: {publicIPs: {a: b}, certificateNames: {a: b}}")]
    [InlineData("onPremises: {publicIPs: [203.0.113.300], certificateNames: [\"mail..contoso.com\"]}")]
    [InlineData("mailboxes: both")]
    [InlineData("services: [{name: S, role: addOn, ips: [192.0.2.1], certificateNames: [s.example]}]")]
    [InlineData("onPremises: {publicIPs: [203.0.113.10], certificateNames: [mail.contoso.com]}, devices: text")]
    public void Silent_when_the_servers_identities_are_not_declared_or_not_known(string topology) => Yaml($$"""
        topology: {{{topology}}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.99], tlsSenderCertificateName: mail.fabrikam.com}
        """).IsClean();

    [Theory]
    [InlineData("services: [{name: S, role: addOn, ips: [192.0.2.300]}]", "ips")]
    [InlineData("services: [{name: S, role: addOn, ips: {a: b}}]", "ips")]
    [InlineData("devices: [{name: D, method: smtpRelay, ip: 192.0.2.300}]", "ips")]
    [InlineData("partners: [{name: P, domains: [p.example], inbound: {ips: [192.0.2.300]}}]", "ips")]
    [InlineData("services: [{name: S, role: addOn, certificateNames: [\"s..example\"]}]", "names")]
    [InlineData("services: [{name: S, role: addOn, certificateNames: {a: b}}]", "names")]
    [InlineData("devices: [{name: D, method: smtpRelay, certificateName: \"d..example\"}]", "names")]
    [InlineData("partners: [{name: P, domains: [p.example], inbound: {certificateName: \"p..example\"}}]", "names")]
    public void Silent_when_it_may_be_an_identity_that_could_not_be_read(string declared, string unknown) => Yaml($$"""
        topology: {onPremises: {publicIPs: [203.0.113.10], certificateNames: [mail.contoso.com]}, {{declared}}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [{{(unknown == "ips" ? "198.51.100.99" : "{|CL1025:198.51.100.99|}")}}], tlsSenderCertificateName: {{(unknown == "names" ? "mail.fabrikam.com" : "{|CL1025:mail.fabrikam.com|}")}} }
        """).IsAsMarked();

    [Fact]
    public void Without_servers_of_your_own_every_source_must_be_declared() => Yaml("""
        topology: {mailboxes: cloud, onPremises: {server: none}, devices: [{name: Printer, method: smtpRelay, ip: 203.0.113.9}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.9, {|CL1025:198.51.100.99|}], tlsSenderCertificateName: {|CL1025:mail.fabrikam.com|} }
        """).IsAsMarked();

    [Fact]
    public void That_nothing_needs_the_connector_is_said_instead() => RuleTest.Yaml("""
        topology: {mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: {|CL1005:In|}, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.99], tlsSenderCertificateName: mail.fabrikam.com}
        """).Only("CL1025", "CL1005").IsAsMarked();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.99], tlsSenderCertificateName: mail.fabrikam.com}
        """).IsClean();

    [Fact]
    public void A_lock_down_admits_somebody_else() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
        inboundConnectors:
          - {name: Only filter, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24, {|CL1025:192.0.2.7|}, 192.0.2.300, 10.0.0.1], tlsSenderCertificateName: mail.fabrikam.com}
        """)
        .Says("'Only filter': senderIPAddresses '192.0.2.7' belongs to nothing that is declared; whoever sends from there delivers past Filter")
        .WithSeverity(Severity.Warning)
        .WithRelated("Filter")
        .WithNotes("what stands in front")
        .IsAbout("inbound:Only filter", "senderIPAddresses", "192.0.2.7");

    [Fact]
    public void Your_own_servers_stand_in_front() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.org, mx: "thirdParty:Nobody"}, {name: contoso.com, mx: onPremises}]
          onPremises: {publicIPs: [203.0.113.10]}
        inboundConnectors:
          - {name: Only us, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.10, {|CL1025:192.0.2.7|}]}
        """)
        .Says("'Only us': senderIPAddresses '192.0.2.7' belongs to nothing that is declared; whoever sends from there delivers past your own servers")
        .WithRelated("publicIPs");

    [Theory]
    [InlineData("onPremises: {publicIPs: [203.0.113.10]}, acceptedDomains: [{name: contoso.com}]")]
    [InlineData("onPremises: {publicIPs: [203.0.113.10]}, acceptedDomains: [{name: contoso.onmicrosoft.com, mx: onPremises}]")]
    [InlineData("onPremises: {publicIPs: []}, acceptedDomains: [{name: contoso.com, mx: onPremises}]")]
    [InlineData("onPremises: {server: nonMicrosoft}, acceptedDomains: [{name: contoso.com, mx: onPremises}]")]
    public void Silent_when_your_own_servers_do_not_or_their_addresses_are_not_declared(string topology) => Yaml($$"""
        topology: {{{topology}}}
        inboundConnectors:
          - {name: Only us, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7]}
        """).IsClean();

    [Theory]
    [InlineData("services: [{name: Filter, role: inboundFilter}]", "restrictDomainsToIPAddresses: true")]
    [InlineData("services: [{name: Filter, role: inboundFilter, ips: []}]", "restrictDomainsToIPAddresses: true")]
    [InlineData("services: [{name: Other, role: inboundFilter, ips: [198.51.100.0/24]}]", "restrictDomainsToIPAddresses: true")]
    [InlineData("services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}], partners: [{name: P, domains: [p.example], inbound: {ips: [192.0.2.0/24]}}]", "restrictDomainsToIPAddresses: true")]
    [InlineData("services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24, 192.0.2.300]}]", "restrictDomainsToIPAddresses: true")]
    [InlineData("services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]", "restrictDomainsToIPAddresses: false")]
    public void Silent_when_the_lock_down_is_none_or_what_is_in_front_is_not_known(string services, string restriction) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], {{services}}}
        inboundConnectors:
          - {name: Only filter, senderDomains: ["*"], {{restriction}}, senderIPAddresses: [192.0.2.7]}
          - {name: Second, senderDomains: ["*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: mx.filter.example}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1025");
}

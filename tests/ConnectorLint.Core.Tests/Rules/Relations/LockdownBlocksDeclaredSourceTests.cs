using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class LockdownBlocksDeclaredSourceTests
{
    private const string OnlyFilter = "{name: Only filter, connectorType: Partner, senderDomains: [\"*\"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24]}";
    private const string Marked = "{name: Only filter, connectorType: Partner, senderDomains: [\"*\"], {|CL3013:restrictDomainsToIPAddresses: true|}, senderIPAddresses: [198.51.100.0/24]}";

    [Fact]
    public void A_filter_that_sends_from_elsewhere_too() => Yaml($$"""
        topology:
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24, 192.0.2.0/24]}]
        inboundConnectors:
          - {{Marked}}
        """)
        .Says("'Only filter': senderDomains \"*\" with restrictDomainsToIPAddresses refuses all mail from service 'Filter' (192.0.2.0/24 is in no senderIPAddresses; 550 5.7.51)")
        .WithSeverity(Severity.Error)
        .WithRelated("Filter")
        .WithNotes("the source is declared here")
        .IsAbout("inbound:Only filter", "senderDomains", "topology/services/Filter")
        .Helps("Add the source's addresses or certificate to the restriction, or give it a restricted Partner connector of its own; where a domain's MX is Exchange Online, drop the lock-down.");

    [Fact]
    public void A_filter_with_another_certificate() => Yaml("""
        topology: {services: [{name: Filter, role: inboundNonFiltering, certificateNames: [mx.filter.example, mx2.filter.example]}]}
        inboundConnectors:
          - {name: Only, senderDomains: ["*"], {|CL3013:restrictDomainsToCertificate: true|}, tlsSenderCertificateName: mail.filter.example}
        """)
        .Says("'Only': senderDomains \"*\" with restrictDomainsToCertificate refuses all mail from service 'Filter' (no tlsSenderCertificateName takes its certificate mx.filter.example; 550 5.7.51)");

    [Fact]
    public void Your_own_servers() => Yaml($$"""
        topology:
          onPremises: {publicIPs: [203.0.113.10]}
        inboundConnectors:
          - {{Marked}}
        """)
        .Says("'Only filter': senderDomains \"*\" with restrictDomainsToIPAddresses refuses all mail from your own servers (203.0.113.10 is in no senderIPAddresses; 550 5.7.51)")
        .WithRelated("onPremises")
        .IsAbout("inbound:Only filter", "senderDomains", "onPremises");

    [Theory]
    [InlineData("ip: 203.0.113.9", "203.0.113.9 is in no senderIPAddresses")]
    [InlineData("certificateName: app.contoso.com", "no tlsSenderCertificateName takes its certificate app.contoso.com")]
    [InlineData("certificateName: app.contoso.com, ip: 203.0.113.9", "203.0.113.9 is in no senderIPAddresses")]
    public void A_device_by_direct_send(string identity, string missing) => Yaml($$"""
        topology: {devices: [{name: Printer, method: directSend, {{identity}}}]}
        inboundConnectors:
          - {{Marked}}
        """)
        .Says($"'Only filter': senderDomains \"*\" with restrictDomainsToIPAddresses refuses all mail from device 'Printer' ({missing}; 550 5.7.51)")
        .WithRelated("Printer")
        .IsAbout("inbound:Only filter", "senderDomains", "topology/devices/Printer");

    [Fact]
    public void A_domain_with_its_MX_at_Exchange_Online() => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}, {name: fabrikam.com, mx: "thirdParty:Filter"}, {name: contoso.onmicrosoft.com, mx: exchangeOnline}, {name: contoso.org}]
        inboundConnectors:
          - {{Marked}}
        """)
        .Says("'Only filter': senderDomains \"*\" with restrictDomainsToIPAddresses refuses all mail from the internet for contoso.com, whose MX is Exchange Online (550 5.7.51)")
        .WithRelated("exchangeOnline")
        .WithNotes("the MX is declared here")
        .IsAbout("inbound:Only filter", "senderDomains", "topology/acceptedDomains/contoso.com");

    [Fact]
    public void All_of_them_at_once_at_the_first_lock_down() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
          onPremises: {certificateNames: [mail.contoso.com]}
          services: [{name: Filter, role: inboundFilter, ips: [192.0.2.0/24]}, {name: Sig, role: addOn, ips: [192.0.2.0/24]}, {name: Gate, role: outboundGateway, ips: [192.0.2.0/24]}, {name: Odd, ips: [192.0.2.0/24]}]
          devices: [{name: Printer, method: directSend, ip: 203.0.113.9}, {name: Scanner, method: smtpRelay, ip: 203.0.113.9}, {name: Fax, ip: 203.0.113.9}]
        inboundConnectors:
          - {name: One, senderDomains: ["*"], {|CL3013,CL3013,CL3013,CL3013:restrictDomainsToIPAddresses: true|}, senderIPAddresses: [198.51.100.0/25]}
          - {name: Two, senderDomains: ["*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: mx.filter.example}
        """).IsAsMarked();

    [Theory]
    [InlineData("ips: [198.51.100.0/24]")]
    [InlineData("ips: [198.51.100.7, 198.51.100.128/25]")]
    [InlineData("ips: [192.0.2.0/25, 192.0.2.128/25]")]
    [InlineData("ips: [192.0.2.0/24, 198.51.100.0/24]")]
    [InlineData("certificateNames: [mx.filter.example]")]
    [InlineData("certificateNames: [other.example, mx.filter.example], ips: [203.0.113.1]")]
    [InlineData("certificateNames: [other.example], ips: [198.51.100.7]")]
    [InlineData("certificateNames: [relay.contoso.com]")]
    [InlineData("ips: [203.0.113.10]")]
    [InlineData("ips: []")]
    [InlineData("smartHosts: [mx.filter.example]")]
    [InlineData("ips: [192.0.2.300, 203.0.113.1]")]
    [InlineData("ips: text")]
    [InlineData("ips: {a: b}")]
    [InlineData("certificateNames: [\"other..example\"]")]
    [InlineData("certificateNames: {a: b}")]
    [InlineData("ips: [203.0.113.1], certificateNames: [\"other..example\"]")]
    [InlineData("ips: {a: b}, certificateNames: [other.example]")]
    public void Silent_when_the_service_is_let_in_or_may_be(string identity) => Yaml($$"""
        topology: {services: [{name: Filter, role: inboundFilter, {{identity}}}]}
        inboundConnectors:
          - {{OnlyFilter}}
          - {name: Second, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/25, 192.0.2.128/25]}
          - {name: By name, senderDomains: ["*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: mx.filter.example}
          - {name: Own, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: relay.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("restrictDomainsToIPAddresses: true", true)]
    [InlineData("restrictDomainsToCertificate: true, tlsSenderCertificateName: other.filter.example", false)]
    [InlineData("restrictDomainsToCertificate: true, restrictDomainsToIPAddresses: true, tlsSenderCertificateName: other.filter.example", true)]
    [InlineData("restrictDomainsToIPAddresses: true, connectorType: Partner", true)]
    [InlineData("restrictDomainsToIPAddresses: false", false)]
    [InlineData("requireTls: true", false)]
    [InlineData("enabled: false, restrictDomainsToIPAddresses: true", false)]
    public void A_services_own_restricted_connector_lets_it_in(string settings, bool isSilent)
    {
        var lockDown = isSilent ? OnlyFilter : Marked;
        Yaml($$"""
            topology: {services: [{name: Filter, role: inboundFilter, ips: [192.0.2.0/24]}]}
            inboundConnectors:
              - {{lockDown}}
              - {name: Second, senderDomains: [partner.example], {{settings}}, senderIPAddresses: [192.0.2.0/25, 192.0.2.128/25]}
            """).IsAsMarked();
    }

    [Theory]
    [InlineData("mx.filter.example", true)]
    [InlineData("\"*.filter.example\"", true)]
    [InlineData("mx.other.example", false)]
    public void A_services_own_restricted_connector_lets_in_its_certificate(string name, bool isSilent) => Yaml($$"""
        topology: {services: [{name: Filter, role: inboundFilter, certificateNames: [mx.filter.example]}]}
        inboundConnectors:
          - {{(isSilent ? OnlyFilter : Marked)}}
          - {name: Second, senderDomains: [partner.example], restrictDomainsToCertificate: true, tlsSenderCertificateName: {{name}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("ips: [198.51.100.0/24], certificateNames: [mx.filter.example]", null)]
    [InlineData("ips: [198.51.100.0/24], certificateNames: [other.example, mx.filter.example]", null)]
    [InlineData("ips: [198.51.100.7, 203.0.113.7], certificateNames: [mx.filter.example]", null)]
    [InlineData("ips: [203.0.113.7], certificateNames: [mx.other.example]", null)]
    [InlineData("certificateNames: [mx.filter.example]", null)]
    [InlineData("ips: [198.51.100.0/24]", null)]
    [InlineData("ips: [192.0.2.0/24]", "192.0.2.0/24 is in no senderIPAddresses")]
    [InlineData("ips: [192.0.2.0/24], certificateNames: [mx.filter.example]", "192.0.2.0/24 is in no senderIPAddresses")]
    [InlineData("ips: [198.51.100.7, 192.0.2.7], certificateNames: [mx.filter.example]", "192.0.2.7 is in no senderIPAddresses")]
    [InlineData("ips: [198.51.100.0/24], certificateNames: [mx.other.example]", "no tlsSenderCertificateName takes its certificate mx.other.example")]
    [InlineData("ips: [192.0.2.0/24], certificateNames: [mx.other.example]", "192.0.2.0/24 is in no senderIPAddresses")]
    [InlineData("certificateNames: [mx.other.example]", "no tlsSenderCertificateName takes its certificate mx.other.example")]
    public void A_lock_down_with_both_restrictions_asks_for_both(string identity, string? missing)
    {
        var test = Yaml($$"""
            topology: {services: [{name: Filter, role: inboundFilter, {{identity}}}]}
            inboundConnectors:
              - {name: Both, senderDomains: ["*"], {{(missing is null ? "restrictDomainsToIPAddresses: true" : "{|CL3013:restrictDomainsToIPAddresses: true|}")}}, senderIPAddresses: [198.51.100.0/24], restrictDomainsToCertificate: true, tlsSenderCertificateName: mx.filter.example}
              - {name: One, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.0/24]}
            """).IsAsMarked();
        if (missing is not null)
            test.Says($"'Both': senderDomains \"*\" with restrictDomainsToIPAddresses refuses all mail from service 'Filter' ({missing}; 550 5.7.51)");
    }

    [Fact]
    public void Addresses_may_be_let_in_by_several_connectors_together() => Yaml($$"""
        topology: {services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0-198.51.101.127]}]}
        inboundConnectors:
          - {{OnlyFilter}}
          - {name: Own, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.101.0/26]}
          - {name: Second, senderDomains: [partner.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.101.64/26]}
        """).IsClean();

    [Fact]
    public void A_certificate_that_could_not_be_read_lets_nobody_in() => Assert.Empty(RuleTest.Yaml("""
        topology: {services: [{name: Filter, role: inboundFilter, certificateNames: [mx.filter.example]}]}
        inboundConnectors:
          - {name: Only, senderDomains: ["*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: "mx..filter.example"}
        """).Only("CL3013").Findings);

    [Theory]
    [InlineData("ip: 198.51.100.7")]
    [InlineData("ip: 203.0.113.10")]
    [InlineData("certificateName: relay.contoso.com")]
    [InlineData("ip: 203.0.113.300")]
    [InlineData("certificateName: \"app..contoso.com\"")]
    [InlineData("ip: 203.0.113.9, certificateName: [a, b]")]
    [InlineData("ip: [a, b], certificateName: app.contoso.com")]
    [InlineData("recipients: internal")]
    public void Silent_when_a_device_is_let_in_or_may_be(string identity) => Yaml($$"""
        topology: {devices: [{name: Printer, method: directSend, {{identity}}}]}
        inboundConnectors:
          - {{OnlyFilter}}
          - {name: Own, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], tlsSenderCertificateName: relay.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("enabled: false, restrictDomainsToIPAddresses: true, senderDomains: [\"*\"]")]
    [InlineData("restrictDomainsToIPAddresses: false, senderDomains: [\"*\"]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderDomains: [partner.example]")]
    [InlineData("connectorType: OnPremises, restrictDomainsToIPAddresses: true, senderDomains: [\"*\"]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderDomains: [\"*\"], associatedAcceptedDomains: [contoso.com]")]
    [InlineData("restrictDomainsToIPAddresses: true, senderDomains: [\"*\"], associatedAcceptedDomains: {a: b}")]
    public void Silent_when_nothing_is_locked_down(string settings) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, mx: exchangeOnline}], services: [{name: Filter, role: inboundFilter, ips: [192.0.2.0/24]}]}
        inboundConnectors:
          - {name: In, {{settings}}, senderIPAddresses: [198.51.100.0/24]}
        """).IsClean();

    [Theory]
    [InlineData("{name: X, connectorType: Mine, senderDomains: [x.example]}")]
    [InlineData("{name: X, senderDomains: [x.example], senderIPAddresses: [192.0.2.300]}")]
    [InlineData("{name: X, enabled: maybe, senderDomains: [x.example]}")]
    [InlineData("text")]
    public void Silent_when_not_all_of_the_inbound_connectors_is_known(string connector) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, mx: exchangeOnline}], services: [{name: Filter, role: inboundFilter, ips: [192.0.2.0/24]}]}
        inboundConnectors:
          - {{OnlyFilter}}
          - {{connector}}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("inboundConnectors: [" + OnlyFilter + "]").IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3013");
}

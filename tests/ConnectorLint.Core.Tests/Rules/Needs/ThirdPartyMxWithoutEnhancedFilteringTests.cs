using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class ThirdPartyMxWithoutEnhancedFilteringTests
{
    [Fact]
    public void Filtering_sees_the_filter_instead_of_the_sender() => Yaml("""
        topology:
          acceptedDomains:
            - {name: contoso.com, mx: "thirdParty:Acme Filter"}
          services:
            - {name: Acme Filter, role: inboundFilter, ips: [198.51.100.0/24]}
        inboundConnectors:
          - name: {|CL1019:Only filter|}
            connectorType: Partner
            senderDomains: ["*"]
            restrictDomainsToIPAddresses: true
            senderIPAddresses: [198.51.100.0/24]
        """)
        .Says("'Only filter': mail arrives through Acme Filter, but neither efSkipLastIP nor efSkipIPs is set, so filtering sees Acme Filter and not the true sender")
        .WithSeverity(Severity.Warning)
        .WithRelated("Acme Filter")
        .Helps("Set efSkipLastIP: true if the service is the only hop in front, else list the hops in efSkipIPs.");

    [Fact]
    public void For_a_service_that_does_not_filter_it_is_required() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: thirdParty:Archive}]
          services: [{name: Archive, role: inboundNonFiltering, certificateNames: [archive.example], bypassSpamFilter: true}]
        inboundConnectors:
          - {name: {|CL1019:In|}, senderDomains: ["*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: "*.archive.example"}
        """)
        .Says("'In': mail arrives through Archive, but neither efSkipLastIP nor efSkipIPs is set, so filtering sees Archive and not the true sender (required for a service that does not filter)");

    [Theory]
    [InlineData("senderDomains: [\"*\"], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [\"*\"], tlsSenderCertificateName: mx.filter.example")]
    [InlineData("senderDomains: [\"*\"], senderIPAddresses: [198.51.100.7], efSkipLastIP: true, efTestMode: true")]
    [InlineData("senderDomains: [\"*\"], senderIPAddresses: [198.51.100.7], efSkipLastIP: false, efSkipIPs: []")]
    [InlineData("senderDomains: [\"*\"], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.1]")]
    public void By_address_by_certificate_or_as_the_only_lock_down(string settings) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}, {name: fabrikam.com, mx: exchangeOnline}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24], certificateNames: ["*.filter.example"]}]
        inboundConnectors:
          - {name: {|CL1019:In|}, {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("efSkipLastIP: true")]
    [InlineData("efSkipIPs: [198.51.100.7]")]
    [InlineData("efSkipLastIP: maybe")]
    [InlineData("efSkipLast: true")]
    [InlineData("efSkipLastIP: true, efTestMode: maybe")]
    [InlineData("enabled: false")]
    public void Silent_when_it_is_on_or_may_be(string settings) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
        inboundConnectors:
          - {name: In, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("role: inboundFilter, bypassSpamFilter: true", "")]
    [InlineData("role: inboundFilter, bypassSpamFilter: maybe", "")]
    [InlineData("role: inboundFilter", ", ipAllowList: [198.51.100.7]")]
    [InlineData("role: inboundFilter", ", transportRules: [{name: Bypass, setScl: -1}]")]
    [InlineData("role: inboundFilter", ", transportRules: [{name: Bypass, setScl: -1, senderIpRanges: [198.51.100.128/25]}]")]
    [InlineData("role: inboundFilter", ", transportRules: [{name: Bypass, setScl: -1, senderIpRanges: [192.0.2.1]}]")]
    public void Silent_when_a_filters_mail_skips_the_spam_filter(string service, string facts) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}], services: [{name: Filter, ips: [198.51.100.0/24], {{service}} }]{{facts}} }
        inboundConnectors:
          - {name: In, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24, 192.0.2.1]}
        """).IsClean();

    [Theory]
    [InlineData("setScl: -1, enabled: false")]
    [InlineData("setScl: 0")]
    [InlineData("setScl: -1, senderIpRanges: [192.0.2.77]")]
    [InlineData("setScl: -1, recipientDomainIs: [contoso.com]")]
    [InlineData("setScl: -1, from: [ann@contoso.com]")]
    public void A_rule_that_is_off_or_for_other_mail_skips_nothing(string rule) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]
          transportRules: [{name: Bypass, {{rule}} }]
        inboundConnectors:
          - {name: {|CL1019:In|}, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24]}
        """).IsAsMarked();

    [Theory]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: exchangeOnline}], services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]")]
    [InlineData("acceptedDomains: [{name: contoso.com}], services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}], services: [{name: Filter, ips: [198.51.100.0/24]}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}], services: [{name: Filter, role: addOn, ips: [198.51.100.0/24]}]")]
    [InlineData("acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}], services: [{name: Filter, role: filter, ips: [198.51.100.0/24]}]")]
    public void Silent_when_no_MX_is_at_a_service_of_such_a_role(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24]}
        """).IsClean();

    [Fact]
    public void A_lock_down_that_knows_none_of_two_services_is_named_once() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: thirdParty:One}, {name: fabrikam.com, mx: thirdParty:Two}]
          services: [{name: One, role: inboundFilter}, {name: Two, role: inboundFilter}]
        inboundConnectors:
          - {name: {|CL1019:Only filters|}, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/24]}
        """).IsAsMarked();

    [Fact]
    public void The_lock_down_of_another_service_is_not_for_this_one() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}]
          services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}, {name: Other, role: inboundFilter, ips: [192.0.2.0/24]}]
        inboundConnectors:
          - {name: Only other, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/24]}
        """).IsClean();

    [Theory]
    [InlineData("", true)]
    [InlineData("centralizedMailTransport: true, ", false)]
    [InlineData("centralizedMailTransport: maybe, ", false)]
    public void A_service_that_hands_to_your_servers_first_needs_it_on_their_connector(string fact, bool fires)
    {
        var name = fires ? "{|CL1019:In|}" : "In";
        Yaml($$"""
            topology:
              { {{fact}}onPremises: {publicIPs: [203.0.113.10]}, acceptedDomains: [{name: contoso.com, mx: thirdParty:Filter}], services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]}
            inboundConnectors:
              - {name: {{name}}, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, 198.51.100.7]}
            """).IsAsMarked();
    }

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1019");
}

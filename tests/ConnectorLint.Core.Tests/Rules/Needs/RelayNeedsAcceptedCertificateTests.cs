using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class RelayNeedsAcceptedCertificateTests
{
    private const string Relays = "onPremises: {server: nonMicrosoft, relaysToInternet: true, relaysForeignSenders: true}";

    [Fact]
    public void An_address_is_not_enough() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          onPremises:
            server: nonMicrosoft
            relaysToInternet: true
            relaysForeignSenders: true
        inboundConnectors:
          - name: {|CL1023:In|}
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses: [203.0.113.10]
        """)
        .Says("'In': has no tlsSenderCertificateName with an accepted domain, so mail that your servers relay for senders who are not yours is refused (550 5.7.64)")
        .WithSeverity(Severity.Error)
        .WithRelated("true")
        .Helps(RuleList.Find("CL1023")!.Help);

    [Fact]
    public void A_certificate_of_another_domain_is_not_enough() => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], {{Relays}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1023:mail.isp.example|} }
        """)
        .Says("'In': tlsSenderCertificateName 'mail.isp.example' is no accepted domain, so mail that your servers relay for senders who are not yours is refused (550 5.7.64)")
        .WithSeverity(Severity.Error)
        .Helps("Add mail.isp.example as an accepted domain, or use a certificate whose name is one.");

    [Fact]
    public void Below_an_accepted_domain_it_is_not_sure() => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], {{Relays}} }
        inboundConnectors:
          - {name: Far, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.isp.example}
          - {name: Near, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1023:mail.contoso.com|} }
        """)
        .Says("'Near': tlsSenderCertificateName 'mail.contoso.com' only lies below an accepted domain, and the documentation does not agree whether that is enough for mail whose sender is not yours (else 550 5.7.64)")
        .WithSeverity(Severity.Warning);

    [Fact]
    public void An_add_ons_certificate_is_not_your_servers() => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}, {name: k7.sig.example}], services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}], {{Relays}} }
        inboundConnectors:
          - {name: {|CL1023:In|}, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example}
        """).IsAsMarked();

    [Theory]
    [InlineData("[{name: contoso.com}]", "tlsSenderCertificateName: contoso.com")]
    [InlineData("[{name: contoso.com}]", "tlsSenderCertificateName: \"*.contoso.com\"")]
    [InlineData("[{name: contoso.com, type: InternalRelay, matchSubDomains: true}]", "tlsSenderCertificateName: mail.contoso.com")]
    [InlineData("[{name: contoso.com}, {name: mail.isp.example}]", "tlsSenderCertificateName: mail.isp.example")]
    public void Silent_when_the_name_is_an_accepted_domain(string domains, string settings) => Yaml($$"""
        topology: {acceptedDomains: {{domains}}, {{Relays}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("acceptedDomains: [{name: contoso.com}]")]
    [InlineData(Relays)]
    [InlineData("acceptedDomains: [{name: contoso.com}, text], " + Relays)]
    [InlineData("acceptedDomains: [{name: contoso.com}], onPremises: {relaysToInternet: true}")]
    [InlineData("acceptedDomains: [{name: contoso.com}], onPremises: {relaysForeignSenders: false}")]
    [InlineData("acceptedDomains: [{name: contoso.com}], onPremises: {relaysForeignSenders: maybe}")]
    [InlineData("acceptedDomains: [{name: contoso.com}], onPremises: {relaysToInternet: false, relaysForeignSenders: true}")]
    [InlineData("acceptedDomains: [{name: contoso.com}], onPremises: {relaysToInternet: maybe, relaysForeignSenders: true}")]
    public void Silent_when_relay_or_the_accepted_domains_are_not_declared_or_not_known(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """).IsClean();

    [Theory]
    [InlineData("{name: In, connectorType: OnPremises, tlsSenderCertificateName: not a name}")]
    [InlineData("{name: In, connectorType: OnPremises, tlsSenderCertificatName: contoso.com}")]
    [InlineData("{name: In, connectorType: OnPrem, tlsSenderCertificateName: contoso.com}")]
    [InlineData("text")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], {{Relays}} }
        inboundConnectors:
          - {name: Other, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {{connector}}
        """).IsClean();

    [Fact]
    public void That_there_is_no_connector_at_all_is_said_instead() => RuleTest.Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          onPremises: {server: nonMicrosoft, relaysToInternet: {|CL1001:true|}, relaysForeignSenders: true}
        inboundConnectors: []
        """).Only("CL1001", "CL1023").IsAsMarked();

    [Fact]
    public void Only_an_active_OnPremises_connector_is_the_one_to_mend() => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], {{Relays}} }
        inboundConnectors:
          - {name: {|CL1023:In|}, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {name: Off, enabled: false, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
          - {name: Partner, connectorType: Partner, senderDomains: [fabrikam.com], tlsSenderCertificateName: mail.contoso.com}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1023");
}

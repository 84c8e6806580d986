using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class CertificateEndsDifferTests
{
    private const string In = "{name: In, connectorType: OnPremises, senderDomains: [\"*\"], tlsSenderCertificateName: mail.contoso.com}";
    private const string Marked = "{name: In, connectorType: OnPremises, senderDomains: [\"*\"], tlsSenderCertificateName: {|CL3017:mail.contoso.com|} }";

    [Fact]
    public void A_renewed_certificate_with_another_name() => Yaml($$"""
        topology:
          onPremises:
            sendConnectors:
              - {name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}
        inboundConnectors:
          - {{Marked}}
        """)
        .Says("'In': tlsSenderCertificateName 'mail.contoso.com' is not what Send connector 'To cloud' presents ('mail2026.contoso.com'); its mail is not attributed to this tenant: to outside recipients 550 5.7.64, to your own it counts as internet mail")
        .WithSeverity(Severity.Error)
        .WithRelated("mail2026.contoso.com")
        .WithNotes("the Send connector presents this")
        .IsAbout("inbound:In", "tlsSenderCertificateName", "To cloud")
        .Helps("Set tlsSenderCertificateName to what the Send connector presents, or change tlsCertificateName there.");

    [Fact]
    public void Each_Send_connector_to_Microsoft_365_is_looked_at() => Yaml("""
        topology:
          onPremises:
            sendConnectors:
              - {name: One, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: a.contoso.com}
              - {name: Same, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail.contoso.com}
              - {name: Internet, smartHosts: [out.gate.example], tlsCertificateName: b.contoso.com}
              - {name: Two, addressSpaces: ["SMTP:contoso.mail.onmicrosoft.com;1"], tlsCertificateName: "<I>CN=CA, O=DigiCert<S>CN=c.contoso.com, O=Contoso"}
              - {name: Unknown, smartHosts: [contoso-com.mail.protection.outlook.com]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL3017,CL3017:mail.contoso.com|} }
        """)
        .Says("'In': tlsSenderCertificateName 'mail.contoso.com' is not what Send connector 'Two' presents ('c.contoso.com'); its mail is not attributed to this tenant: to outside recipients 550 5.7.64, to your own it counts as internet mail")
        .WithRelated("\"<I>CN=CA, O=DigiCert<S>CN=c.contoso.com, O=Contoso\"");

    [Theory]
    [InlineData("mail.contoso.com")]
    [InlineData("\"*.contoso.com\"")]
    [InlineData("MAIL.contoso.com")]
    public void Silent_when_a_connector_takes_it(string presented) => Yaml($$"""
        topology: {onPremises: {sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: {{presented}} }]} }
        inboundConnectors:
          - {name: Other, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: old.contoso.com}
          - {{In}}
        """).IsClean();

    [Theory]
    [InlineData("tlsSenderCertificateName: mail2026.contoso.com, connectorType: Partner")]
    [InlineData("tlsSenderCertificateName: mail2026.contoso.com, connectorType: OnPremises, enabled: false")]
    public void A_partners_or_one_that_is_off_does_not(string settings) => Yaml($$"""
        topology: {onPremises: {sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}]} }
        inboundConnectors:
          - {name: Other, senderDomains: ["*"], {{settings}}}
          - {{Marked}}
        """).IsAsMarked();

    [Theory]
    [InlineData("publicIPs: [203.0.113.10]", true)]
    [InlineData("publicIPs: [192.0.2.1, 203.0.113.0/28]", true)]
    [InlineData("publicIPs: [192.0.2.1]", false)]
    [InlineData("publicIPs: []", false)]
    [InlineData("publicIPs: [192.0.2.300]", true)]
    [InlineData("publicIPs: {a: b}", true)]
    [InlineData("server: exchange2010OrLater", true)]
    public void Silent_when_the_servers_are_known_by_their_addresses_or_may_be(string fact, bool isSilent) => Yaml($$"""
        topology: {onPremises: {{{fact}}, sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}]} }
        inboundConnectors:
          - {name: By address, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {{(isSilent ? In : Marked)}}
        """).IsAsMarked();

    [Fact]
    public void None_has_a_certificate() => Yaml("""
        topology: {onPremises: {publicIPs: [192.0.2.1], sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}]}}
        inboundConnectors:
          - {name: {|CL3017:By address|}, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {name: By another, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.11]}
        """)
        .Says("'By address': no tlsSenderCertificateName takes what Send connector 'To cloud' presents ('mail2026.contoso.com'); its mail is not attributed to this tenant: to outside recipients 550 5.7.64, to your own it counts as internet mail");

    [Theory]
    [InlineData("tlsSenderCertificateName: k7.sig.example")]
    [InlineData("senderIPAddresses: [203.0.113.9]")]
    public void Silent_when_those_there_are_for_declared_services_and_devices(string identity) => Yaml($$"""
        topology:
          onPremises: {publicIPs: [192.0.2.1], sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}]}
          services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]
          devices: [{name: Printer, method: smtpRelay, ip: 203.0.113.9}]
        inboundConnectors:
          - {name: Other, connectorType: OnPremises, senderDomains: ["*"], {{identity}}}
          - {name: Partner, connectorType: Partner, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
          - {name: "Off", connectorType: OnPremises, enabled: false, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData("{name: X, connectorType: Mine, senderDomains: [\"*\"]}")]
    [InlineData("{name: X, connectorType: OnPremises, senderDomains: [\"*\"], tlsSenderCertificateName: \"mail..contoso.com\"}")]
    [InlineData("{name: X, connectorType: OnPremises, senderDomains: [\"*\"], enabled: maybe, tlsSenderCertificateName: mail2026.contoso.com}")]
    [InlineData("text")]
    public void Silent_when_not_all_of_the_inbound_connectors_is_known(string connector) => Yaml($$"""
        topology: {onPremises: {sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}]} }
        inboundConnectors:
          - {{In}}
          - {{connector}}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology_or_connectors()
    {
        Yaml("inboundConnectors: [" + In + "]").IsClean();
        Yaml("topology: {onPremises: {sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail2026.contoso.com}]}}").IsClean();
    }

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3017");
}

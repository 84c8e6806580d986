using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class CertificateDomainNotAcceptedTests
{
    // 48 and 49 characters.
    private const string Long = "k7.abcdefghijklmnopqrstuvwxyz.smtp.signature.com";
    private const string TooLong = "k77.abcdefghijklmnopqrstuvwxyz.smtp.signature.com";

    [Fact]
    public void It_is_no_accepted_domain() => Yaml("""
        topology:
          acceptedDomains:
            - name: contoso.com
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: {|CL4002:mail.hoster.example|}
        """)
        .Says("'In': tlsSenderCertificateName 'mail.hoster.example' is not an accepted domain, so the tenant may not be recognised by the certificate, and what your servers relay may be refused (550 5.7.64)")
        .WithSeverity(Severity.Warning)
        .Helps("Use a certificate whose name is an accepted domain, or add the certificate's domain to the accepted domains.");

    [Theory]
    [InlineData("OnPremises, connectorSource: HybridWizard")]
    [InlineData("OnPremises, enabled: true, senderIPAddresses: [203.0.113.10]")]
    public void So_on_any_OnPremises_connector(string settings) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, connectorType: {{settings}}, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002:mail.hoster.example|} }
        """).WithSeverity(Severity.Warning);

    [Fact]
    public void An_add_ons_page_demands_that_it_is() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com}], services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]}
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002:k7.sig.example|}}
        """)
        .Says("'From Sig': tlsSenderCertificateName 'k7.sig.example' is not an accepted domain, which the add-on's page demands; what the service hands back for outside recipients is refused (550 5.7.64)")
        .WithSeverity(Severity.Error)
        .Helps("Use a certificate whose name is an accepted domain, or add the certificate's domain to the accepted domains.");

    [Theory]
    [InlineData("services: [{name: S, role: addon2, certificateNames: [k7.sig.example]}]")]
    [InlineData("services: [{name: S, certificateNames: [k7.sig.example]}]")]
    [InlineData("services: [{name: S, role: addOn, certificateNames: [k8.sig.example]}]")]
    [InlineData("services: [{name: S, role: outboundGateway, certificateNames: [k7.sig.example]}]")]
    [InlineData("onPremises: {certificateNames: [k7.sig.example]}")]
    public void Only_a_warning_when_it_is_not_certainly_an_add_ons(string topology) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002:k7.sig.example|} }
        """).WithSeverity(Severity.Warning);

    [Fact]
    public void An_add_on_may_share_the_name_with_others() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          onPremises: {certificateNames: [k7.sig.example]}
          services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002:k7.sig.example|}}
        """).WithSeverity(Severity.Error);

    [Fact]
    public void Below_an_accepted_domain_it_is_not_sure() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002:mail.contoso.com|}}
        """)
        .Says("'In': tlsSenderCertificateName 'mail.contoso.com' only lies below an accepted domain, and the documentation does not agree whether the tenant is recognised by it")
        .WithSeverity(Severity.Info)
        .Helps("Add mail.contoso.com as an accepted domain if your servers relay mail for senders who are not yours; else nothing need be done.");

    [Fact]
    public void Below_one_an_add_ons_should_be_added() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com}], services: [{name: Sig, role: addOn, certificateNames: [sig.contoso.com]}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002:sig.contoso.com|}}
        """)
        .WithSeverity(Severity.Info)
        .Helps("Add sig.contoso.com as an accepted domain, as the add-on's page demands.");

    [Theory]
    [InlineData("HybridWizard")]
    [InlineData("Wizard")]
    public void Below_one_silent_on_the_hybrid_wizards_because_a_host_name_is_allowed_there(string source) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, connectorSource: {{source}}, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        """).IsClean();

    [Theory]
    [InlineData(TooLong)]
    [InlineData("\"*." + TooLong + "\"")]
    public void An_add_ons_accepted_domain_has_at_most_48_characters(string name) => Yaml($$"""
        topology: {acceptedDomains: [{name: {{TooLong}}}], services: [{name: Sig, role: addOn, certificateNames: [{{TooLong}}]}]}
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002:{{name}}|} }
        """)
        .Says($"'From Sig': tlsSenderCertificateName '{name.Trim('"')}' has more than 48 characters, the most that an accepted domain for an add-on can have, so what the service hands back may not be recognised")
        .WithSeverity(Severity.Warning)
        .Helps("Ask the service for a certificate with a shorter name.");

    [Fact]
    public void When_it_is_not_accepted_either_both_are_said() => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], services: [{name: Sig, role: addOn, certificateNames: [{{TooLong}}]}]}
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4002,CL4002:{{TooLong}}|} }
        """).IsAsMarked();

    [Theory]
    [InlineData(Long, "services: [{name: Sig, role: addOn, certificateNames: [" + Long + "]}]")]
    [InlineData("\"*." + Long + "\"", "services: [{name: Sig, role: addOn, certificateNames: [" + Long + "]}]")]
    [InlineData(TooLong, "services: [{name: Sig, role: outboundGateway, certificateNames: [" + TooLong + "]}]")]
    [InlineData(TooLong, "mailboxes: both")]
    public void Silent_about_a_name_that_is_not_too_long_or_not_an_add_ons(string name, string topology) => Yaml($$"""
        topology: {acceptedDomains: [{name: {{Long}}}, {name: {{TooLong}}}], {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {{name}} }
        """).IsClean();

    [Theory]
    [InlineData("[{name: contoso.com}]", "contoso.com")]
    [InlineData("[{name: contoso.com}]", "\"*.Contoso.com\"")]
    [InlineData("[{name: contoso.com, type: InternalRelay, matchSubDomains: true}]", "mail.contoso.com")]
    [InlineData("[{name: contoso.com}, {name: mail.hoster.example}]", "mail.hoster.example")]
    [InlineData("[{name: contoso.com}, text]", "mail.hoster.example")]
    [InlineData("[{name: contoso.com}]", "mail.protection.outlook.com")]
    [InlineData("[{name: contoso.com}]", "not a name")]
    [InlineData("[{name: contoso.com}]", "[mail.hoster.example]")]
    public void Silent_when_it_is_accepted_or_not_known_or_the_services_own(string domains, string name) => Yaml($$"""
        topology: {acceptedDomains: {{domains}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {{name}} }
        """).IsClean();

    [Theory]
    [InlineData("topology: {mailboxes: both}")]
    [InlineData("tenant: contoso")]
    public void Silent_when_the_accepted_domains_are_not_declared(string root) => RuleTest.Yaml($$"""
        connectorlint: 1
        {{root}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.hoster.example}
        """).Only("CL4002").IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises, enabled: false, tlsSenderCertificateName: mail.hoster.example")]
    [InlineData("connectorType: OnPremises, enabled: maybe, tlsSenderCertificateName: mail.hoster.example")]
    [InlineData("connectorType: OnPrem, tlsSenderCertificateName: mail.hoster.example")]
    [InlineData("connectorType: Partner, tlsSenderCertificateName: mail.hoster.example")]
    [InlineData("tlsSenderCertificateName: mail.hoster.example")]
    [InlineData("connectorType: OnPremises, senderIPAddresses: [203.0.113.10]")]
    public void Silent_when_it_is_not_active_not_OnPremises_or_has_no_certificate(string settings) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Fact]
    public void Where_relay_needs_it_that_is_said_instead() => RuleTest.Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          onPremises: {server: nonMicrosoft, relaysToInternet: true, relaysForeignSenders: true}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1023:mail.hoster.example|}}
        """).Only("CL4002", "CL4020", "CL1023").IsAsMarked();

    [Fact]
    public void Of_a_wildcard_that_others_match_that_is_said_instead() => RuleTest.Yaml("""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4020:"*.hoster.example"|}}
        """).Only("CL4002", "CL4020", "CL1023").IsAsMarked();

    [Fact]
    public void That_it_is_unnecessary_is_said_instead() => RuleTest.Yaml("""
        topology: {mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: {|CL1005:In|}, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.hoster.example}
        """).Only("CL1005", "CL4002").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4002");
}

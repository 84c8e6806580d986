using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class WildcardCertificateTooWideTests
{
    [Fact]
    public void Other_customers_of_the_provider_match() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          onPremises: {server: nonMicrosoft, certificateNames: [mx01.hoster.example]}
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: {|CL4020:"*.hoster.example"|}
        """)
        .Says("'In': tlsSenderCertificateName '*.hoster.example' also matches any other customer of hoster.example; their mail would be taken for yours")
        .WithSeverity(Severity.Warning)
        .Helps("Use the exact name on your certificate.");

    [Theory]
    [InlineData("partners: [{name: Bank, domains: [bank.example], inbound: {certificateName: bank.contoso.com} }]", "partner 'Bank'")]
    [InlineData("services: [{name: Filter, role: inboundFilter, certificateNames: [filter.contoso.com]}]", "service 'Filter'")]
    [InlineData("services: [{name: Sig, role: addOn, certificateNames: [sig.contoso.com]}, {name: Filter, role: inboundFilter, certificateNames: [filter.contoso.com]}]", "service 'Filter'")]
    [InlineData("services: [{name: Some, certificateNames: [some.contoso.com]}]", "service 'Some'")]
    [InlineData("services: [{name: Filter, role: outboundGateway, certificateNames: [filter.contoso.com]}], partners: [{name: Bank, domains: [bank.example], inbound: {certificateName: bank.contoso.com} }]", "service 'Filter'")]
    public void A_declared_partner_or_service_matches_beside_your_own_servers(string topology, string other) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], onPremises: {certificateNames: [mail.contoso.com]}, {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4020:"*.contoso.com"|} }
        """)
        .Says($"'In': tlsSenderCertificateName '*.contoso.com' also matches {other}; their mail would be taken for yours")
        .WithSeverity(Severity.Warning);

    [Fact]
    public void A_service_of_which_nothing_is_known_matches() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com}], services: [{name: Some, certificateNames: [some.contoso.com]}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4020:"*.contoso.com"|}}
        """).Says("'In': tlsSenderCertificateName '*.contoso.com' also matches service 'Some'; their mail would be taken for yours");

    [Theory]
    [InlineData("services: [{name: Sig, role: addOn, certificateNames: [k7.hoster.example]}]")]
    [InlineData("services: [{name: Sig, role: addon2, certificateNames: [k7.hoster.example]}]")]
    [InlineData("services: [{name: Sig, role: addOn, certificateNames: [k7.hoster.example]}], onPremises: {certificateNames: [mx01.hoster.example]}")]
    public void Silent_about_the_add_on_that_it_is_for(string topology) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], {{topology}} }
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: "*.hoster.example"}
        """).IsClean();

    [Theory]
    [InlineData("acceptedDomains: [{name: contoso.com}]", "\"*.contoso.com\"")]
    [InlineData("acceptedDomains: [{name: contoso.com}]", "\"*.mail.contoso.com\"")]
    [InlineData("acceptedDomains: [{name: contoso.com}]", "mx01.hoster.example")]
    [InlineData("acceptedDomains: [{name: contoso.com}]", "\"*\"")]
    [InlineData("acceptedDomains: [{name: contoso.com}]", "[\"*.hoster.example\"]")]
    [InlineData("acceptedDomains: [{name: contoso.com}, text]", "\"*.hoster.example\"")]
    [InlineData("mailboxes: both", "\"*.hoster.example\"")]
    [InlineData("onPremises: {certificateNames: [mail.contoso.com]}, services: [{name: S, role: inboundFilter, certificateNames: [s.contoso.com]}]", "\"*.contoso.com\"")]
    [InlineData("acceptedDomains: [{name: contoso.com}], devices: [{name: App, method: smtpRelay, certificateName: app.contoso.com}]", "\"*.contoso.com\"")]
    public void Silent_when_only_yours_match_or_that_is_not_known(string topology, string name) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {{name}} }
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises, enabled: false")]
    [InlineData("connectorType: OnPremises, enabled: maybe")]
    [InlineData("connectorType: OnPrem, senderDomains: [contoso.com]")]
    public void Silent_when_it_is_not_active_or_its_type_is_not_known(string settings) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, {{settings}}, tlsSenderCertificateName: "*.hoster.example"}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: "*.hoster.example"}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner, senderDomains: [contoso.com]")]
    [InlineData("connectorType: Partner, senderDomains: [contoso.com, Fabrikam.com, \"*.contoso.com\"]")]
    [InlineData("senderDomains: [contoso.com]")]
    public void A_Partner_connector_for_your_own_domains_exempts_them_from_Reject_Direct_Send(string settings) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}, {name: fabrikam.com}]}
        inboundConnectors:
          - {name: Newsletter, {{settings}}, restrictDomainsToCertificate: true, tlsSenderCertificateName: {|CL4020:"*.hoster.example"|} }
        """)
        .Says("'Newsletter': tlsSenderCertificateName '*.hoster.example' also matches any other customer of hoster.example; their mail would be taken for yours")
        .WithSeverity(Severity.Warning);

    [Theory]
    [InlineData("senderDomains: [\"*\"]", "\"*.hoster.example\"")]
    [InlineData("senderDomains: [contoso.com, bank.example]", "\"*.hoster.example\"")]
    [InlineData("senderDomains: [bank.example]", "\"*.hoster.example\"")]
    [InlineData("senderDomains: [contoso.com, \"b..example\"]", "\"*.hoster.example\"")]
    [InlineData("senderDomains: {a: b}", "\"*.hoster.example\"")]
    [InlineData("requireTls: true", "\"*.hoster.example\"")]
    [InlineData("senderDomains: [contoso.com]", "\"*.contoso.com\"")]
    [InlineData("senderDomains: [contoso.com]", "\"*.mail.contoso.com\"")]
    [InlineData("senderDomains: [contoso.com]", "mx01.hoster.example")]
    public void Silent_on_a_Partner_connector_for_others_or_whose_certificate_is_yours(string senders, string name) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, connectorType: Partner, {{senders}}, tlsSenderCertificateName: {{name}} }
        """).IsClean();

    [Fact]
    public void Silent_when_a_sender_domain_could_not_be_read_though_subdomains_are_accepted_too() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: [contoso.com, "a..contoso.com"], tlsSenderCertificateName: "*.hoster.example"}
        """).IsClean();

    [Theory]
    [InlineData("partners: [{name: Bank, domains: [bank.example], inbound: {certificateName: bank.hoster.example} }]")]
    [InlineData("services: [{name: Filter, role: inboundFilter, certificateNames: [filter.hoster.example]}]")]
    public void What_belongs_on_a_Partner_connector_is_said_instead(string topology) => RuleTest.Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], {{topology}} }
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1009:"*.hoster.example"|} }
        """).Only("CL1009", "CL4020").IsAsMarked();

    [Fact]
    public void Of_the_certificate_of_Microsoft_365_itself_CL4003_speaks() => RuleTest.Yaml("""
        topology: {acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL4003:"*.protection.outlook.com"|} }
        """).Only("CL4020", "CL4003").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4020");
}

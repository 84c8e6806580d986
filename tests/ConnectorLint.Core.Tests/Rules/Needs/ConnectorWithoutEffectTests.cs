using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class ConnectorWithoutEffectTests
{
    [Fact]
    public void An_outbound_one_by_MX_without_TLS_settings() => Yaml("""
        outboundConnectors:
          - name: {|CL1006:To Fabrikam|}
            connectorType: Partner
            recipientDomains: [fabrikam.com, "*.fabrikam.com"]
            useMXRecord: true
        """)
        .Says("'To Fabrikam': restricts nothing, so mail to its recipientDomains goes out just as it would without the connector")
        .WithSeverity(Severity.Warning)
        .Helps("Set tlsSettings (CertificateValidation or DomainValidation with tlsDomain), smtpDaneMode: Mandatory, or smartHosts with useMXRecord: false, or remove the connector.");

    [Fact]
    public void An_inbound_one_that_asks_for_nothing() => Yaml("""
        inboundConnectors:
          - name: {|CL1006:From Fabrikam|}
            connectorType: Partner
            senderDomains: [fabrikam.com]
            requireTls: false
            restrictDomainsToIPAddresses: false
        """)
        .Says("'From Fabrikam': restricts nothing, so mail from its senderDomains comes in just as it would without the connector")
        .WithSeverity(Severity.Warning)
        .Helps("Set requireTls: true, restrictDomainsToCertificate or restrictDomainsToIPAddresses with their values, or remove the connector.");

    [Theory]
    [InlineData("")]
    [InlineData("connectorType: Partner, ")]
    [InlineData("smtpDaneMode: Opportunistic, mtaStsMode: Opportunistic, ")]
    [InlineData("tlsSettings: null, smartHosts: [], ")]
    [InlineData("isTransportRuleScoped: false, enabled: true, ")]
    [InlineData("allAcceptedDomains: false, routeAllMessagesViaOnPremises: false, ")]
    public void The_defaults_written_out_are_no_effect(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: {|CL1006:Out|}, {{settings}}recipientDomains: [fabrikam.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("connectorType: OnPremises, recipientDomains: [fabrikam.com]")]
    [InlineData("connectorType: Partners, recipientDomains: [fabrikam.com]")]
    [InlineData("enabled: false, recipientDomains: [fabrikam.com]")]
    [InlineData("testMode: true, recipientDomains: [fabrikam.com]")]
    [InlineData("isTransportRuleScoped: true")]
    [InlineData("recipientDomains: [fabrikam.com], tlsSettings: EncryptionOnly")]
    [InlineData("recipientDomains: [fabrikam.com], tlsSettings: Encryption")]
    [InlineData("recipientDomains: [fabrikam.com], tlsSetting: EncryptionOnly")]
    [InlineData("recipientDomains: [fabrikam.com], smtpDaneMode: Mandatory")]
    [InlineData("recipientDomains: [fabrikam.com], smtpDaneMode: None")]
    [InlineData("recipientDomains: [fabrikam.com], mtaStsMode: None")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [mx.fabrikam.com]")]
    [InlineData("recipientDomains: [fabrikam.com], smartHosts: [mx.fabrikam.com]")]
    [InlineData("recipientDomains: [\"fabrikam..com\"]")]
    [InlineData("allAcceptedDomains: true")]
    public void Silent_when_an_outbound_one_does_something_or_may(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("{name: Gate, recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.gate.example]}")]
    [InlineData("{name: Central, connectorType: OnPremises, recipientDomains: [\"*\"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Wider, recipientDomains: [\"*.fabrikam.com\"], tlsSettings: EncryptionOnly}")]
    [InlineData("{name: Other, recipientDomains: [\"fabrikam..com\"]}")]
    [InlineData("text")]
    public void Silent_when_it_is_an_exception_from_another_or_may_be(string other) => Yaml($$"""
        outboundConnectors:
          - {name: Direct, recipientDomains: [fabrikam.com], useMXRecord: true}
          - {{other}}
        """).IsClean();

    [Fact]
    public void An_inactive_gateway_has_no_exceptions() => Yaml("""
        outboundConnectors:
          - {name: {|CL1006:Direct|}, recipientDomains: [fabrikam.com], useMXRecord: true}
          - {name: Gate, enabled: false, recipientDomains: ["*"], useMXRecord: false, smartHosts: [out.gate.example]}
        """).IsAsMarked();

    [Fact]
    public void One_for_everything_has_an_effect_only_beside_others()
    {
        Yaml("""
            outboundConnectors:
              - {name: {|CL1006:All|}, recipientDomains: ["*"], useMXRecord: true}
            """).IsAsMarked();
        Yaml("""
            outboundConnectors:
              - {name: All, recipientDomains: ["*"], useMXRecord: true}
              - {name: To bank, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}
            """).IsClean();
    }

    [Theory]
    [InlineData("")]
    [InlineData("requireTls: true")]
    [InlineData("requireTls: no")]
    [InlineData("requireTls: false, connectorType: OnPremises")]
    [InlineData("requireTls: false, enabled: false")]
    [InlineData("requireTls: false, efSkipLastIP: true")]
    [InlineData("requireTls: false, efSkipIPs: [198.51.100.7]")]
    [InlineData("requireTls: false, efSkipLastIp: maybe")]
    [InlineData("requireTls: false, senderIPAddresses: [198.51.100.7]")]
    [InlineData("requireTls: false, tlsSenderCertificateName: fabrikam.com")]
    [InlineData("requireTls: false, trustedOrganizations: [fabrikam.onmicrosoft.com]")]
    [InlineData("requireTls: false, restrictDomainsToCertificate: true")]
    [InlineData("requireTls: false, restrictDomainToCertificate: true")]
    public void Silent_when_an_inbound_one_does_something_or_may(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, senderDomains: [fabrikam.com]{{(settings.Length > 0 ? ", " : "")}}{{settings}}}
        """).IsClean();

    [Fact]
    public void That_it_goes_the_wrong_way_is_said_instead() => RuleTest.Yaml("""
        topology:
          partners: [{name: Bank, domains: [bank.example], inbound: {requireTls: true}}]
        outboundConnectors:
          - {name: {|CL1010:To bank|}, connectorType: Partner, recipientDomains: [bank.example], useMXRecord: true}
        """).Only("CL1006", "CL1010").IsAsMarked();

    [Theory]
    [InlineData("requireTls: true", "requireTls: true")]
    [InlineData("", "")]
    [InlineData("requireTls: true, restrictDomainsToIPAddresses: false", "requireTls: true, restrictDomainsToCertificate: null")]
    public void An_inbound_one_of_whose_senders_another_demands_the_same(string settings, string others) => Yaml($$"""
        inboundConnectors:
          - {name: {|CL1006:EU|}, connectorType: Partner, senderDomains: [eu.bank.example], {{settings}}}
          - {name: Bank, connectorType: Partner, senderDomains: ["*.bank.example"], {{others}}}
        """)
        .Says("'EU': changes nothing, because without it 'Bank' does the same with its mail, as with a message by someone@eu.bank.example")
        .WithSeverity(Severity.Warning)
        .WithRelated("Bank")
        .WithNotes("the connector that does the same")
        .Helps("Remove the connector, or set what it was meant to do otherwise.");

    [Fact]
    public void An_inbound_one_of_whose_addresses_a_wider_restriction_admits_the_same() => Yaml("""
        inboundConnectors:
          - {name: {|CL1006:Bank|}, connectorType: Partner, senderDomains: [bank.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
          - {name: Gate, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24]}
        """).Says("'Bank': changes nothing, because without it 'Gate' does the same with its mail, as with a message by someone@bank.example from 198.51.100.7");

    [Fact]
    public void Of_two_that_do_the_same_one_stays() => Yaml("""
        inboundConnectors:
          - {name: First, connectorType: Partner, senderDomains: [bank.example, "*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: mail.bank.example}
          - {name: {|CL1006:Second|}, connectorType: Partner, senderDomains: ["*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: mail.bank.example}
        """).Says("'Second': changes nothing, because without it 'First' does the same with its mail, as with a message by someone@anyone.example with a certificate for mail.bank.example");

    [Theory]
    [InlineData("senderDomains: [\"*.bank.example\"]")]
    [InlineData("senderDomains: [\"*.bank.example\"], requireTls: true, treatMessagesAsInternal: true")]
    [InlineData("senderDomains: [\"*.bank.example\"], requireTls: true, efSkipLastIP: true")]
    [InlineData("senderDomains: [\"*.bank.example\"], requireTls: true, associatedAcceptedDomains: [contoso.com]")]
    [InlineData("senderDomains: [\"*.bank.example\"], requireTls: true, enabled: false")]
    [InlineData("senderDomains: [\"*.bank.example\"], requireTls: maybe")]
    [InlineData("senderDomains: [\"*.us.bank.example\"], requireTls: true")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("connectorType: OnPremises, senderDomains: [\"*\"], requireTls: true, senderIPAddresses: [198.51.100.7]")]
    public void Silent_when_the_other_inbound_one_does_not_do_the_same(string other) => Yaml($$"""
        inboundConnectors:
          - {name: EU, connectorType: Partner, senderDomains: [eu.bank.example], requireTls: true}
          - {name: Other, {{other}}}
        """).IsClean();

    [Theory]
    [InlineData("198.51.100.0/28", "198.51.100.7")]
    [InlineData("198.51.100.7", "198.51.100.8")]
    public void Silent_when_the_other_does_not_know_all_of_its_addresses(string addresses, string others) => Yaml($$"""
        inboundConnectors:
          - {name: Bank, connectorType: Partner, senderDomains: [bank.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [{{addresses}}]}
          - {name: Gate, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [{{others}}]}
        """).IsClean();

    [Fact]
    public void Silent_when_the_topology_asks_for_it() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [bank.example], inbound: {ips: [198.51.100.7]}}]
        inboundConnectors:
          - {name: Bank, connectorType: Partner, senderDomains: [bank.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
          - {name: Gate, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24]}
        """).IsClean();

    [Fact]
    public void Silent_beside_one_that_trusts_organizations() => Yaml("""
        inboundConnectors:
          - {name: EU, connectorType: Partner, senderDomains: [eu.bank.example], requireTls: true}
          - {name: Bank, connectorType: Partner, senderDomains: ["*.bank.example"], requireTls: true}
          - {name: Tenant, connectorType: Partner, senderDomains: ["*"], trustedOrganizations: [bank.onmicrosoft.com]}
        """).IsClean();

    [Fact]
    public void Silent_of_OnPremises_connectors_that_overlap() => Yaml("""
        inboundConnectors:
          - {name: One, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.7]}
          - {name: Two, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.0/24]}
        """).IsClean();

    [Theory]
    [InlineData("requireTls: true")]
    [InlineData("")]
    [InlineData("requireTls: false, efSkipLastIP: true")]
    public void Silent_of_an_inbound_exception_from_a_wider_demand(string demand) => Yaml($$"""
        inboundConnectors:
          - {name: Without, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: false}
          - {name: All, connectorType: Partner, senderDomains: ["*"], {{demand}}}
        """).IsClean();

    [Fact]
    public void That_its_mail_is_refused_is_said_instead() => RuleTest.Yaml("""
        inboundConnectors:
          - {name: Only, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
          - {name: Bank, connectorType: Partner, senderDomains: [{|CL3004:bank.example|}], requireTls: false}
        """).Only("CL1006", "CL3004").IsAsMarked();

    [Fact]
    public void Senders_that_rejectDirectSend_refuses() => Yaml("""
        topology: {rejectDirectSend: true, acceptedDomains: [{name: contoso.com, matchSubDomains: true}, {name: fabrikam.com}]}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: [bank.example, {|CL1006:"*.contoso.com"|}, "*.fabrikam.com"], requireTls: true}
        """)
        .Says("'In': senderDomains '*.contoso.com' never lets a message in, because rejectDirectSend refuses mail from your own domains unless a connector knows its source by address or certificate")
        .WithSeverity(Severity.Warning)
        .WithNotes("direct send is rejected here")
        .IsAbout("inbound:In", "senderDomains", "*.contoso.com");

    [Theory]
    [InlineData("rejectDirectSend: false", "")]
    [InlineData("rejectDirectSend: maybe", "")]
    [InlineData("rejectDirectSend: true", ", senderIPAddresses: [198.51.100.7]")]
    [InlineData("rejectDirectSend: true", ", tlsSenderCertificateName: mail.contoso.com")]
    [InlineData("rejectDirectSend: true", ", enabled: false")]
    public void Silent_where_direct_send_is_not_refused(string reject, string settings) => Yaml($$"""
        topology: {{{reject}}, acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: In, connectorType: Partner, senderDomains: [contoso.com], requireTls: true{{settings}}}
        """).IsClean();

    [Fact]
    public void One_covered_domain_of_two_is_an_effect() => Yaml("""
        outboundConnectors:
          - {name: Direct, recipientDomains: [fabrikam.com, bank.example], useMXRecord: true}
          - {name: To bank, recipientDomains: ["*.bank.example"], tlsSettings: EncryptionOnly}
        """).IsClean();

    [Fact]
    public void A_connector_for_other_domains_gives_it_no_effect() => Yaml("""
        outboundConnectors:
          - {name: {|CL1006:Direct|}, recipientDomains: [fabrikam.com], useMXRecord: true}
          - {name: To bank, recipientDomains: [bank.example], tlsSettings: EncryptionOnly}
        """).IsAsMarked();

    [Fact]
    public void One_that_a_wider_one_would_replace() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com}]}
        outboundConnectors:
          - {name: {|CL1006:To EU|}, recipientDomains: [eu.bank.example], tlsSettings: DomainValidation, tlsDomain: bank.example}
          - {name: To bank, recipientDomains: ["*.bank.example"], tlsSettings: DomainValidation, tlsDomain: BANK.example}
        """)
        .Says("'To EU': changes nothing, because without it 'To bank' does the same with its mail, as with a message to someone@eu.bank.example")
        .WithSeverity(Severity.Warning)
        .WithRelated("To bank")
        .WithNotes("the connector that does the same")
        .Helps("Remove the connector, or set what it was meant to do otherwise.");

    [Fact]
    public void One_whose_mail_a_transport_rule_takes() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          transportRules: [{name: Encrypt, recipientDomainIs: [bank.example], routeMessageOutboundConnector: Encryption}]
        outboundConnectors:
          - {name: {|CL1006:To bank|}, recipientDomains: [bank.example], tlsSettings: CertificateValidation}
          - {name: Encryption, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [in.encrypt.example]}
        """)
        .Says("'To bank': never takes a message, because 'Encryption', to which the transport rule 'Encrypt' leads, takes its mail first, as a message to someone@bank.example")
        .WithRelated("Encrypt")
        .WithNotes("the transport rule");

    [Fact]
    public void A_pattern_that_is_never_reached_is_named_singly() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          transportRules: [{name: Encrypt, recipientDomainIs: [bank.example], routeMessageOutboundConnector: Encryption}]
        outboundConnectors:
          - {name: To partners, recipientDomains: [fabrikam.com, {|CL1006:bank.example|}], tlsSettings: CertificateValidation}
          - {name: Encryption, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [in.encrypt.example]}
        """)
        .Says("'To partners': recipientDomains 'bank.example' never takes a message, because 'Encryption', to which the transport rule 'Encrypt' leads, takes its mail first, as a message to someone@bank.example")
        .IsAbout("outbound:To partners", "recipientDomains", "bank.example")
        .Helps("Take the domain out of recipientDomains, or narrow what takes its mail.");

    [Fact]
    public void One_for_all_accepted_domains_of_which_each_has_its_own() => Yaml("""
        topology: {mailboxes: both, acceptedDomains: [{name: contoso.com, type: InternalRelay}, {name: fabrikam.com, type: InternalRelay}]}
        outboundConnectors:
          - {name: {|CL1006:All|}, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [old.contoso.com]}
          - {name: Contoso, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: Fabrikam, connectorType: OnPremises, recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [mail.fabrikam.com]}
        """)
        .Says("'All': never takes a message, because 'Contoso' takes its mail first, as a message to someone@contoso.com");

    [Theory]
    [InlineData("tlsSettings: EncryptionOnly", "tlsSettings: CertificateValidation")]
    [InlineData("tlsSettings: EncryptionOnly, smtpDaneMode: Mandatory", "tlsSettings: EncryptionOnly")]
    [InlineData("tlsSettings: EncryptionOnly, mtaStsMode: None", "tlsSettings: EncryptionOnly, smtpDaneMode: None")]
    [InlineData("tlsSettings: EncryptionOnly, mtaStsMode: maybe", "tlsSettings: EncryptionOnly")]
    [InlineData("tlsSettings: EncryptionOnly", "tlsSettings: EncryptionOnly, mtaStsMode: maybe")]
    [InlineData("useMXRecord: false, smartHosts: [a.bank.example]", "useMXRecord: false, smartHosts: [b.bank.example]")]
    [InlineData("tlsSettings: EncryptionOnly, connectorType: OnPremises, connectorSource: HybridWizard", "tlsSettings: EncryptionOnly")]
    [InlineData("tlsSettings: EncryptionOnly", "tlsSettings: EncryptionOnly, testMode: true")]
    [InlineData("tlsSettings: EncryptionOnly, testMode: true", "tlsSettings: EncryptionOnly")]
    [InlineData("tlsSettings: EncryptionOnly, enabled: false", "tlsSettings: EncryptionOnly")]
    [InlineData("tlsSettings: EncryptionOnly, isTransportRuleScoped: true", "tlsSettings: EncryptionOnly")]
    public void Silent_when_a_wider_one_would_not_do_the_same(string own, string wider) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}]}
        outboundConnectors:
          - {name: To EU, recipientDomains: [eu.bank.example], {{own}}}
          - {name: To bank, recipientDomains: ["*.bank.example"], {{wider}}}
        """).IsClean();

    // The bare domain under a wildcard is a contradiction of the documentation, that the longer wildcard wins is inferred, and of equals none is said to win.
    [Theory]
    [InlineData("bank.example", "\"*.bank.example\"")]
    [InlineData("\"*.eu.bank.example\"", "\"*.bank.example\"")]
    [InlineData("bank.example", "bank.example, fabrikam.com")]
    public void Silent_where_the_proof_would_rest_on_what_is_not_documented(string own, string wider) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}]}
        outboundConnectors:
          - {name: To EU, recipientDomains: [{{own}}], tlsSettings: EncryptionOnly}
          - {name: To bank, recipientDomains: [{{wider}}, partner.example], tlsSettings: EncryptionOnly}
        """).IsClean();

    [Theory]
    [InlineData("{name: Route, routeMessageOutboundConnector: To EU, stopRuleProcessing: true}")]
    [InlineData("{name: Route, routeMessageOutboundConnector: To EU, enabled: false}")]
    [InlineData("{name: Route, recipientDomainIs: [fabrikam.com], routeMessageOutboundConnector: To EU}")]
    public void Silent_when_a_rule_leads_to_it(string rule) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com}]
          transportRules: [{{rule}}]
        outboundConnectors:
          - {name: To EU, recipientDomains: [eu.bank.example], tlsSettings: EncryptionOnly}
          - {name: To bank, recipientDomains: ["*.bank.example"], tlsSettings: EncryptionOnly}
        """).IsClean();

    [Theory]
    [InlineData("fromScope: InOrganization")]
    [InlineData("senderIPRanges: [203.0.113.7]")]
    [InlineData("exceptIfRecipientDomainIs: [eu.bank.example]")]
    [InlineData("enabled: false")]
    [InlineData("enabled: maybe")]
    [InlineData("from: [ann@contoso.com]")]
    public void Silent_when_a_rule_takes_only_some_of_its_mail(string condition) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com}]
          transportRules: [{name: Encrypt, recipientDomainIs: [bank.example], routeMessageOutboundConnector: Encryption, {{condition}}}]
        outboundConnectors:
          - {name: To bank, recipientDomains: [eu.bank.example], tlsSettings: CertificateValidation}
          - {name: Encryption, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [in.encrypt.example]}
        """).IsClean();

    // Who declares a rule may leave out its conditions.
    [Theory]
    [InlineData("{name: Encrypt, routeMessageOutboundConnector: Encryption}")]
    [InlineData("{name: Stop, stopRuleProcessing: true}, {name: Encrypt, recipientDomainIs: [bank.example], routeMessageOutboundConnector: Encryption}")]
    public void Silent_when_it_is_not_certain_which_mail_a_rule_takes(string rules) => Yaml($$"""
        topology:
          acceptedDomains: [{name: contoso.com}]
          transportRules: [{{rules}}]
        outboundConnectors:
          - {name: To bank, recipientDomains: [bank.example], tlsSettings: CertificateValidation}
          - {name: Encryption, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [in.encrypt.example]}
        """).IsClean();

    [Fact]
    public void A_rule_that_takes_some_of_the_mail_away_from_both_is_no_matter() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          transportRules: [{name: Encrypt, routeMessageOutboundConnector: Encryption}]
        outboundConnectors:
          - {name: {|CL1006:To EU|}, recipientDomains: [eu.bank.example], tlsSettings: CertificateValidation}
          - {name: To bank, recipientDomains: ["*.bank.example"], tlsSettings: CertificateValidation}
          - {name: Encryption, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [in.encrypt.example]}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1006");
}

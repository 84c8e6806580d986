using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class MissingOnPremInboundTests
{
    private const string Message = "no connector from your organization's email server to Office 365 (an inbound connector with connectorType OnPremises), so mail from your servers is treated as coming from the internet, and what they relay to outside recipients is refused";

    [Fact]
    public void Mailboxes_in_both_places_need_one() => Yaml("""
        topology:
          subscription: exchangeOnline
          mailboxes: {|CL1001:both|}
          hybrid: none
          onPremises:
            server: exchange2010OrLater
            certificateNames: [mail.contoso.com]
        outboundConnectors:
          - name: To our servers
            connectorType: OnPremises
            allAcceptedDomains: true
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """)
        .Says(Message)
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to inboundConnectors:
            - {name: From our servers, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """);

    [Fact]
    public void Standalone_protection_needs_one() => Yaml("""
        topology:
          subscription: {|CL1001:eopStandalone|}
          mailboxes: onPremises
          onPremises: {server: nonMicrosoft, publicIPs: [203.0.113.10, 10.0.0.1]}
        """)
        .Says(Message)
        .Helps("""
            Add to inboundConnectors:
            - {name: From our servers, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """);

    [Fact]
    public void Without_the_facts_for_a_connector_the_help_asks_for_them() => Yaml("""
        topology:
          mailboxes: {|CL1001:both|}
          hybrid: none
        """)
        .Helps("Create an inbound connector with connectorType OnPremises, known by tlsSenderCertificateName (recommended) or senderIPAddresses. Declare onPremises.certificateNames or onPremises.publicIPs in the topology, and connectorlint advise writes it out.");

    [Fact]
    public void The_help_tells_of_facts_that_would_change_the_answer() => Yaml("""
        topology:
          subscription: exchangeOnline
          mailboxes: {|CL1001:both|}
          onPremises: {certificateNames: [contoso.com]}
          acceptedDomains: [{name: contoso.com}]
        """)
        .Helps("""
            Add to inboundConnectors:
            - {name: From our servers, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: contoso.com}
            If the Hybrid Configuration Wizard ran with a Full option, declare hybrid: completed; the wizard makes the connectors.
            If all MX records point at your own servers, declare mx: onPremises on the accepted domains; the connector is then only advised.
            """);

    [Fact]
    public void Servers_that_relay_to_the_internet_need_one_even_after_a_migration() => Yaml("""
        topology:
          mailboxes: cloud
          onPremises:
            server: nonMicrosoft
            relaysToInternet: {|CL1001:true|}
        """)
        .Says("no connector from your organization's email server to Office 365 (an inbound connector with connectorType OnPremises), so what your servers send to the internet is refused (550 5.7.64)")
        .WithSeverity(Severity.Error);

    [Fact]
    public void Mailboxes_on_your_servers_behind_an_MX_at_Exchange_Online_need_one() => Yaml("""
        topology:
          mailboxes: {|CL1001:onPremises|}
          acceptedDomains:
            - {name: contoso.com, mx: exchangeOnline}
        """)
        .Says(Message);

    [Fact]
    public void With_every_MX_on_premises_it_is_advice() => Yaml("""
        topology:
          mailboxes: {|CL1001:both|}
          acceptedDomains:
            - {name: contoso.com, mx: onPremises}
            - {name: contoso.onmicrosoft.com, mx: exchangeOnline}
        """)
        .WithSeverity(Severity.Info);

    [Theory]
    [InlineData("relaysToInternet: true", "onPremises", "onPremises")]
    [InlineData("relaysToInternet: false", "onPremises", "exchangeOnline")]
    [InlineData("relaysToInternet: false", "onPremises", "thirdParty:Filter")]
    public void It_is_none_where_the_servers_relay_or_an_MX_is_elsewhere(string relay, string first, string second) => Yaml($$"""
        topology:
          mailboxes: {|CL1001:both|}
          onPremises: {{{relay}}}
          services: [{name: Filter, role: inboundFilter}]
          acceptedDomains:
            - {name: contoso.com, mx: {{first}}}
            - {name: fabrikam.com, mx: {{second}}}
        """)
        .WithSeverity(Severity.Error);

    [Fact]
    public void An_MX_that_could_not_be_read_makes_it_no_louder() => Yaml("""
        topology:
          mailboxes: {|CL1001:both|}
          acceptedDomains:
            - {name: contoso.com, mx: onPremises}
            - {name: fabrikam.com, mx: nowhere}
        """)
        .WithSeverity(Severity.Info);

    [Fact]
    public void With_minimal_hybrid_it_is_advice() => Yaml("""
        topology:
          mailboxes: {|CL1001:both|}
          hybrid: minimal
        """)
        .Says("no connector from your organization's email server to Office 365 (an inbound connector with connectorType OnPremises), so mail from your servers is treated as coming from the internet")
        .WithSeverity(Severity.Info);

    [Theory]
    [InlineData("{name: In, connectorType: Partner, senderDomains: [\"*\"], tlsSenderCertificateName: mail.contoso.com}")]
    [InlineData("{name: In, senderDomains: [\"*\"], tlsSenderCertificateName: mail.contoso.com}")]
    [InlineData("{name: From Sig, connectorType: OnPremises, senderDomains: [\"*\"], tlsSenderCertificateName: k7.sig.example}")]
    [InlineData("{name: Printers, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [198.51.100.7]}")]
    public void An_inactive_one_a_partners_and_one_for_declared_services_or_devices_do_not_count(string connector) => Yaml($$"""
        topology:
          mailboxes: {|CL1001:both|}
          services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]
          devices: [{name: Printer, method: smtpRelay, ip: 198.51.100.7}]
        inboundConnectors:
          - {{connector}}
        """)
        .Says(Message);

    [Theory]
    [InlineData("{name: In, connectorType: OnPremises, senderDomains: [\"*\"], tlsSenderCertificateName: mail.contoso.com}")]
    [InlineData("{name: In, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [198.51.100.7, 203.0.113.10]}")]
    [InlineData("{name: In, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [198.51.100.0/24]}")]
    public void Silent_when_there_is_one(string connector) => Yaml($$"""
        topology:
          mailboxes: both
          devices: [{name: Printer, method: smtpRelay, ip: 198.51.100.7}]
        inboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("{name: In, connectorType: OnPrem, senderDomains: [\"*\"]}")]
    [InlineData("{name: In, conectorType: OnPremises, senderDomains: [\"*\"]}")]
    [InlineData("{name: In, connectorType: OnPremises, enabled: maybe, senderDomains: [\"*\"]}")]
    [InlineData("just a text")]
    [InlineData("{name: In, connectorType: OnPremises, senderDomains: [\"*\"")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {mailboxes: both}
        inboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("{}")]
    [InlineData("{hybrid: none}")]
    [InlineData("{subscription: exchangeOnline, mailboxes: cloud}")]
    [InlineData("{mailboxes: onPremises}")]
    [InlineData("{mailboxes: everywhere}")]
    [InlineData("{mailboxes: both, hybrid: done}")]
    [InlineData("{mailboxes: both, hybrid: completed}")]
    [InlineData("{subscription: standalone, mailboxes: onPremises}")]
    [InlineData("{onPremises: {relaysToInternet: perhaps}}")]
    [InlineData("{onPremises: {server: none, relaysToInternet: true}}")]
    public void Silent_when_the_facts_are_not_declared_or_are_others(string topology) => Yaml($"topology: {topology}\ninboundConnectors: []").IsClean();

    [Fact]
    public void An_outbound_connector_to_your_servers_that_nothing_needs_went_the_wrong_way() => RuleTest.Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: nonMicrosoft, relaysToInternet: true, smtpHosts: [mail.contoso.com]}
        outboundConnectors:
          - name: {|CL1010:Our server|}
            connectorType: OnPremises
            recipientDomains: ["*"]
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """).Only("CL1001", "CL1010").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1001");
}

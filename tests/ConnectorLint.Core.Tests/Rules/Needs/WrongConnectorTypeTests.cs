using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class WrongConnectorTypeTests
{
    [Fact]
    public void A_filters_addresses_on_an_OnPremises_connector() => Yaml("""
        topology:
          services:
            - {name: Acme Filter, role: inboundFilter, ips: [198.51.100.0/24], sharedIPs: true}
        inboundConnectors:
          - name: From filter
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses: [203.0.113.10, {|CL1009:198.51.100.128/25|}]
        """)
        .Says("'From filter': connectorType OnPremises, but senderIPAddresses '198.51.100.128/25' belongs to service 'Acme Filter'; it, and whoever shares it, can relay mail through your tenant")
        .WithSeverity(Severity.Error)
        .WithRelated("Acme Filter")
        .Helps("Use connectorType: Partner, with restrictDomainsToCertificate or restrictDomainsToIPAddresses; a Partner connector grants no relay.");

    [Theory]
    [InlineData("mail.contosobank.com", "mail.contosobank.com")]
    [InlineData("\"*.contosobank.com\"", "mail.contosobank.com")]
    [InlineData("mail.eu.contosobank.com", "\"*.contosobank.com\"")]
    public void A_partners_certificate_on_an_OnPremises_connector(string name, string declared) => Yaml($$"""
        topology:
          partners: [{name: Bank, domains: [contosobank.com], inbound: {certificateName: {{declared}}} }]
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1009:{{name}}|} }
        """)
        .Says($"'In': connectorType OnPremises, but tlsSenderCertificateName '{name.Trim('"')}' belongs to partner 'Bank'; it, and whoever shares it, can relay mail through your tenant")
        .WithSeverity(Severity.Error)
        .WithRelated("Bank");

    [Theory]
    [InlineData("inboundNonFiltering")]
    [InlineData("outboundGateway")]
    public void So_with_other_services(string role) => Yaml($$"""
        topology: {services: [{name: S, role: {{role}}, certificateNames: [s.example]}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1009:s.example|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("services: [{name: Sig, role: addOn, ips: [198.51.100.7]}]")]
    [InlineData("services: [{name: Sig, role: addOn, ips: [198.51.100.7]}, {name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]")]
    [InlineData("services: [{name: Sig, role: addon2, ips: [198.51.100.7]}]")]
    [InlineData("services: [{name: Sig, ips: [198.51.100.7]}]")]
    [InlineData("services: [{name: Filter, role: inboundFilter, ips: [198.51.101.0/24]}]")]
    [InlineData("services: [{name: Filter, role: inboundFilter, ips: [198.51.100.7]}], onPremises: {publicIPs: [198.51.100.7]}")]
    [InlineData("devices: [{name: Printer, method: smtpRelay, ip: 198.51.100.7}]")]
    [InlineData("mailboxes: both")]
    public void Silent_for_add_ons_your_own_servers_and_devices(string topology) => Yaml($$"""
        topology: {{{topology}}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.7]}
        """).IsClean();

    [Theory]
    [InlineData("connectorType: Partner")]
    [InlineData("connectorType: OnPrem")]
    [InlineData("enabled: true")]
    [InlineData("connectorType: OnPremises, enabled: false")]
    public void Silent_when_it_is_not_OnPremises_or_not_active(string settings) => Yaml($$"""
        topology: {services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]}
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"], senderIPAddresses: [198.51.100.7]}
        """).IsClean();

    [Fact]
    public void An_OnPremises_connector_to_a_partner() => Yaml("""
        topology:
          partners: [{name: Bank, domains: [contosobank.com, bank.example]}]
        outboundConnectors:
          - name: To bank
            connectorType: {|CL1009:OnPremises|}
            recipientDomains: [bank.example, "*.contosobank.com"]
            useMXRecord: false
            smartHosts: [mx.contosobank.com]
        """)
        .Says("'To bank': connectorType OnPremises, but recipientDomains 'bank.example' belongs to partner 'Bank'; mail goes the same way, but the service takes the partner's server for yours")
        .WithSeverity(Severity.Warning)
        .WithRelated("Bank")
        .Helps("Use connectorType: Partner.");

    [Theory]
    [InlineData("recipientDomains: [bank.example, fabrikam.com]")]
    [InlineData("recipientDomains: [bank.example, \"*\"]")]
    [InlineData("recipientDomains: [bank.example], enabled: false")]
    [InlineData("recipientDomains: [bank.example], testMode: true")]
    [InlineData("recipientDomains: [bank.example, \"b..example\"]")]
    [InlineData("allAcceptedDomains: true")]
    [InlineData("recipientDomains: [bank.example], useMXRecord: false, smartHosts: [mail.contoso.com]")]
    public void Silent_when_it_is_for_others_too_or_leads_to_your_own_servers(string settings) => Yaml($$"""
        topology: {partners: [{name: Bank, domains: [bank.example]}], onPremises: {smtpHosts: [mail.contoso.com]} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}}}
        """).IsClean();

    [Fact]
    public void A_Partner_connector_to_your_own_servers() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}, {name: fabrikam.com}]
          onPremises:
            smtpHosts: [mail.contoso.com]
        outboundConnectors:
          - {name: Out, connectorType: {|CL1009:Partner|}, recipientDomains: [contoso.com, fabrikam.com], useMXRecord: false, smartHosts: [Mail.contoso.com]}
        """)
        .Says("'Out': connectorType Partner, but its recipientDomains are your own and its smartHosts are your own servers'; mail is delivered, but not as mail inside your organization")
        .WithSeverity(Severity.Warning)
        .WithRelated("[mail.contoso.com]")
        .Helps("Use connectorType: OnPremises.");

    [Theory]
    [InlineData("recipientDomains: [contoso.com, bank.example], useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mx.other.example]")]
    [InlineData("recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [mail.contoso.com]")]
    [InlineData("recipientDomains: [contoso.com], enabled: false, useMXRecord: false, smartHosts: [mail.contoso.com]")]
    public void Silent_when_a_Partner_connector_is_for_others_or_leads_elsewhere(string settings) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com}], onPremises: {smtpHosts: [mail.contoso.com]} }
        outboundConnectors:
          - {name: Out, connectorType: Partner, {{settings}}}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1009");
}

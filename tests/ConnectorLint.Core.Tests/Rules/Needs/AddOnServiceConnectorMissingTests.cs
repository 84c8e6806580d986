using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class AddOnServiceConnectorMissingTests
{
    private const string Out = "{name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}";
    private const string In = "{name: From Sig, connectorType: OnPremises, senderDomains: [\"*\"], tlsSenderCertificateName: k7.sig.example}";
    private const string Rule = "{name: Sign, routeMessageOutboundConnector: To Sig}";

    [Fact]
    public void Nothing_is_there() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com}]
          transportRules: []
          services:
            - name: {|CL1021:Sig|}
              role: addOn
              smartHosts: [smtp.sig.example]
              certificateNames: [k7.sig.example]
              ips: [198.51.100.64/28]
        """)
        .Says("add-on 'Sig': the outbound connector to smtp.sig.example, the transport rule that routes mail to it and the inbound OnPremises connector from k7.sig.example are missing, so no mail reaches it, and what it would hand back for outside recipients is refused (550 5.7.64)")
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to outboundConnectors:
            - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], tlsSettings: DomainValidation, tlsDomain: smtp.sig.example}
            Add to topology.transportRules:
            - {name: Mail to Sig, fromScope: InOrganization, exceptIfSenderIpRanges: [198.51.100.64/28], routeMessageOutboundConnector: To Sig, stopRuleProcessing: true}
            Add to inboundConnectors:
            - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: k7.sig.example}
            """);

    [Fact]
    public void The_inbound_connector_is_missing() => Yaml($$"""
        topology:
          services: [{name: {|CL1021:Sig|}, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}]
          transportRules: [{{Rule}}]
        outboundConnectors: [{{Out}}]
        """)
        .Says("add-on 'Sig': the inbound OnPremises connector from k7.sig.example is missing, so what it hands back for outside recipients is refused (550 5.7.64)");

    [Fact]
    public void The_outbound_connector_takes_ordinary_mail_too() => Yaml("""
        topology:
          services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: To Sig}]
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, recipientDomains: [contoso.com], {|CL1021:isTransportRuleScoped: false|}, useMXRecord: false, smartHosts: [smtp.sig.example]}
        """)
        .Says("'To Sig': isTransportRuleScoped is not true, so beside what the transport rule sends to Sig, ordinary mail for its scope goes there, too")
        .WithSeverity(Severity.Error)
        .WithRelated("Sig")
        .WithNotes("the add-on is declared here")
        .IsAbout("outbound:To Sig", "isTransportRuleScoped")
        .Helps("Set isTransportRuleScoped: true, and take recipientDomains and allAcceptedDomains off.");

    [Theory]
    [InlineData("{|CL1021:To Sig|}", "enabled: true", "To Sig", "Sig")]
    [InlineData("To Sig", "enabled: true", "Nowhere", "{|CL1021:Sig|}")]
    [InlineData("To Sig", "isTransportRuleScoped: maybe", "To Sig", "Sig")]
    public void Only_where_a_rule_names_it_and_its_scope_is_known(string name, string settings, string target, string service) => Yaml($$"""
        topology:
          services: [{name: {{service}}, role: addOn, smartHosts: [smtp.sig.example]}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: {{target}} }]
        outboundConnectors:
          - {name: {{name}}, {{settings}}, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [smtp.sig.example]}
        """).IsAsMarked();

    [Fact]
    public void The_rule_is_missing() => Yaml($$"""
        topology:
          services: [{name: {|CL1021:Sig|}, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}]
          transportRules: [{name: Other, routeMessageOutboundConnector: To site}]
        inboundConnectors: [{{In}}]
        outboundConnectors: [{{Out}}, {name: To site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.site.example]}]
        """)
        .Says("add-on 'Sig': the transport rule that routes mail to it is missing, so no mail reaches it")
        .Helps("Create the transport rule as the service's instructions say, with an exception for what the service has already handled. Declare ips of service Sig in the topology, and connectorlint advise writes it out.");

    [Fact]
    public void An_outbound_connector_for_all_mail_is_not_the_one() => Yaml($$"""
        topology:
          services: [{name: {|CL1021:Sig|}, role: addOn, smartHosts: [smtp.sig.example]}]
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [smtp.sig.example]}
        """)
        .Says("add-on 'Sig': the outbound connector to smtp.sig.example is missing, so no mail reaches it");

    [Theory]
    [InlineData("", Severity.Warning)]
    [InlineData(", returnsOutgoingMail: true", Severity.Error)]
    public void A_Partner_connector_gives_it_no_right_to_relay(string fact, Severity severity) => Yaml($$"""
        topology:
          services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]{{fact}} }]
        inboundConnectors:
          - name: From Sig
            connectorType: {|CL1021:Partner|}
            senderDomains: ["*"]
            tlsSenderCertificateName: k7.sig.example
        """)
        .Says("'From Sig': connectorType Partner, so mail for outside recipients that Sig hands back is refused (550 5.7.64)")
        .WithSeverity(severity)
        .WithRelated("Sig")
        .Helps("Use connectorType: OnPremises; or, if Sig delivers outside mail itself, declare returnsOutgoingMail: false on it.");

    [Fact]
    public void A_Partner_connector_by_default_is_marked_at_its_name() => Yaml("""
        topology: {services: [{name: Sig, role: addOn, ips: [198.51.100.64/28]}]}
        inboundConnectors:
          - {name: {|CL1021:From Sig|}, senderDomains: ["*"], senderIPAddresses: [198.51.100.64/28]}
        """).IsAsMarked();

    [Theory]
    [InlineData("returnsOutgoingMail: false")]
    [InlineData("returnsOutgoingMail: perhaps")]
    public void Silent_on_a_Partner_connector_when_the_service_delivers_itself_or_may(string fact) => Yaml($$"""
        topology: {services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example], {{fact}} }]}
        inboundConnectors:
          - {name: From Sig, connectorType: Partner, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example}
        """).IsClean();

    [Theory]
    [InlineData("transportRules: [" + Rule + "], services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}]")]
    [InlineData("services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}]")]
    [InlineData("transportRules: [{name: R, routeMessageOutboundConnector: [a]}], services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]")]
    [InlineData("transportRules: [{name: R, routeMessageOutboundConnector: To Sigg}], services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]")]
    [InlineData("transportRules: [text], services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example]}]")]
    public void Silent_when_all_is_there_and_where_rules_are_not_declared_or_not_known(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors: [{{In}}]
        outboundConnectors: [{{Out}}]
        """).IsClean();

    [Theory]
    [InlineData("{name: Sig, role: addOn}")]
    [InlineData("{name: Sig, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}")]
    [InlineData("{name: Sig, role: addon!, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}")]
    [InlineData("{name: Sig, role: addOn, smartHosts: [not a host], certificateNames: [not a name]}")]
    [InlineData("{name: Sig, role: addOn, certificateNames: [k7.sig.example, not a name]}")]
    [InlineData("{name: Sig, role: addOn, certificateNames: [k7.sig.example], ips: [1.2.3]}")]
    public void Silent_about_parts_for_which_the_service_declares_no_facts_or_none_that_could_be_read(string service) => Yaml($$"""
        topology: {services: [{{service}}], transportRules: []}
        """).IsClean();

    [Theory]
    [InlineData("{name: From Sig, connectorType: OnPrem, senderDomains: [\"*\"]}", Out)]
    [InlineData("{name: From Sig, connectorType: OnPremises, tlsSenderCertificatName: k7.sig.example}", Out)]
    [InlineData("text", Out)]
    [InlineData(In, "{name: To Sig, connectorType: OnPremises, isTransportRuleScoped: maybe, smartHosts: [smtp.sig.example]}")]
    [InlineData(In, "{name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, smartHosts: [not a host]}")]
    [InlineData(In, "text")]
    public void Silent_when_a_connector_could_not_be_read(string inbound, string outbound) => Yaml($$"""
        topology: {services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}], transportRules: [{{Rule}}]}
        inboundConnectors: [{{inbound}}]
        outboundConnectors: [{{outbound}}]
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1021");
}

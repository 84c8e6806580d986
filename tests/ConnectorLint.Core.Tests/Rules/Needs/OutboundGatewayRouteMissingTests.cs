using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class OutboundGatewayRouteMissingTests
{
    [Fact]
    public void No_connector_leads_to_it() => Yaml("""
        topology:
          services:
            - name: {|CL1020:Archive|}
              role: outboundGateway
              smartHosts: [out1.archive.example, out2.archive.example]
        outboundConnectors: []
        """)
        .Says("service 'Archive': no outbound connector sends internet mail to it (smartHosts out1.archive.example, out2.archive.example), so mail goes past it")
        .WithSeverity(Severity.Error)
        .Helps("""
            Add to outboundConnectors:
            - {name: Via Archive, connectorType: Partner, recipientDomains: ["*"], useMXRecord: false, smartHosts: [out1.archive.example, out2.archive.example], tlsSettings: CertificateValidation}
            """);

    [Theory]
    [InlineData("recipientDomains: [fabrikam.com], smartHosts: [out.archive.example]")]
    [InlineData("recipientDomains: [\"*\"], smartHosts: [out.other.example]")]
    [InlineData("isTransportRuleScoped: true, smartHosts: [out.archive.example]")]
    [InlineData("allAcceptedDomains: true, smartHosts: [out.archive.example]")]
    public void Connectors_for_some_mail_to_others_inactive_or_used_by_no_rule_do_not(string settings) => Yaml($$"""
        topology:
          services: [{name: {|CL1020:Archive|}, role: outboundGateway, smartHosts: [out.archive.example]}]
          transportRules: [{name: R, routeMessageOutboundConnector: Another}]
        outboundConnectors:
          - {name: Out, useMXRecord: false, {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("recipientDomains: [fabrikam.com, \"*\"], smartHosts: [OUT.archive.example]")]
    [InlineData("connectorType: OnPremises, recipientDomains: [\"*\"], smartHosts: [other.example, out.archive.example]")]
    [InlineData("recipientDomains: [\"*\"], smartHosts: [198.51.100.7]")]
    [InlineData("isTransportRuleScoped: true, smartHosts: [out.archive.example]")]
    public void Silent_when_a_connector_leads_to_it(string settings) => Yaml($$"""
        topology:
          services: [{name: Archive, role: outboundGateway, smartHosts: [out.archive.example, 198.51.100.7]}]
          transportRules: [{name: R, routeMessageOutboundConnector: Out}]
        outboundConnectors:
          - {name: Out, useMXRecord: false, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("centralizedMailTransport: true", "")]
    [InlineData("mailboxes: both", "{name: Out, connectorType: OnPremises, recipientDomains: [\"*\"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    public void Silent_with_centralized_transport(string fact, string connector) => Yaml($$"""
        topology: { {{fact}}, services: [{name: Archive, role: outboundGateway, smartHosts: [out.archive.example]}]}
        outboundConnectors: [{{connector}}]
        """).IsClean();

    [Theory]
    [InlineData("{name: Archive, role: outboundGateway}")]
    [InlineData("{name: Archive, smartHosts: [out.archive.example]}")]
    [InlineData("{name: Archive, role: outbound, smartHosts: [out.archive.example]}")]
    [InlineData("{name: Archive, role: inboundFilter, smartHosts: [out.archive.example]}")]
    [InlineData("{name: Archive, role: outboundGateway, smartHosts: [\"not a host\"]}")]
    [InlineData("{name: Archive, role: outboundGateway, smartHosts: [out.archive.example, \"not a host\"]}")]
    public void Silent_when_role_or_hosts_are_not_declared_or_could_not_be_read(string service) => Yaml($"topology: {{services: [{service}]}}").IsClean();

    [Theory]
    [InlineData("{name: Out, recipientDomains: [\"*\"], useMXRecord: false, smartHost: [out.archive.example]}")]
    [InlineData("{name: Out, recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [\"not a host\"]}")]
    [InlineData("{name: Out, recipientDomain: [\"*\"], useMXRecord: false, smartHosts: [out.archive.example]}")]
    [InlineData("{name: Out, enabled: maybe, recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.archive.example]}")]
    [InlineData("text")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {services: [{name: Archive, role: outboundGateway, smartHosts: [out.archive.example]}]}
        outboundConnectors:
          - {{connector}}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1020");
}

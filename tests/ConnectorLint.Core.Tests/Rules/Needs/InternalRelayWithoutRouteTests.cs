using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class InternalRelayWithoutRouteTests
{
    [Fact]
    public void No_connector_covers_the_domain() => Yaml("""
        topology:
          mailboxes: both
          acceptedDomains:
            - name: fabrikam.com
              type: {|CL1015:InternalRelay|}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com, "*.fabrikam.com.example"], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("accepted domain fabrikam.com is InternalRelay, but no outbound connector covers it (recipientDomains or allAcceptedDomains), so recipients outside the cloud get no mail")
        .WithSeverity(Severity.Error)
        .Helps("""
            Add the domain to an outbound connector's recipientDomains, or set allAcceptedDomains on it. Declare onPremises.smtpHosts in the topology, and connectorlint advise writes it out.
            If all recipients of the domain are in the cloud, declare recipients: cloud on it.
            """);

    [Fact]
    public void One_connector_is_proposed_for_all_such_domains()
    {
        var test = Yaml("""
            topology:
              mailboxes: onPremises
              onPremises: {smtpHosts: [mail.contoso.com]}
              acceptedDomains:
                - {name: a.example, type: {|CL1015:InternalRelay|}, recipients: onPremises}
                - {name: b.example, type: {|CL1015:InternalRelay|}, recipients: both}
            """).IsAsMarked();

        Assert.All(test.Findings, finding => Assert.Equal(
            "Add to outboundConnectors:\n- {name: Relay domains to our servers, connectorType: OnPremises, recipientDomains: [a.example, b.example], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: EncryptionOnly}",
            finding.Help));
    }

    [Fact]
    public void With_the_MX_on_premises_it_is_advice() => Yaml("""
        topology:
          mailboxes: onPremises
          acceptedDomains: [{name: fabrikam.com, type: {|CL1015:InternalRelay|}, mx: onPremises}]
        """)
        .WithSeverity(Severity.Info)
        .Says("accepted domain fabrikam.com is InternalRelay, but no outbound connector covers it (recipientDomains or allAcceptedDomains), so recipients outside the cloud are found only by the MX record, which is your server's");

    [Theory]
    [InlineData("recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.gate.example]")]
    [InlineData("recipientDomains: [fabrikam.com], isTransportRuleScoped: true")]
    public void A_gateway_to_a_service_inactive_and_rule_scoped_ones_lead_to_no_recipient(string settings) => Yaml($$"""
        topology:
          mailboxes: onPremises
          services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]
          acceptedDomains: [{name: fabrikam.com, type: {|CL1015:InternalRelay|} }]
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("recipientDomains: [fabrikam.com]")]
    [InlineData("recipientDomains: [\"*.fabrikam.com\"]")]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("allAcceptedDomains: true")]
    [InlineData("recipientDomains: [other.example], routeAllMessagesViaOnPremises: true")]
    public void Silent_when_a_connector_covers_it(string settings) => Yaml($$"""
        topology: {mailboxes: onPremises, acceptedDomains: [{name: fabrikam.com, type: InternalRelay}]}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("recipientDomainIs: [fabrikam.com], routeMessageOutboundConnector: Site", true)]
    [InlineData("fromScope: NotInOrganization, routeMessageOutboundConnector: Site", true)]
    [InlineData("recipientDomainIs: [fabrikam.com], routeMessageOutboundConnector: [a]", true)]
    [InlineData("recipientDomainIs: [other.example], routeMessageOutboundConnector: Site", false)]
    [InlineData("recipientDomainIs: [fabrikam.com], routeMessageOutboundConnector: Nowhere", false)]
    [InlineData("recipientDomainIs: [fabrikam.com], from: [ann@contoso.com], routeMessageOutboundConnector: Site", false)]
    [InlineData("recipientDomainIs: [fabrikam.com], enabled: false, routeMessageOutboundConnector: Site", false)]
    public void A_rule_that_takes_the_domain_to_an_active_connector_counts(string rule, bool isSilent)
    {
        var type = isSilent ? "InternalRelay" : "{|CL1015:InternalRelay|}";
        Yaml($$"""
            topology:
              mailboxes: onPremises
              acceptedDomains: [{name: fabrikam.com, type: {{type}} }]
              transportRules: [{name: R, {{rule}} }]
            outboundConnectors:
              - {name: Site, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """).IsAsMarked();
    }

    [Theory]
    [InlineData("{acceptedDomains: [{name: fabrikam.com, type: InternalRelay}]}")]
    [InlineData("{mailboxes: cloud, acceptedDomains: [{name: fabrikam.com, type: InternalRelay}]}")]
    [InlineData("{mailboxes: there, acceptedDomains: [{name: fabrikam.com, type: InternalRelay}]}")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: fabrikam.com}]}")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: fabrikam.com, type: Authoritative}]}")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: fabrikam.com, type: ExternalRelay}]}")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: fabrikam.com, type: InternalRelay, recipients: cloud}]}")]
    [InlineData("{mailboxes: onPremises, acceptedDomains: [{name: fabrikam.com, type: InternalRelay, recipients: here}]}")]
    public void Silent_when_the_facts_are_not_declared_could_not_be_read_or_are_others(string topology) => Yaml($"topology: {topology}\noutboundConnectors: []").IsClean();

    [Theory]
    [InlineData("{name: Out, recipientDomain: [fabrikam.com]}")]
    [InlineData("{name: Out, recipientDomains: [\"fabrikam..com\"]}")]
    [InlineData("{name: Out, allAcceptedDomains: yes}")]
    [InlineData("{name: Out, enabled: maybe, allAcceptedDomains: true}")]
    [InlineData("text")]
    [InlineData("{name: Out, recipientDomains: [fab")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {mailboxes: onPremises, acceptedDomains: [{name: fabrikam.com, type: InternalRelay}]}
        outboundConnectors:
          - {{connector}}
        """).IsClean();

    [Theory]
    [InlineData("mailboxes: {|CL1002:both|}")]
    [InlineData("mailboxes: both, hybrid: {|CL1003:completed|}")]
    [InlineData("subscription: {|CL1002:eopStandalone|}, mailboxes: onPremises")]
    public void That_the_connector_to_your_servers_is_missing_altogether_is_said_once(string topology) => RuleTest.Yaml($$"""
        topology:
          { {{topology}}, centralizedMailTransport: true, acceptedDomains: [{name: fabrikam.com, type: InternalRelay, matchSubDomains: true}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: fabrikam.com}
        """).Only("CL1002", "CL1003", "CL1015", "CL1017", "CL1022").IsAsMarked();

    [Fact]
    public void What_is_lost_is_said_even_where_the_connector_is_only_advised() => RuleTest.Yaml("""
        topology:
          mailboxes: {|CL1002:both|}
          hybrid: minimal
          acceptedDomains: [{name: fabrikam.com, type: {|CL1015:InternalRelay|}}]
        """).Only("CL1002", "CL1015").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1015");
}

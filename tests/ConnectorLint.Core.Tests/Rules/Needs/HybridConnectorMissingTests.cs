using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class HybridConnectorMissingTests
{
    private const string Inbound = "{name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: [\"*\"], tlsSenderCertificateName: mail.contoso.com}";
    private const string Outbound = "{name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}";

    [Fact]
    public void The_wizards_outbound_connector_is_missing() => Yaml($$"""
        topology:
          mailboxes: both
          hybrid: {|CL1003:completed|}
        inboundConnectors:
          - {{Inbound}}
        """)
        .Says("hybrid is declared complete, but there is no outbound OnPremises connector from the Hybrid Configuration Wizard, so mail for mailboxes on your servers has no way there")
        .WithSeverity(Severity.Error)
        .Helps("Rerun the Hybrid Configuration Wizard and declare the connector that it makes; do not build it by hand. If the wizard ran with its Minimal or Express option, which make no connectors, declare hybrid: minimal.");

    [Fact]
    public void The_wizards_inbound_connector_is_missing() => Yaml($$"""
        topology:
          hybrid: {|CL1003:completed|}
        outboundConnectors:
          - {{Outbound}}
        """)
        .Says("hybrid is declared complete, but there is no inbound OnPremises connector from the Hybrid Configuration Wizard, so mail from your servers is treated as coming from the internet")
        .WithSeverity(Severity.Error);

    [Fact]
    public void One_made_by_hand_is_a_lesser_fault() => Yaml($$"""
        topology:
          hybrid: {|CL1003:completed|}
        inboundConnectors:
          - {{Inbound}}
        outboundConnectors:
          - {name: Mine, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("hybrid is declared complete, but no outbound OnPremises connector has connectorSource HybridWizard, so headers between the two halves may be lost")
        .WithSeverity(Severity.Warning)
        .WithRelated("Mine");

    [Theory]
    [InlineData("{name: Out, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    [InlineData("{name: Out, connectorType: OnPremises, recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [out.gate.example]}")]
    [InlineData("{name: Out, recipientDomains: [\"*\"], useMXRecord: false, smartHosts: [mail.contoso.com]}")]
    public void Inactive_rule_scoped_services_and_partners_connectors_do_not_count(string connector) => Yaml($$"""
        topology:
          hybrid: {|CL1003:completed|}
          services: [{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}]
          transportRules: [{name: R, routeMessageOutboundConnector: Out}]
        inboundConnectors:
          - {{Inbound}}
        outboundConnectors:
          - {{connector}}
        """)
        .WithSeverity(Severity.Error);

    [Fact]
    public void Both_directions_are_two_findings() => Assert.Equal(2, Yaml("topology: {hybrid: {|CL1003,CL1003:completed|}}").Findings.Count);

    [Theory]
    [InlineData("{}")]
    [InlineData("{mailboxes: both}")]
    [InlineData("{mailboxes: both, hybrid: none}")]
    [InlineData("{mailboxes: both, hybrid: minimal}")]
    [InlineData("{mailboxes: cloud, hybrid: completed}")]
    [InlineData("{mailboxes: somewhere, hybrid: completed}")]
    [InlineData("{mailboxes: both, hybrid: complete}")]
    public void Silent_when_hybrid_is_not_complete_or_the_migration_is_over(string topology) => Yaml($"topology: {topology}\ninboundConnectors: []\noutboundConnectors: []").IsClean();

    [Theory]
    [InlineData("{name: Outbound to x, connectorType: OnPrem}", Inbound)]
    [InlineData("{name: Outbound to x, connectorType: OnPremises, connectorSource: Wizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}", Inbound)]
    [InlineData("text", Inbound)]
    [InlineData(Outbound, "{name: Inbound from x, conectorType: OnPremises}")]
    [InlineData(Outbound, "text")]
    public void Silent_when_a_connector_could_not_be_read(string outbound, string inbound) => Yaml($$"""
        topology: {hybrid: completed}
        inboundConnectors:
          - {{inbound}}
        outboundConnectors:
          - {{outbound}}
        """).IsClean();

    private const string Here = "4f0f1b4e-8a53-4a0e-9d0b-0c1d2e3f4a5b";

    private const string There = "9b2d7c10-55aa-4e0f-8c55-7d6a1f2e3b4c";

    [Theory]
    [InlineData("")]
    [InlineData("enabled: false, ")]
    public void Of_several_forests_each_has_both_halves(string setting)
    {
        var second = setting.Length == 0 ? "" : $$"""

              - {name: Inbound from {{There}}, {{setting}}connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.fabrikam.com}
            """;
        Yaml($$"""
            topology: {mailboxes: both, hybrid: completed, acceptedDomains: [{name: contoso.com}, {name: fabrikam.com}]}
            inboundConnectors:
              - {name: Inbound from {{Here}}, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}{{second}}
            outboundConnectors:
              - {name: Outbound to {{Here}}, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
              - {name: {|CL1003:Outbound to {{There}}|}, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [mail.fabrikam.com]}
            """)
            .Says($"'Outbound to {There}': there is no active inbound connector with the same GUID in its name, so for these servers mail from your servers is treated as coming from the internet")
            .WithSeverity(Severity.Warning)
            .Helps("Rerun the Hybrid Configuration Wizard for this forest, or turn the other connector on.");
    }

    [Fact]
    public void A_hybrid_connector_for_no_accepted_domain() => Yaml("""
        topology: {mailboxes: both, hybrid: {|CL1003:completed|}, acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        outboundConnectors:
          - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [other.example], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("hybrid is declared complete, but no outbound OnPremises connector covers an accepted domain such as contoso.com, so mail for mailboxes on your servers has no way there");

    [Theory]
    [InlineData("", true)]
    [InlineData("\n  - text", false)]
    public void Each_forest_needs_both_halves_and_all_connectors_must_be_known(string rest, bool isMarked) => Yaml($$"""
        topology: {hybrid: completed}
        inboundConnectors:
          - {name: Inbound from 11111111-1111-4111-8111-111111111111, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
          - {name: {{(isMarked ? "{|CL1003:" : "")}}Inbound from 22222222-2222-4222-8222-222222222222{{(isMarked ? "|}" : "")}}, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.fabrikam.com}
        outboundConnectors:
          - {name: Outbound to 11111111-1111-4111-8111-111111111111, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}{{rest}}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1003");
}
